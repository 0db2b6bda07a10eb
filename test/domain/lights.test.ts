import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseEvent, CaseState } from '../../domain/case';
import { decide } from '../../domain/decide';
import { escalatesAt } from '../../domain/ladder';
import { BUREAU } from '../../domain/people';
import { number } from '../../domain/record';
import { lightAt, type Clock } from '../../domain/time/clock';
import { endOf } from '../../domain/time/lawDate';
import { pauseClock } from '../../domain/time/pauseClock';
import { resumeClock } from '../../domain/time/resumeClock';
import { nextWake } from '../../domain/wake';
import { command, justBefore, later, open, perform, refusalOf, shanghai, STREET, step, YANGMA } from './support/aCase';
import {
  bureauOfficer,
  decider,
  dispatcher,
  handler,
  leader,
  office,
  officer,
  reviewer,
  system,
} from './support/people';
import { knobs } from './support/random';
import { reach } from './support/road';
import { lastRung, takenBecauseOf } from './support/takenAt';
import { chosen, choices, starts } from './support/walk';

function clockOf(state: CaseState, id: string = state.stage): Clock {
  const clock = state.clocks[id];
  if (clock === undefined) throw new Error(`no clock ${id} at ${state.stage}`);
  return clock;
}

const lapse = (state: CaseState, at: string) => refusalOf(state, 'lapse_deadline', system, {}, at);
/** What a lapse puts on record; who is told of it is the ladder's (ladder.test.ts). */
const lapsed = (state: CaseState, at: string): readonly CaseEvent[] =>
  step(state, 'lapse_deadline', system, {}, at)
    .recorded.map(({ event }) => event)
    .filter(({ type }) => type !== 'rung_reached');

/** Opened on the eve of a holiday: due at 16:30, and taken by the bureau after Monday the 28th. */
const waiting = open('town', { at: shanghai('2026-09-24 16:00') });
const YELLOW = shanghai('2026-09-24 16:21');
const RED = shanghai('2026-09-24 16:30');
const TAKEN = endOf('2026-09-28');

describe('a work order that nobody accepts', () => {
  it('given one millisecond before its yellow point, when the deadline lapses, then nothing is due; at it, yellow is put on record', () => {
    expect(lapse(waiting, justBefore(YELLOW))).toBe('nothing_due');
    expect(lapsed(waiting, YELLOW)).toEqual([
      { type: 'light_changed', clockId: 'accept', light: 'yellow', dueAt: RED },
    ]);
  });

  it('given yellow on record, when one millisecond is missing, then nothing is due; at the end, red is put on record', () => {
    const yellow = perform(waiting, 'lapse_deadline', system, {}, YELLOW);
    expect(lapse(yellow, YELLOW)).toBe('nothing_due');
    expect(lapse(yellow, justBefore(RED))).toBe('nothing_due');
    expect(lapsed(yellow, RED)).toEqual([{ type: 'light_changed', clockId: 'accept', light: 'red', dueAt: RED }]);
  });

  it('given red on record, when one millisecond of the ladder is missing, then nothing is due; at its end the bureau takes the case', () => {
    const red = perform(perform(waiting, 'lapse_deadline', system, {}, YELLOW), 'lapse_deadline', system, {}, RED);
    expect(lapse(red, justBefore(TAKEN))).toBe('nothing_due');
    expect(lapsed(red, TAKEN).map(({ type }) => type)).toEqual(['elevated', 'stage_entered', 'cooperation_requested']);
    const taken = perform(red, 'lapse_deadline', system, {}, TAKEN);
    expect(taken).toMatchObject({ grade: 'bureau', owner: BUREAU, stage: 'accept', elevatedAt: TAKEN, town: STREET });
    expect(clockOf(taken)).toMatchObject({ owner: BUREAU, startedAt: TAKEN, escalates: false, light: 'green' });
  });

  it('given a timer that fires days late, then one lapse puts red on record and takes the case', () => {
    const late = later(TAKEN, 86_400_000);
    expect(lapsed(waiting, late).map(({ type }) => type)).toEqual([
      'light_changed',
      'elevated',
      'stage_entered',
      'cooperation_requested',
    ]);
  });

  it('given the whole way, then the case wakes at yellow, red and the ladder’s end, and at nothing else of the town’s', () => {
    const yellow = perform(waiting, 'lapse_deadline', system, {}, YELLOW);
    const red = perform(yellow, 'lapse_deadline', system, {}, RED);
    expect([waiting, yellow, red].map(nextWake)).toEqual([YELLOW, RED, TAKEN]);
  });

  it('given nothing on record yet, when somebody looks, then the light is right at every instant', () => {
    const clock = clockOf(waiting);
    expect([justBefore(YELLOW), YELLOW, justBefore(RED), RED, TAKEN].map((at) => lightAt(clock, at))).toEqual([
      'green',
      'yellow',
      'yellow',
      'red',
      'red',
    ]);
    expect(clock.light).toBe('green');
  });
});

describe('touching a case moves no due date', () => {
  const started = open('town_bureau_review');

  it('given a report that joins, then its clocks stand as they were, and it is still taken at the same instant', () => {
    const joined = perform(started, 'join_report', dispatcher);
    expect(joined.clocks).toEqual(started.clocks);
    const escalateAt = takenBecauseOf(joined);
    const seen = perform(joined, 'lapse_deadline', system, {}, justBefore(escalateAt));
    expect(seen.grade).toBe('town_bureau_review');
    expect(perform(seen, 'lapse_deadline', system, {}, escalateAt).grade).toBe('bureau');
  });

  it('given other officers and more evidence, then the clocks of investigation and case stand as they were', () => {
    const investigating = reach('town_bureau_review', 'investigation');
    const assigned = perform(investigating, 'assign', decider(investigating), { officers: [officer(YANGMA, 4)] });
    const more = perform(assigned, 'collect_evidence', handler(assigned), {}, later(assigned.updatedAt, 86_400_000));
    expect(more.clocks).toEqual(investigating.clocks);
    expect(more.updatedAt).not.toBe(investigating.updatedAt);
  });

  it('given a review that goes back, then the town’s clock runs again with what was left of it, and the reviewer’s waits', () => {
    const review = reach('town_bureau_review', 'review');
    const later4 = later(review.updatedAt, 4 * 86_400_000);
    const back = perform(review, 'return_review', reviewer(), {}, later4);
    const town = clockOf(back);
    expect(town.startedAt).toBe(clockOf(review, 'investigation').startedAt);
    expect(town.pauses).toMatchObject([{ from: review.updatedAt, until: later4 }]);
    expect(town.dueAt).toBe(later(clockOf(review, 'investigation').dueAt, 4 * 86_400_000));
    expect(clockOf(back, 'case')).toEqual(clockOf(review, 'case'));
    expect(lightAt(clockOf(back, 'review'), later4)).toBe('grey');
    const again = perform(back, 'end_investigation', handler(back), {}, later(later4, 86_400_000));
    expect(clockOf(again, 'review').startedAt).toBe(clockOf(review).startedAt);
    expect(clockOf(again, 'review').pauses).toHaveLength(1);
  });
});

describe('a case of the bureau', () => {
  it('given a bureau case years later, when the deadline lapses, then lights are put on record and nothing is taken', () => {
    const state = open('bureau');
    const late = later(state.openedAt, 800 * 86_400_000);
    expect(new Set(lapsed(state, late).map(({ type }) => type))).toEqual(new Set(['light_changed']));
    const after = perform(state, 'lapse_deadline', system, {}, late);
    expect(nextWake(after)).toBeNull();
    expect(lapse(after, later(late, 86_400_000))).toBe('nothing_due');
  });

  it('given a case that the bureau has taken, then a town’s red light never takes it a second time', () => {
    const investigating = reach('town_bureau_review', 'investigation');
    const escalateAt = takenBecauseOf(investigating);
    const taken = perform(investigating, 'lapse_deadline', system, {}, escalateAt);
    expect(taken.elevatedAt).toBe(escalateAt);
    const late = later(taken.updatedAt, 400 * 86_400_000);
    expect(lapsed(taken, late).some(({ type }) => type === 'elevated')).toBe(false);
  });

  it('given the bureau takes a case, then what else was owed in it is the bureau’s now, due when it was due', () => {
    const investigating = reach('town_bureau_review', 'investigation');
    const ordered = perform(investigating, 'order_rectification', handler(investigating));
    const taken = perform(ordered, 'elevate', leader);
    for (const id of ['case', 'rectification']) {
      expect(clockOf(taken, id)).toEqual({ ...clockOf(ordered, id), owner: BUREAU, escalates: false });
      expect(clockOf(ordered, id).owner).toBe(YANGMA);
    }
  });

  it('given a law under which a town’s task has a ladder to the bureau, when it is red past its end, then there is nobody above the bureau', () => {
    const accepted = perform(open('bureau'), 'accept', bureauOfficer());
    const last = lastRung('verify');
    if (last === null) throw new Error('no ladder for verify');
    const ladder = [...accepted.law.ladder, { ...last, duty: 'cooperation' }];
    const lawful = { ...accepted, law: { ...accepted.law, ladder } };
    const asked = perform(perform(lawful, 'verify', bureauOfficer()), 'request_cooperation', bureauOfficer());
    expect(escalatesAt(asked, clockOf(asked, 'C2'))).toBeNull();
    expect(escalatesAt({ ...asked, grade: 'town_bureau_review' }, clockOf(asked, 'C2'))).not.toBeNull();
    const late = later(clockOf(asked, 'C2').dueAt, 30 * 86_400_000);
    const red = perform(asked, 'lapse_deadline', system, {}, late);
    expect(red).toMatchObject({ grade: 'bureau', elevatedAt: null, stage: 'file' });
    expect(Object.values(red.clocks).map(({ light }) => light)).toEqual(['red', 'red', 'red']);
    expect(nextWake(red)).toBeNull();
    expect(lapse(red, later(late, 1))).toBe('nothing_due');
  });

  it('given its cooperating town is late, then that light is the town’s own, and turns at its own instants', () => {
    const state = open('bureau');
    const task = clockOf(state, 'C1');
    expect(task).toMatchObject({ owner: state.town, escalates: true });
    const accepted = perform(state, 'accept', bureauOfficer());
    const before = perform(accepted, 'lapse_deadline', system, {}, justBefore(task.dueAt));
    expect(clockOf(before, 'C1').light).toBe('yellow');
    expect(clockOf(perform(before, 'lapse_deadline', system, {}, task.dueAt), 'C1').light).toBe('red');
  });
});

describe('a clock that is paused', () => {
  const pause = { at: waiting.updatedAt, reason: '停电', article: null };
  const paused: CaseState = { ...waiting, clocks: { accept: pauseClock(clockOf(waiting), pause) } };

  it('given all of them paused, then the case sleeps, and nothing lapses or is taken however late it gets', () => {
    expect(nextWake(waiting)).toBe(YELLOW);
    expect(nextWake(paused)).toBeNull();
    expect(lapse(paused, later(TAKEN, 86_400_000))).toBe('nothing_due');
  });

  it('given that it goes on, then the case wakes again, as much later as it was paused', () => {
    const half = later(pause.at, 30 * 60_000);
    const resumed = { ...paused, clocks: { accept: resumeClock(clockOf(paused), half, waiting.law.calendar) } };
    expect(nextWake(resumed)).toBe(later(YELLOW, 30 * 60_000));
    expect(lapse(resumed, RED)).toBe('nothing_due');
    expect(lapsed(resumed, later(RED, 30 * 60_000)).map(({ type }) => type)).toEqual(['light_changed']);
  });
});

describe('whose light it is', () => {
  it('given a returned work order, then the dispatch centre’s; given a review, then the bureau’s; else the town’s', () => {
    const returned = step(open('town'), 'return_dispatch', office(STREET)).state;
    expect(clockOf(returned).owner).toBe('dispatch_centre');
    expect(clockOf(reach('town_bureau_review', 'review')).owner).toBe(BUREAU);
    expect(clockOf(reach('town_bureau_review', 'notice')).owner).toBe(YANGMA);
  });

  it('given an order to put right, then its check is due after the day that was allowed, and a check stops the clock', () => {
    const verifying = reach('town_bureau_review', 'verify');
    const ordered = perform(verifying, 'order_rectification', handler(verifying), { until: '2026-09-22' });
    expect(clockOf(ordered, 'rectification').dueAt).toBe(endOf('2026-09-28'));
    expect(perform(ordered, 'check_rectification', handler(ordered)).clocks['rectification']).toBeUndefined();
  });
});

describe('the timer never spins', () => {
  it('given any walk, when the case sleeps until its wake and lapses, then it always has something to record and wakes later or never', () => {
    const { seed, runs } = knobs('lights', 500);
    let wakes = 0;
    fc.assert(
      fc.property(starts, choices, (start, walk) => {
        let state = open(start.grade, start);
        for (const choice of walk) {
          const asked = chosen(state, choice);
          const decision = decide(state, asked);
          if (!decision.ok) continue;
          const next = number(state, asked, decision.events).state;
          if (['assign', 'join_report', 'collect_evidence'].includes(asked.act))
            expect(next.clocks).toEqual(state.clocks);
          state = next;
          wakes += sleepToTheEnd(state);
        }
      }),
      { seed, numRuns: runs },
    );
    expect(wakes).toBeGreaterThan(runs);
  }, 120_000);
});

/**
 * Lets time alone pass. Returns how often the case woke: a clock turns twice and climbs each rung once, and an elevation
 * brings two more.
 */
function sleepToTheEnd(start: CaseState): number {
  let state = start;
  const rungs = new Set(start.law.ladder.map(({ number: rung }) => rung)).size;
  const most = (Object.keys(start.clocks).length + 2) * (2 + rungs);
  for (let wakes = 0; ; wakes += 1) {
    const wake = nextWake(state);
    if (wake === null) return wakes;
    if (wakes > most) throw new Error(`still waking at ${wake}, at ${state.stage}`);
    const at = wake > state.updatedAt ? wake : state.updatedAt;
    if (wake > state.updatedAt) expect(lapse(state, justBefore(wake))).toBe('nothing_due');
    const asked = command(state, 'lapse_deadline', system, {}, at);
    const decision = decide(state, asked);
    if (!decision.ok) throw new Error(`woke at ${wake} for nothing: ${decision.refusal.code}`);
    if (state.grade === 'bureau') expect(decision.events.some(({ type }) => type === 'elevated')).toBe(false);
    state = number(state, asked, decision.events).state;
    const again = nextWake(state);
    expect(again === null || again > at, `${again} is later than ${at}`).toBe(true);
  }
}
