import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadEvaluation } from '../../../config/evaluation';
import { rank } from '../../../domain/evaluation/rank';
import { scoreOf, type Figure, type ScoreFormula } from '../../../domain/evaluation/score';

const CATALOGUE = join(import.meta.dirname, '../../../config/catalogue');
const shipped = loadEvaluation(CATALOGUE);
const [formula] = shipped.formulas;
if (formula === undefined) throw new Error('no formula is shipped');

const scored = (figures: Readonly<Record<string, readonly [number, number]>>, over: ScoreFormula = formula) =>
  scoreOf(over, ({ indicator }): Figure => {
    const [hits, n] = figures[indicator] ?? [0, 0];
    return { hits, n };
  });
const evenly = (of: number): Readonly<Record<string, readonly [number, number]>> => ({
  handled: [of, of],
  duties_on_time: [of, of],
  rework: [0, of],
  overdue_pending: [0, of],
  extended: [0, of],
});

describe('a score', () => {
  it('given everything done and nothing sent back, then it is 100, and the less it rests on the wider its interval', () => {
    const many = scored(evenly(1_000));
    const few = scored(evenly(3));
    expect([many.points, few.points]).toEqual([100, 100]);
    expect(many).toMatchObject({ high: 100, unknownWeight: 0, smallest: 1_000 });
    expect(few.low).toBeLessThan(many.low ?? 0);
  });

  it('given shares, then 30 × handled + 20 × on time + 20 × (1 − rework) + 20 × (1 − overdue) + 10 × (1 − extended)', () => {
    const { points, parts } = scored({
      handled: [90, 100],
      duties_on_time: [80, 100],
      rework: [10, 40],
      overdue_pending: [5, 100],
      extended: [1, 10],
    });
    // 27 + 16 + 15 + 19 + 9, worked out by hand.
    expect(points).toBeCloseTo(86, 10);
    expect(parts.map((part) => Math.round(part.points ?? NaN))).toEqual([27, 16, 15, 19, 9]);
  });

  it('given nothing to review, then the rest counts for all of 100, and how much is unknown is said', () => {
    const { points, unknownWeight } = scored({ ...evenly(50), rework: [0, 0], handled: [25, 50] });
    // (15 + 20 + 20 + 10) of 80.
    expect(points).toBeCloseTo((65 / 80) * 100, 10);
    expect(unknownWeight).toBe(20);
    expect(scored({})).toMatchObject({ points: null, low: null, high: null, unknownWeight: 100 });
  });

  it('given one part alone, then its interval is the part’s own, turned over where its rest counts', () => {
    const one = (countsAs: 'share' | 'rest') =>
      scored({ handled: [8, 10] }, { ...formula, parts: [{ ...only, countsAs }] });
    const only = { indicator: 'handled', indicatorVersion: 1, weight: 100, countsAs: 'share' } as const;
    expect(one('share').low).toBeCloseTo(49.02, 2);
    expect(one('share').high).toBeCloseTo(94.33, 2);
    expect(one('rest').low).toBeCloseTo(100 - 94.33, 2);
    expect(one('rest').high).toBeCloseTo(100 - 49.02, 2);
  });
});

describe('places', () => {
  it('given one who is better even where chance was against them, then they are first, and overlapping ones share their places', () => {
    const scores = [95, 80, 78, 20].map((hits) => scored({ ...evenly(200), handled: [hits * 2, 200] }));
    expect(rank(scores, 30)).toEqual([
      { best: 1, worst: 1 },
      { best: 2, worst: 3 },
      { best: 2, worst: 3 },
      { best: 4, worst: 4 },
    ]);
  });

  it('given three cases, then no place is made of them, nor do they take one; thirty are enough, 29 not', () => {
    const scores = [3, 29, 30].map((n) => scored(evenly(n)));
    expect(rank(scores, 30)).toEqual([null, null, { best: 1, worst: 1 }]);
  });
});

describe('the weights on file', () => {
  const changed = (change: (text: string) => string, file = 'score_weights.csv') => {
    const dir = mkdtempSync(join(tmpdir(), 'weights-'));
    cpSync(CATALOGUE, dir, { recursive: true });
    writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));
    return () => loadEvaluation(dir);
  };

  it('given the shipped ones, then they make 100, and nobody has confirmed them yet', () => {
    expect(formula.parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    expect(formula).toMatchObject({ id: 'duty_score', version: 1, verified: false });
    expect(shipped.enough).toBe(30);
  });

  it('given a score over fines, then the start stops with the line, naming 行政处罚法 74', () => {
    expect(changed((text) => text.replace('handled,1', 'fines_collected,1'))).toThrow(
      /score_weights\.csv.*2[\s\S]*行政处罚法第七十四条/,
    );
  });

  it('given weights that don’t make 100, a duration, or an indicator twice, then the start stops and says what to do', () => {
    expect(changed((text) => text.replace(',30,share', ',31,share'))).toThrow(/各项权重之和应为 100/);
    expect(changed((text) => text.replace('handled,1', 'time_to_close,1'))).toThrow(/只能用份额/);
    expect(changed((text) => text.replace('duties_on_time,1', 'handled,1'))).toThrow(/不应重复/);
    expect(changed((text) => text.replace(',30,', ',,'), 'evaluation_limits.csv')).toThrow(/evaluation_limits\.csv/);
  });

  it('given a day that not every month has, an hour that no day has, one twice or none, then the start stops with the line', () => {
    const limits = (change: (text: string) => string) => changed(change, 'evaluation_limits.csv');
    expect(shipped.reportAt).toEqual({ day: 1, hour: 6 });
    expect(limits((text) => text.replace(/(report_day,[^,]*,)1,/, '$128,'))().reportAt.day).toBe(28);
    expect(limits((text) => text.replace(/(report_day,[^,]*,)1,/, '$129,'))).toThrow(
      /evaluation_limits\.csv.*3[\s\S]*1 到 28/,
    );
    expect(limits((text) => text.replace(/(report_hour,[^,]*,)6,/, '$124,'))).toThrow(
      /evaluation_limits\.csv.*4[\s\S]*0 到 23/,
    );
    expect(limits((text) => text.replace(/(town_share_target,[^,]*,)80,/, '$1101,'))).toThrow(
      /evaluation_limits\.csv.*5[\s\S]*0 到 100/,
    );
    expect(limits((text) => text.replace('report_hour', 'report_day'))).toThrow(/不应重复[\s\S]*应有一行 report_hour/);
  });
});
