import { describe, expect, it } from 'vitest';
import {
  defineIndicator,
  duration,
  MoneyInEvaluation,
  share,
  type Indicator,
  type Observed,
} from '../../../domain/evaluation/indicator';
import { INDICATORS } from '../../../domain/evaluation/indicators';
import type { CaseState, RecordedEvent } from '../../../domain/case';
import { trailOf, type Trail } from '../../../domain/evaluation/trail';
import { wilson } from '../../../domain/evaluation/wilson';
import { observationsOf } from '../../../evaluation/evaluateCases';
import { fold } from '../../../domain/evolve';
import { later, open, opening, perform, shanghai, step, STREET } from '../support/aCase';
import { freeReviewer, handler, officer, supervisor, system } from '../support/people';
import { begin, MINUTE, nextOnRoad, onward } from '../support/road';
import { CASES, RATINGS } from './stories';

type Formula = (trail: Trail) => readonly Observed[];

const DAY_MS = 86_400_000;
const TRAILS = Object.entries(CASES).map(([name, events]) => ({ name, trail: trailOf(events, RATINGS[name]) }));

/** Hits and count of each case, with the days on which they count. */
function figures(formula: Formula): Readonly<Record<string, string>> {
  return Object.fromEntries(
    TRAILS.map(({ name, trail }) => {
      const seen = formula(trail);
      const ms = seen.map((one) => one.ms).filter((one) => one > 0);
      const days = [...new Set(seen.map(({ at }) => at.slice(5, 10)))].join(' ');
      const hits = seen.filter(({ hit }) => hit).length;
      return [name, `${hits}/${seen.length} ${days}${ms.length === 0 ? '' : ` ${ms.join()} ms`}`.trim()] as const;
    }).filter(([, text]) => text !== '0/0'),
  );
}

const D = '09-14';
const MIN = 60_000;

/** Reckoned by hand from the stories. */
const RIGHT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dispatch_accuracy: {
    guided: `1/1 ${D}`,
    urged: `1/1 ${D}`,
    repeated: `1/1 ${D}`,
    helpedLate: `1/1 ${D}`,
    clean: `1/1 ${D}`,
    late: `1/1 ${D}`,
    onTheDot: `1/1 ${D}`,
    justInTime: `1/1 ${D}`,
    returned: `1/2 ${D}`,
    insisted: `1/1 ${D}`,
    suspended: `1/1 ${D}`,
    extended: `1/1 ${D}`,
  },
  accept_on_time: {
    guided: `1/1 ${D}`,
    urged: `1/1 ${D}`,
    repeated: `1/1 ${D}`,
    helpedLate: `1/1 ${D}`,
    clean: `1/1 ${D}`,
    late: `0/1 ${D}`,
    onTheDot: `0/1 ${D}`,
    justInTime: `1/1 ${D}`,
    returned: `2/2 ${D}`,
    insisted: `2/2 ${D}`,
    suspended: `1/1 ${D}`,
    extended: `1/1 ${D}`,
    untaken: `0/1 ${D}`,
  },
  // Accept, verify, file, record, hand in, bank, close; for the ordinary procedure also investigation, review, notice …
  duties_on_time: {
    guided: `7/7 ${D} 09-21`,
    urged: `7/7 ${D}`,
    repeated: `7/7 ${D}`,
    helpedLate: `9/11 ${D} 09-20 09-16 09-22`,
    clean: `7/7 ${D}`,
    late: `9/10 ${D}`,
    onTheDot: `6/7 ${D}`,
    justInTime: `7/7 ${D}`,
    returned: `8/8 ${D}`,
    insisted: `8/8 ${D}`,
    suspended: `11/11 ${D} 11-13`,
    extended: `11/11 ${D}`,
    untaken: `0/1 ${D}`,
  },
  overdue_pending: {
    guided: `0/7 ${D} 09-21`,
    urged: `0/7 ${D}`,
    repeated: `0/7 ${D}`,
    helpedLate: `0/11 ${D} 09-20 09-16 09-22`,
    clean: `0/7 ${D}`,
    late: `0/10 ${D}`,
    onTheDot: `0/7 ${D}`,
    justInTime: `0/7 ${D}`,
    returned: `0/8 ${D}`,
    insisted: `0/8 ${D}`,
    suspended: `0/11 ${D} 11-13`,
    extended: `0/11 ${D}`,
    untaken: `1/1 ${D}`,
  },
  closed_on_time: {
    guided: '1/1 09-21',
    urged: `1/1 ${D}`,
    repeated: `1/1 ${D}`,
    helpedLate: '0/1 09-22',
    clean: `1/1 ${D}`,
    late: `0/1 ${D}`,
    onTheDot: `0/1 ${D}`,
    justInTime: `1/1 ${D}`,
    returned: `1/1 ${D}`,
    insisted: `1/1 ${D}`,
    suspended: '1/1 11-13',
    extended: `1/1 ${D}`,
  },
  closed_in_town: {
    guided: '1/1 09-21',
    urged: `1/1 ${D}`,
    repeated: `1/1 ${D}`,
    helpedLate: '0/1 09-22',
    clean: `1/1 ${D}`,
    late: `1/1 ${D}`,
    onTheDot: `1/1 ${D}`,
    justInTime: `1/1 ${D}`,
    returned: `1/1 ${D}`,
    insisted: `1/1 ${D}`,
    suspended: '0/1 11-13',
    extended: `0/1 ${D}`,
  },
  rework: { helpedLate: '0/1 09-22', late: `1/2 ${D}`, suspended: '0/1 11-13', extended: `0/1 ${D}` },
  review_first_pass: { helpedLate: '1/1 09-22', late: `0/1 ${D}`, suspended: '1/1 11-13', extended: `1/1 ${D}` },
  extended: {
    guided: '0/1 09-21',
    urged: `0/1 ${D}`,
    repeated: `0/1 ${D}`,
    helpedLate: '0/1 09-22',
    clean: `0/1 ${D}`,
    late: `0/1 ${D}`,
    onTheDot: `0/1 ${D}`,
    justInTime: `0/1 ${D}`,
    returned: `0/1 ${D}`,
    insisted: `0/1 ${D}`,
    suspended: '0/1 11-13',
    extended: `1/1 ${D}`,
  },
  suspended: {
    guided: '0/1 09-21',
    urged: `0/1 ${D}`,
    repeated: `0/1 ${D}`,
    helpedLate: '0/1 09-22',
    clean: `0/1 ${D}`,
    late: `0/1 ${D}`,
    onTheDot: `0/1 ${D}`,
    justInTime: `0/1 ${D}`,
    returned: `0/1 ${D}`,
    insisted: `0/1 ${D}`,
    suspended: '1/1 11-13',
    extended: `0/1 ${D}`,
  },
  // The road takes a minute for each act after the ones that are told.
  time_to_close: {
    guided: `1/1 09-21 ${7 * DAY_MS + 15 * 60 * MIN + 5 * MIN} ms`,
    urged: `1/1 ${D} ${29 * MIN - 1} ms`,
    repeated: `1/1 ${D} ${8 * MIN} ms`,
    helpedLate: `1/1 09-22 ${8 * DAY_MS + 13 * MIN} ms`,
    clean: `1/1 ${D} ${11 * MIN} ms`,
    late: `1/1 ${D} ${48 * MIN} ms`,
    onTheDot: `1/1 ${D} ${36 * MIN} ms`,
    justInTime: `1/1 ${D} ${36 * MIN - 1} ms`,
    returned: `1/1 ${D} ${8 * MIN} ms`,
    insisted: `1/1 ${D} ${8 * MIN} ms`,
    suspended: `1/1 11-13 ${60 * DAY_MS + 10 * MIN} ms`,
    extended: `1/1 ${D} ${10 * MIN} ms`,
  },
  handled: {
    guided: `1/1 ${D}`,
    urged: `1/1 ${D}`,
    clean: `1/1 ${D}`,
    late: `1/1 ${D}`,
    repeated: `1/1 ${D}`,
    helpedLate: `1/1 ${D}`,
    onTheDot: `1/1 ${D}`,
    justInTime: `1/1 ${D}`,
    returned: `1/1 ${D}`,
    insisted: `1/1 ${D}`,
    suspended: `1/1 ${D}`,
    extended: `1/1 ${D}`,
    untaken: `0/1 ${D}`,
    young: `0/1 ${D}`,
  },
  closed: {
    guided: `1/1 ${D}`,
    urged: `1/1 ${D}`,
    clean: `1/1 ${D}`,
    late: `1/1 ${D}`,
    repeated: `1/1 ${D}`,
    helpedLate: `1/1 ${D}`,
    onTheDot: `1/1 ${D}`,
    justInTime: `1/1 ${D}`,
    returned: `1/1 ${D}`,
    insisted: `1/1 ${D}`,
    suspended: `1/1 ${D}`,
    extended: `1/1 ${D}`,
    untaken: `0/1 ${D}`,
    young: `0/1 ${D}`,
  },
  // Five working days from Monday the 14th end on Sunday the 20th, which is worked.
  cooperation_on_time: { helpedLate: '0/1 09-20', suspended: `1/1 ${D}`, extended: `1/1 ${D}` },
  // The one that was answered in the due instant was late; the one that nobody answered was over with its case.
  urging_on_time: { urged: `2/3 ${D}` },
  // In the late one the first answer, a return, came at once.
  time_to_review: {
    late: `2/2 ${D} ${MIN} ms`,
    helpedLate: `1/1 09-22 ${MIN} ms`,
    suspended: `1/1 11-13 ${MIN} ms`,
    extended: `1/1 ${D} ${MIN} ms`,
  },
  repeated: {
    guided: '0/1 09-21',
    urged: `0/1 ${D}`,
    clean: `0/1 ${D}`,
    late: `0/1 ${D}`,
    repeated: `1/1 ${D}`,
    helpedLate: '0/1 09-22',
    onTheDot: `0/1 ${D}`,
    justInTime: `0/1 ${D}`,
    returned: `0/1 ${D}`,
    insisted: `0/1 ${D}`,
    suspended: '0/1 11-13',
    extended: `0/1 ${D}`,
  },
  // A quarter of an hour to dispatch; the towns' returns are dispatched again at once.
  dispatch_on_time: {
    ...Object.fromEntries(Object.keys(CASES).map((name) => [name, `1/1 ${D}`])),
    late: `0/1 ${D}`,
    returned: `2/2 ${D}`,
    insisted: `2/2 ${D}`,
  },
  time_to_dispatch: {
    ...Object.fromEntries(Object.keys(CASES).map((name) => [name, `1/1 ${D}`])),
    clean: `1/1 ${D} ${15 * MIN - 1} ms`,
    late: `1/1 ${D} ${15 * MIN} ms`,
  },
  guidance_on_time: { guided: `2/3 ${D} 09-17 09-21` },
  // Whoever gave no word at last counts for nothing.
  satisfaction: { clean: '1/1 09-16', late: '1/1 09-17', repeated: '1/2 09-16 09-18', onTheDot: '0/1 09-17' },
};

const named = (id: string): Indicator => {
  const found = INDICATORS.find((indicator) => indicator.id === id);
  if (found === undefined) throw new Error(`no indicator ${id}`);
  return found;
};
const but =
  (id: string, change: (one: Observed, trail: Trail) => Observed): Formula =>
  (trail) =>
    named(id)
      .observe(trail)
      .map((one) => change(one, trail));
const otherTrail =
  (id: string, change: (trail: Trail) => Trail): Formula =>
  (trail) =>
    named(id).observe(change(trail));

/** Paused and extended time counted: every duty held to 30 days from its start. */
const pausesCounted = (trail: Trail): Trail => ({
  ...trail,
  duties: trail.duties.map((duty) => {
    const dueAt = new Date(Date.parse(duty.startedAt) + 30 * DAY_MS).toISOString();
    return duty.endedAt !== null && duty.endedAt > dueAt ? { ...duty, dueAt, late: true } : duty;
  }),
});
const answeredOnly = (trail: Trail): Trail => ({
  ...trail,
  duties: trail.duties.filter(({ endedAt }) => endedAt !== null),
});
const endedIsAnswered = (trail: Trail): Trail => ({
  ...trail,
  steps: trail.duties.flatMap(({ endedAt }) =>
    endedAt === null ? [] : trail.steps.slice(0, 1).map((step) => ({ ...step, at: endedAt })),
  ),
});
const onTheDotKept = (trail: Trail): Trail => ({
  ...trail,
  duties: trail.duties.map((duty) => ({ ...duty, late: duty.late && duty.endedAt !== duty.dueAt })),
});
const everybodysPeriods = (trail: Trail): Trail => ({
  ...trail,
  duties: trail.duties.map((duty) => ({ ...duty, period: 'verify' })),
});

/** Wrong formulas that look right. */
const WRONG: Readonly<Record<string, Readonly<Record<string, Formula>>>> = {
  dispatch_accuracy: {
    'an overruled return counted': otherTrail('dispatch_accuracy', (trail) => ({
      ...trail,
      steps: trail.steps.map((step) => ({ ...step, insisted: false })),
    })),
    'every return forgiven': otherTrail('dispatch_accuracy', (trail) => ({
      ...trail,
      steps: trail.steps.map((step) => ({ ...step, insisted: true })),
    })),
  },
  dispatch_on_time: {
    'the due instant still in time': otherTrail('dispatch_on_time', onTheDotKept),
    'the first dispatch alone': (trail) => named('dispatch_on_time').observe(trail).slice(0, 1),
  },
  time_to_dispatch: {
    'from the dispatch on': but('time_to_dispatch', (one) => ({ ...one, ms: 0 })),
    'every dispatch': (trail) =>
      trail.duties
        .filter(({ period }) => period === 'dispatch')
        .map((duty) => duration(duty, duty.startedAt, duty.endedAt ?? duty.dueAt)),
  },
  guidance_on_time: {
    'the due instant still in time': otherTrail('guidance_on_time', onTheDotKept),
    'the one that ended with its case counted as answered': otherTrail('guidance_on_time', endedIsAnswered),
    'answered is answered': but('guidance_on_time', (one) => ({ ...one, hit: true })),
    'every duty': (trail) => named('duties_on_time').observe(trail),
  },
  handled: {
    'cases that nobody has to take yet left out': (trail) =>
      named('handled')
        .observe(trail)
        .filter(({ hit }) => hit),
    'closed for taken, on the day of closing': (trail) => named('closed_in_town').observe(trail),
  },
  closed: {
    'only what is closed in the denominator': (trail) =>
      named('closed')
        .observe(trail)
        .filter(({ hit }) => hit),
    'counted on the day of closing': (trail) => named('closed_in_town').observe(trail),
  },
  cooperation_on_time: {
    'every duty': (trail) => named('duties_on_time').observe(trail),
    'done is done': but('cooperation_on_time', (one) => ({ ...one, hit: true })),
  },
  urging_on_time: {
    'the due instant still in time': otherTrail('urging_on_time', onTheDotKept),
    'the one that ended with its case counted as answered': otherTrail('urging_on_time', endedIsAnswered),
    'answered is answered': but('urging_on_time', (one) => ({ ...one, hit: true })),
    'urgings alone, not orders': otherTrail('urging_on_time', (trail) => ({
      ...trail,
      duties: trail.duties.filter(({ period }) => period !== 'supervision'),
    })),
    'every duty': (trail) => named('duties_on_time').observe(trail),
  },
  time_to_review: {
    'from the opening': (trail) => {
      const opened = Date.parse(trail.steps[0]?.at ?? '');
      return but('time_to_review', (one) => ({ ...one, ms: Date.parse(one.at) - opened }))(trail);
    },
    'the last review alone': (trail) => named('time_to_review').observe(trail).slice(-1),
  },
  repeated: { 'every report counted': (trail) => named('closed_in_town').observe(trail) },
  accept_on_time: {
    'orders that nobody answers left out': otherTrail('accept_on_time', answeredOnly),
    'the due instant still in time': otherTrail('accept_on_time', onTheDotKept),
  },
  duties_on_time: {
    'paused time counted': otherTrail('duties_on_time', pausesCounted),
    'the party’s periods counted': otherTrail('duties_on_time', everybodysPeriods),
    'open ones left out': otherTrail('duties_on_time', answeredOnly),
    'the due instant still in time': otherTrail('duties_on_time', onTheDotKept),
  },
  overdue_pending: {
    'done late counted as undone': (trail) =>
      named('duties_on_time')
        .observe(trail)
        .map((one) => ({ ...one, hit: !one.hit })),
    'open ones left out': otherTrail('overdue_pending', answeredOnly),
  },
  closed_on_time: {
    'paused time counted': otherTrail('closed_on_time', pausesCounted),
    'the due instant still in time': otherTrail('closed_on_time', onTheDotKept),
  },
  closed_in_town: {
    'by where it happened': but('closed_in_town', (one) => ({ ...one, hit: one.town !== 'bureau' })),
  },
  rework: {
    'once for each case': (trail) => named('rework').observe(trail).slice(0, 1),
    'the last verdict alone': (trail) => named('rework').observe(trail).slice(-1),
  },
  review_first_pass: {
    'passed at last': (trail) =>
      named('rework')
        .observe(trail)
        .slice(-1)
        .map((one) => ({ ...one, hit: !one.hit })),
  },
  satisfaction: {
    'the first word': otherTrail('satisfaction', (trail) => ({ ...trail, ratings: trail.ratings.slice(0, 1) })),
    'every word': (trail) => trail.ratings.map(({ at, rating }) => share(trail.holder, at, rating !== 'dissatisfied')),
    'silence taken for content': otherTrail('satisfaction', (trail) => ({
      ...trail,
      ratings: trail.ratings.map((one) => ({ ...one, rating: one.rating === 'no_word' ? 'satisfied' : one.rating })),
    })),
    'silence taken for discontent': otherTrail('satisfaction', (trail) => ({
      ...trail,
      ratings: trail.ratings.map((one) => ({ ...one, rating: one.rating === 'no_word' ? 'dissatisfied' : one.rating })),
    })),
    'fairly satisfied left out': otherTrail('satisfaction', (trail) => ({
      ...trail,
      ratings: trail.ratings.filter(({ rating }) => rating !== 'fairly_satisfied'),
    })),
  },
  extended: { 'suspended taken for extended': named('suspended').observe },
  suspended: { 'extended taken for suspended': named('extended').observe },
  time_to_close: {
    'from the acceptance': (trail) => {
      const accepted = trail.steps.find(({ type }) => type === 'accepted')?.at ?? '';
      const opened = trail.steps[0]?.at ?? '';
      return but('time_to_close', (one) => ({ ...one, ms: one.ms - (Date.parse(accepted) - Date.parse(opened)) }))(
        trail,
      );
    },
    'suspended time taken out': but('time_to_close', (one) => ({ ...one, ms: one.ms % DAY_MS })),
  },
};

describe.each(INDICATORS.map((indicator) => [indicator.label, indicator] as const))(
  '%s',
  (_label, { id, unit, observe }) => {
    it('given the stories, then it is what was reckoned by hand', () => {
      expect(figures(observe)).toEqual(RIGHT[id]);
    });

    it.each(Object.entries(WRONG[id] ?? {}))('given a formula with %s, then it is red', (_what, wrong) => {
      expect(figures(wrong)).not.toEqual(RIGHT[id]);
    });

    it('given numerator = denominator, all of it turned round, or off by a day, then it is red', () => {
      const dayLater = but(id, (one) => ({ ...one, at: new Date(Date.parse(one.at) + DAY_MS).toISOString() }));
      expect(figures(dayLater)).not.toEqual(RIGHT[id]);
      expect(figures(but(id, (one) => ({ ...one, hit: !one.hit })))).not.toEqual(RIGHT[id]);
      if (unit === 'share') expect(figures(but(id, (one) => ({ ...one, hit: true })))).not.toEqual(RIGHT[id]);
    });
  },
);

describe('a duty that stands still when it ends', () => {
  /** The investigation handed to the reviewer so long after it was due, and passed. */
  const late = (after: number) => {
    let { state, events } = begin('town_bureau_review');
    const go = (next: { readonly state: CaseState; readonly recorded: readonly RecordedEvent[] }): void => {
      state = next.state;
      events = [...events, ...next.recorded];
    };
    while (nextOnRoad(state)?.act !== 'end_investigation') go(onward(state));
    go(step(state, 'end_investigation', handler(state), {}, later(state.clocks['investigation']?.dueAt ?? '', after)));
    go(step(state, 'pass_review', freeReviewer(state)));
    return trailOf(events).duties.find(({ period }) => period === 'investigation')?.late;
  };

  it('given it was handed on in its due instant, then it was late, though it stood still from then on; a millisecond earlier, not', () => {
    expect(late(0)).toBe(true);
    expect(late(-1)).toBe(false);
  });
});

describe('a lateness that was excused', () => {
  const dueAt = later(shanghai('2026-09-14 09:00'), 30 * MINUTE);
  const town = officer(STREET);
  const red = perform(open('town', { at: shanghai('2026-09-14 09:00') }), 'lapse_deadline', system, {}, dueAt);
  const told = (granted: boolean | null) => {
    const first = opening('town', { at: shanghai('2026-09-14 09:00') });
    const lapsed = step(fold(first), 'lapse_deadline', system, {}, dueAt);
    const accepted = step(lapsed.state, 'accept', town);
    const steps = [lapsed, accepted];
    if (granted !== null) {
      steps.push(step(accepted.state, 'appeal_overdue', town));
      const asked = steps.at(-1)?.state ?? accepted.state;
      steps.push(step(asked, 'judge_overdue_appeal', supervisor, { granted }));
    }
    return trailOf([...first, ...steps.flatMap(({ recorded }) => recorded)]);
  };
  const accept = (version: number, granted: boolean | null) =>
    INDICATORS.find((one) => one.id === 'accept_on_time' && one.version === version)
      ?.observe(told(granted))
      .map(({ hit }) => hit);

  it('given a granted appeal, then the fact stays in the first version and the second doesn’t count it; refused, it counts', () => {
    expect(red.overdue).toMatchObject([{ clockId: 'accept', dueAt }]);
    expect([accept(1, null), accept(1, true), accept(1, false)]).toEqual([[false], [false], [false]]);
    expect([accept(2, null), accept(2, true), accept(2, false)]).toEqual([[false], [], [false]]);
  });

  it.each(['duties_on_time', 'overdue_pending', 'closed_on_time'])(
    'given %s, then its second version says what it leaves out',
    (id) => {
      const [first, second] = INDICATORS.filter((one) => one.id === id);
      expect([first?.version, second?.version]).toEqual([1, 2]);
      expect(second?.exemptions).toContain('超期申诉成立的不计');
    },
  );
});

describe('every indicator', () => {
  it('given the list, then each has wrong formulas, its words, and a version of its own', () => {
    expect(Object.keys(WRONG).sort()).toEqual([...new Set(INDICATORS.map(({ id }) => id))].sort());
    const keys = INDICATORS.map(({ id, version }) => `${id}@${version}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { label, numerator, denominator, window, exemptions } of INDICATORS) {
      for (const text of [label, numerator, denominator, window, exemptions]) expect(text).toMatch(/\p{Script=Han}/u);
    }
  });

  it('given a formula with fines or confiscations, then it is refused with 行政处罚法 74', () => {
    const fines: Indicator = {
      ...named('rework'),
      id: 'fines',
      label: '罚没收缴率',
      reads: ['case_closed', 'payment_recorded'],
      observe: () => [],
    };
    expect(() => defineIndicator(fines)).toThrow(MoneyInEvaluation);
    expect(() => defineIndicator(fines)).toThrow(/行政处罚法第七十四条/);
    expect(defineIndicator({ ...fines, reads: ['case_closed'] }).id).toBe('fines');
  });

  it('given a formula that looks at events which it doesn’t name, then it gets none, and no amount anywhere', () => {
    const sly = defineIndicator({
      ...named('rework'),
      reads: ['case_closed'],
      observe: ({ steps }) => steps.filter(({ type }) => type === 'fine_banked') as never,
    });
    for (const { trail } of TRAILS) expect(sly.observe(trail)).toEqual([]);
    expect(JSON.stringify(TRAILS)).not.toMatch(/fine"|amount|penalty"|confiscation/);
  });

  it('given an act late in Shanghai’s night, then it counts on Shanghai’s day', () => {
    const events = (CASES['clean'] ?? []).map((event) => ({ ...event, at: event.at.replace('T01:', 'T17:') }));
    expect([...new Set(observationsOf(events).map(({ day }) => day))]).toContain('2026-09-15');
    expect([...new Set(observationsOf(CASES['clean'] ?? []).map(({ day }) => day))]).toEqual(['2026-09-14']);
  });
});

describe('intervals', () => {
  it('given hits and counts, then the interval is Wilson’s', () => {
    // Known values: 8 of 10 and 0 of 10.
    expect(wilson(8, 10)?.low).toBeCloseTo(0.4902, 4);
    expect(wilson(8, 10)?.high).toBeCloseTo(0.9433, 4);
    expect(wilson(0, 10)).toMatchObject({ low: 0 });
    expect(wilson(0, 10)?.high).toBeCloseTo(0.2775, 4);
    expect(wilson(10, 10)).toMatchObject({ high: 1 });
    expect(wilson(0, 0)).toBeNull();
  });
});
