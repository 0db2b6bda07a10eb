import type { ActInputs, ActName, CaseState, RecordedEvent, Stage } from '../../../domain/case';
import { fold } from '../../../domain/evolve';
import { BUREAU, type Actor } from '../../../domain/people';
import { addDays, endOf, startOf } from '../../../domain/time/lawDate';
import { later, opening, step } from './aCase';
import { fine, remediesUntil, WARNING } from './inputs';
import { decider, dispatcher, freeReviewer, handler, leader, leaderNo, system } from './people';
import { MINUTE, nextOnRoad, straightOn, type OnRoad } from './road';
import type { Start } from './starts';

/** A case on its way to where a walk sets out, with its file. */
class Way {
  constructor(
    public log: readonly RecordedEvent[],
    public state: CaseState = fold(log),
  ) {}

  do<A extends ActName>(act: A, by: Actor = handler(this.state), input: Partial<ActInputs[A]> = {}, at?: string): this {
    const { recorded, state } = step(this.state, act, by, input, at);
    this.log = [...this.log, ...recorded];
    this.state = state;
    return this;
  }

  head<A extends ActName>(act: A, input: Partial<ActInputs[A]> = {}, at?: string): this {
    return this.do(act, decider(this.state), input, at);
  }

  to(stage: Stage): this {
    return this.follow(stage, nextOnRoad);
  }

  /** Leaves on the way what should be settled first. */
  straightTo(stage: Stage): this {
    return this.follow(stage, straightOn);
  }

  private follow(stage: Stage, road: (state: CaseState) => OnRoad | null): this {
    while (this.state.stage !== stage) {
      const next = road(this.state);
      if (next === null || next.act === 'archive_case') throw new Error(`this case never comes to ${stage}`);
      const soon = later(this.state.updatedAt, MINUTE);
      const at = next.from != null && next.from > soon ? next.from : soon;
      const unpaid = next.act === 'decide_on_spot' && stage === 'performance' ? { collection: null } : {};
      this.do(next.act, next.by, { ...next.input, ...unpaid }, at);
    }
    return this;
  }
}

const payBy = (state: CaseState) => state.deferredUntil ?? state.service?.payBy ?? '';
const urgedOfBureau = (way: Way) => way.to('file').do('ask_guidance').do('supervise', leader, { clockId: 'G1' });
const withdrawn = (way: Way) => way.to('performance').do('publish_decision').head('withdraw_decision');
const CITIZEN = { personId: 'P-1', kind: 'citizen', addressKnown: true } as const;
const heard = (way: Way) => {
  way.to('file').head('file_case', { party: CITIZEN });
  return way.to('decision').do('request_hearing').head('give_hearing_notice');
};
const chairedAndWithdrawn = (way: Way) => heard(way).straightTo('service').head('withdraw_decision');
const proposedLittle = (way: Way) => {
  way.to('investigation').do('collect_evidence').do('end_investigation', undefined, { proposal: WARNING });
  return way.to('notice');
};

/** Far from the road, where walks by chance alone come too seldom to meet what only stands there. */
const DEEP = {
  /** The bureau owes a town an answer, and a leader has urged it: who asked, who answers and who checks may all be leaders. */
  bureau_urged: urgedOfBureau,
  bureau_answered: (way: Way) => urgedOfBureau(way).do('answer_urging', leaderNo(2), { urgingId: 'D1' }),
  /** The bureau was late with its answer, and one of its leaders has appealed. */
  bureau_late: (way: Way) => {
    way.to('file').do('ask_guidance');
    way.do('lapse_deadline', system, {}, way.state.clocks['G1']?.dueAt);
    return way.do('appeal_overdue', leaderNo(2), {
      overdueId: way.state.overdue.find(({ org }) => org === BUREAU)?.id ?? '',
    });
  },
  /** Two things are held, and one of them is tested. */
  two_held: (way: Way) => {
    way.to('investigation').do('take_measure').do('take_measure');
    return way.do('start_testing', handler(way.state), { measureId: 'M1' });
  },
  chaired_and_returned: (way: Way) => {
    chairedAndWithdrawn(way).straightTo('review');
    return way.do('return_review', freeReviewer(way.state));
  },
  appealed_at_close: (way: Way) => way.to('close').do('record_appeal'),
  withdrawn,
  withdrawn_deciding: (way: Way) => withdrawn(way).straightTo('decision'),
  withdrawn_deciding_soon: (way: Way) => {
    withdrawn(way).straightTo('decision').do('record_statement').head('record_discussion');
    return way;
  },
  goods_at_close: (way: Way) => way.to('investigation').do('take_measure').straightTo('close'),
  proposed_little: proposedLittle,
  noticed_little: (way: Way) => proposedLittle(way).do('give_notice', undefined, { penalty: WARNING }),
  hearing_told: heard,
  /** Asked for, noticed and then waived. */
  hearing_waived: (way: Way) => heard(way).do('waive_hearing'),
  address_unknown: (way: Way) =>
    way
      .to('file')
      .head('file_case', { party: { ...CITIZEN, addressKnown: false } })
      .straightTo('decision'),
  chaired_and_withdrawn: chairedAndWithdrawn,
  chaired_and_reviewed: (way: Way) => chairedAndWithdrawn(way).straightTo('review'),
  late_fine_left: (way: Way) => {
    way.to('performance');
    return way.head('record_payment', { amount: way.state.decision?.penalty.fine ?? 0 }, endOf(payBy(way.state)));
  },
  something_left_to_do: (way: Way) => {
    const kind = way.state.item.otherPenalties.at(-1) ?? '';
    way.to('investigation').do('collect_evidence');
    way.do('end_investigation', undefined, { proposal: fine(20_000, { others: [kind] }) }).to('performance');
    return way.head('record_payment', { amount: 20_000 });
  },
  at_court: (way: Way) => {
    way.to('performance').head('give_demand_notice', {}, endOf(payBy(way.state)));
    // A report that joins does nothing but let the time pass.
    return way.do('join_report', dispatcher, {}, endOf(remediesUntil(way.state)));
  },
  before_the_court: (way: Way) => {
    way.to('performance').head('give_demand_notice', {}, endOf(payBy(way.state)));
    return way.head('apply_to_court', {}, endOf(remediesUntil(way.state)));
  },
  put_off_at_court: (way: Way) => {
    way.to('performance').head('give_demand_notice', {}, endOf(payBy(way.state)));
    const over = remediesUntil(way.state);
    const input = { until: addDays(over, 40), instalments: [] };
    return way.head('grant_deferral', input, startOf(addDays(over, -1))).do('join_report', dispatcher, {}, endOf(over));
  },
} satisfies Readonly<Record<string, (way: Way) => Way>>;

export type Place = Stage | keyof typeof DEEP;

/** Where a walk sets out: many begin further down the road, or few would ever be late or withdrawn. */
export const PLACES: readonly Place[] = [
  ...(['accept', 'accept', 'file', 'investigation', 'notice', 'decision', 'service', 'performance', 'close'] as const),
  ...(Object.keys(DEEP) as (keyof typeof DEEP)[]),
];

const onFile = new Map<string, readonly RecordedEvent[]>();

/** The file of a case that has come to a place; where its kind never does, of a new one. */
export function fileAt(start: Start, place: Place): readonly RecordedEvent[] {
  const key = JSON.stringify([start, place]);
  const known = onFile.get(key);
  if (known !== undefined) return known;
  const opened = opening(start.grade, start);
  const file = cameTo(opened, place) ?? opened;
  onFile.set(key, file);
  return file;
}

/** Null where this kind of case never comes there. */
function cameTo(opened: readonly RecordedEvent[], place: Place): readonly RecordedEvent[] | null {
  try {
    return (place in DEEP ? DEEP[place as keyof typeof DEEP](new Way(opened)) : new Way(opened).to(place as Stage)).log;
  } catch {
    return null;
  }
}
