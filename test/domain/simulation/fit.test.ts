import { describe, expect, it } from 'vitest';
import { drawnDistribution, quantile, seenDistribution } from '../../../simulation/distribution';
import { Flow } from '../../../simulation/flow';
import { estimateOf } from '../../../simulation/interval';
import { makeSeason } from '../../../simulation/makeSeason';
import { OfficeTime } from '../../../simulation/officeTime';
import { Rules } from '../../../simulation/rules';
import { isWork } from '../../../simulation/season';
import { knownAt, staysOf } from '../../../simulation/staysOf';
import { always, HOUR, HUAIYUAN, ms, noLadder, rates, road, wholeRoad, YANGMA } from './support';

const DAYS = { from: '2026-03-01', to: '2026-05-31' };
const FROM = ms('2026-03-01 00:00');
const UNTIL = ms('2026-06-01 00:00');
const STAFFING = { [HUAIYUAN]: 4, [YANGMA]: 4, bureau: 4, reviewers: 1 };

const season = (seed: number) =>
  makeSeason({
    ...{ days: DAYS, rates: rates(12), proposals: wholeRoad, rules: new Rules(noLadder), seed },
    postings: [{ from: FROM, staffing: STAFFING }],
  });

describe('what a past season shows of work', () => {
  const cases = season(3);
  const office = new OfficeTime(FROM, UNTIL, noLadder.calendar);
  const stays = staysOf(cases, office, UNTIL);

  it('given who ended what and when, then how long each piece of work took is found to the millisecond, waiting left out', () => {
    let found = 0;
    let waited = 0;
    for (const [n, { visits }] of cases.entries()) {
      for (const [m, { stage, startedAt, readyAt, leftAt }] of visits.entries()) {
        if (!isWork(stage) || leftAt === null || startedAt === null) continue;
        found += 1;
        if (startedAt > readyAt) waited += 1;
        expect(stays[n]?.[m]?.length).toEqual({ ms: office.worked(leftAt) - office.worked(startedAt), ended: true });
      }
    }
    expect(found).toBeGreaterThan(500);
    expect(waited).toBeGreaterThan(100);
  });

  it('given a day in the middle, then nothing is known of what came or ended on it or later', () => {
    const cut = ms('2026-04-15 00:00');
    const known = knownAt(cases, cut);
    const instants = known.flatMap(({ arrival, visits, closedAt }) => [
      arrival.at,
      closedAt ?? 0,
      ...visits.flatMap(({ enteredAt, leftAt }) => [enteredAt, leftAt ?? 0]),
    ]);
    expect(Math.max(...instants)).toBeLessThan(cut);
    expect(known.length).toBe(cases.filter(({ arrival }) => arrival.at < cut).length);
    expect(known.some(({ visits }) => visits.at(-1)?.leftAt === null)).toBe(true);
    expect(cases.some(({ closedAt }) => closedAt !== null && closedAt >= cut)).toBe(true);
  });
});

describe('a distribution', () => {
  it('given what is still going on, then it counts as long as it was seen: leaving it out would make all look short', () => {
    const lengths = [
      { ms: 1, ended: true },
      { ms: 2, ended: false },
      { ms: 3, ended: true },
      { ms: 4, ended: true },
    ];
    // A quarter is over by 1; of the rest two are left at 3, so half of three quarters.
    expect(seenDistribution(lengths)).toEqual({ values: [1, 3, 4], overBy: [0.25, 0.625, 1] });
    expect(seenDistribution(lengths.filter(({ ended }) => ended))?.overBy[0]).toBeCloseTo(1 / 3, 10);
    expect(seenDistribution([{ ms: 2, ended: false }])).toBeNull();
  });

  it('given a share, then its quantile; given four figures, then the median and the 90 % are where they were said to be', () => {
    const three = { values: [1, 3, 4], overBy: [0.25, 0.625, 1] };
    expect([0, 0.2499, 0.25, 0.62, 0.625, 0.999].map((share) => quantile(three, share))).toEqual([1, 1, 3, 3, 4, 4]);
    const drawn = drawnDistribution(0, 1_000, 5_000, 9_000);
    expect(quantile(drawn, 0.5) / 1_000).toBeCloseTo(1, 1);
    expect(quantile(drawn, 0.9) / 5_000).toBeCloseTo(1, 1);
  });
});

describe('a fit', () => {
  const proposals = road({ verify: always(9 * HOUR), file: always(HOUR) }, { verify: { file: 1 } });
  const stay = {
    ...({ stage: 'verify', grade: 'town', length: { ms: HOUR, ended: true } } as const),
    onward: { stage: 'closed', grade: 'town' } as const,
  };

  it('given a stage that was seen, then as it was seen; at another grade, the times of the others and the proposed way, and it is said', () => {
    const flow = new Flow([stay], proposals);
    expect([flow.lasts('verify', 'town', 0.5), flow.onward('verify', 'town', 0.5).stage]).toEqual([HOUR, 'closed']);
    expect(flow.assumed).toEqual([]);
    expect([flow.lasts('verify', 'bureau', 0.5), flow.onward('verify', 'bureau', 0.5).stage]).toEqual([HOUR, 'file']);
    expect(flow.lasts('file', 'bureau', 0.5)).toBe(HOUR);
    expect(flow.assumed).toEqual([
      { what: 'time', stage: 'verify', grade: 'bureau', from: 'other_grades' },
      { what: 'route', stage: 'verify', grade: 'bureau', from: 'proposals' },
      { what: 'time', stage: 'file', grade: 'bureau', from: 'proposals' },
    ]);
  });

  it('given what is known neither way, then it is refused', () => {
    expect(() => new Flow([stay], proposals).lasts('close', 'town', 0.5)).toThrow('close/town');
  });
});

describe('an interval', () => {
  it('given n replications alike, then one more lies in it with 95 % by order alone: 39 give their ends, 199 the fifths', () => {
    const upTo = (n: number) => Array.from({ length: n }, (_, value) => value + 1).reverse();
    expect(estimateOf(upTo(39))).toEqual({ mean: 20, low: 1, high: 39, known: 39 });
    expect(estimateOf(upTo(199))).toEqual({ mean: 100, low: 5, high: 195, known: 199 });
  });

  it('given 38, or nulls among 39, then there is none: unknown is said', () => {
    expect(estimateOf(Array.from({ length: 38 }, () => 1))).toBeNull();
    expect(estimateOf([...Array.from({ length: 38 }, () => 1), null])).toBeNull();
  });
});
