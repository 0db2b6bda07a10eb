import type { ActInputs, ActName, CaseState, RecordedEvent } from '../../../domain/case';
import type { Grade } from '../../../domain/catalogue';
import { fold } from '../../../domain/evolve';
import type { Rated, Rating } from '../../../domain/satisfaction';
import { SYSTEM, type Actor } from '../../../domain/people';
import { nextWake } from '../../../domain/wake';
import { HUAIYUAN, later, opening, shanghai, step, YANGMA } from '../support/aCase';
import {
  anyLeader,
  bureauOfficer,
  decider,
  dispatcher,
  freeReviewer,
  handler,
  office,
  officer,
  supervisor,
} from '../support/people';
import { MINUTE, DAY, nextOnRoad, toArchive } from '../support/road';

/** A case told act by act; its own timer fires in between, as it does in the house. */
class Told {
  readonly state: CaseState;
  constructor(readonly events: readonly RecordedEvent[]) {
    this.state = fold(events);
  }

  /** `after`: ms since the last event. */
  does<A extends ActName>(act: A, by: (state: CaseState) => Actor, input: Partial<ActInputs[A]> = {}, after = 0): Told {
    const at = later(this.state.updatedAt, after);
    const passed = this.until(at);
    return new Told([...passed.events, ...step(passed.state, act, by(passed.state), input, at).recorded]);
  }

  until(at: string): Told {
    const wake = nextWake(this.state);
    if (wake === null || wake > at) return this;
    return new Told([...this.events, ...step(this.state, 'lapse_deadline', SYSTEM, {}, wake).recorded]).until(at);
  }

  /** The shortest lawful road until an act is next. */
  onTo(act: ActName): Told {
    const next = nextOnRoad(this.state);
    if (next === null) throw new Error(`${act} never comes`);
    return next.act === act ? this : this.does(next.act, () => next.by, next.input).onTo(act);
  }

  toTheEnd(): Told {
    return new Told([...this.events, ...toArchive(this.state).flatMap(({ recorded }) => recorded)]);
  }
}

const NINE = shanghai('2026-09-14 09:00');
/** `afterMs`: so long after it was reported. */
const begins = (grade: Grade, afterMs = 0): Told =>
  new Told(opening(grade, { at: NINE, reportedAt: later(NINE, -afterMs) }));
const between = (from: string, until: string): number => Date.parse(until) - Date.parse(from);
const SOON = { number: 10, unit: 'minute' } as const;
const town = (state: CaseState): Actor => office(state.town);

/** What the reporters of some of them said, on other days than the closing. */
const said = (clueId: string, rating: Rating, at: string): Rated => ({ clueId, rating, at: shanghai(at) });
export const RATINGS: Readonly<Record<string, readonly Rated[]>> = {
  clean: [said('A', 'satisfied', '2026-09-16 10:00')],
  /** Asked again; the last word counts. */
  late: [said('A', 'dissatisfied', '2026-09-16 10:00'), said('A', 'fairly_satisfied', '2026-09-17 10:00')],
  /** Two reporters. */
  repeated: [said('A', 'satisfied', '2026-09-16 10:00'), said('B', 'dissatisfied', '2026-09-18 10:00')],
  onTheDot: [said('A', 'satisfied', '2026-09-16 10:00'), said('A', 'dissatisfied', '2026-09-17 10:00')],
  /** Didn't pick up the telephone. */
  extended: [said('A', 'no_word', '2026-09-16 10:00')],
  returned: [said('A', 'satisfied', '2026-09-16 10:00'), said('A', 'no_word', '2026-09-17 10:00')],
};

/** The cases that every indicator is tried on. Each has one thing that goes wrong, or looks as if it did. */
export const CASES: Readonly<Record<string, readonly RecordedEvent[]>> = {
  /** Dispatched a tick before its quarter of an hour is over. */
  clean: begins('town', 15 * MINUTE - 1)
    .does('accept', handler, {}, 5 * MINUTE)
    .toTheEnd().events,
  /** Dispatched as the quarter of an hour is over; 40 minutes where 30 are allowed; the reviewer sends it back once. */
  late: begins('town_bureau_review', 15 * MINUTE)
    .does('accept', handler, {}, 40 * MINUTE)
    .onTo('pass_review')
    .does('return_review', freeReviewer)
    .onTo('pass_review')
    .toTheEnd().events,
  /** A neighbour reports it again before it is closed. */
  repeated: begins('town')
    .does('accept', handler, {}, MINUTE)
    .does('join_report', () => SYSTEM, {}, MINUTE)
    .toTheEnd().events,
  /** The town answers the bureau on the eighth day; five working days are allowed. */
  helpedLate: begins('bureau')
    .does('accept', handler, {}, MINUTE)
    .does('answer_cooperation', () => officer(HUAIYUAN), {}, 8 * DAY)
    .toTheEnd().events,
  /** A period that is over at an instant isn't kept at that instant. */
  onTheDot: begins('town')
    .does('accept', handler, {}, 30 * MINUTE)
    .toTheEnd().events,
  justInTime: begins('town')
    .does('accept', handler, {}, 30 * MINUTE - 1)
    .toTheEnd().events,
  /** Another town's: the order was wrong. */
  returned: begins('town')
    .does('return_dispatch', town, {}, MINUTE)
    .does('redispatch', () => dispatcher, { town: YANGMA })
    .does('accept', handler, {}, MINUTE)
    .toTheEnd().events,
  /** The town was wrong: the order stands. */
  insisted: begins('town')
    .does('return_dispatch', town, {}, MINUTE)
    .does('insist_dispatch', () => dispatcher)
    .does('accept', handler, {}, MINUTE)
    .toTheEnd().events,
  /** Waits 60 days for a judgment, which no clock counts. */
  suspended: begins('bureau')
    .onTo('collect_evidence')
    .does('suspend_case', decider)
    .does('resume_case', decider, {}, 60 * DAY)
    .toTheEnd().events,
  extended: begins('bureau').onTo('collect_evidence').does('extend_period', anyLeader).toTheEnd().events,
  /** Urged four times: answered, answered a tick before the time that was set, answered as it is over, and not at all. */
  urged: begins('town')
    .does('accept', handler, {}, MINUTE)
    .does('urge', () => supervisor, { within: SOON }, MINUTE)
    .does('answer_urging', handler, { urgingId: 'U1' }, MINUTE)
    .does('urge', () => supervisor, { within: SOON })
    .does('answer_urging', handler, { urgingId: 'U2' }, 10 * MINUTE - 1)
    .does('supervise', () => supervisor, { within: SOON })
    .does('answer_urging', handler, { urgingId: 'D1' }, 10 * MINUTE)
    .does('urge', () => supervisor)
    .toTheEnd().events,
  /** Asks the bureau, answered at once; a tick before three working days end on Thursday; as they end, with the Sunday that is worked, on Monday; not at all. */
  guided: begins('town')
    .does('accept', handler, {}, MINUTE)
    .onTo('decide_on_spot')
    .does('ask_guidance', handler)
    .does('answer_guidance', () => bureauOfficer())
    .does('ask_guidance', handler)
    .does('answer_guidance', () => bureauOfficer(), {}, between(later(NINE, MINUTE), shanghai('2026-09-18 00:00')) - 1)
    .does('ask_guidance', handler)
    .does(
      'answer_guidance',
      () => bureauOfficer(),
      {},
      between(shanghai('2026-09-18 00:00'), shanghai('2026-09-22 00:00')) + 1,
    )
    .does('ask_guidance', handler)
    .toTheEnd().events,
  /** Nobody takes it. */
  untaken: begins('town').until(later(shanghai('2026-09-14 09:00'), 31 * MINUTE)).events,
  /** Nobody has to yet. */
  young: begins('town').until(later(shanghai('2026-09-14 09:00'), 29 * MINUTE)).events,
};
