import { describe, expect, it } from 'vitest';
import { checkModel, SeasonTooShort } from '../../../simulation/checkModel';
import { makeSeason } from '../../../simulation/makeSeason';
import { Rules } from '../../../simulation/rules';
import type { Staffing } from '../../../simulation/staffing';
import { FORMULA, HUAIYUAN, ms, noLadder, rates, wholeRoad, YANGMA } from './support';

const DAYS = { from: '2026-04-01', to: '2026-06-30' };
const STAFFING: Staffing = { [HUAIYUAN]: 4, [YANGMA]: 4, bureau: 4, reviewers: 2 };
const rules = new Rules(noLadder);

function season(seed: number, inJune: Staffing = STAFFING) {
  return makeSeason({
    ...{ days: DAYS, rates: rates(6), proposals: wholeRoad, rules, seed },
    postings: [
      { from: ms('2026-04-01 00:00'), staffing: STAFFING },
      { from: ms('2026-06-01 00:00'), staffing: inJune },
    ],
  });
}

function check(cases: ReturnType<typeof season>, seed: number) {
  return checkModel({
    ...{ cases, days: DAYS, world: { rules, staffing: STAFFING }, proposals: wholeRoad, formula: FORMULA },
    ...{ replications: 39, seed, step: () => undefined },
  });
}

describe('the model’s check', () => {
  it('given seasons that the model itself made, then of what it foretells of a month that it hasn’t seen 95 % come true', () => {
    // Fixed seeds: chance decided once and for all.
    const verdicts = Array.from({ length: 20 }, (_, n) => check(season(n + 1), n + 101)).flatMap(({ figures }) =>
      figures.map(({ within }) => within),
    );
    expect(verdicts).toHaveLength(80);
    expect(verdicts.filter((within) => within === true).length).toBeGreaterThanOrEqual(76);
  }, 120_000);

  it('given half of the officers away in that month, then what it foretold is said to lie outside', () => {
    const away: Staffing = { [HUAIYUAN]: 2, [YANGMA]: 2, bureau: 2, reviewers: 1 };
    for (const seed of [1, 2, 3]) {
      const outside = (inJune: Staffing) =>
        check(season(seed, inJune), seed + 100)
          .figures.filter(({ within }) => within === false)
          .map(({ figure }) => figure);
      expect(outside(STAFFING)).toEqual([]);
      expect(outside(away)).toEqual(expect.arrayContaining(['closed', 'red_share']));
    }
  }, 60_000);

  it('given what happens in the held-out month, then the forecast doesn’t know of it: the same whatever it was', () => {
    const away: Staffing = { [HUAIYUAN]: 0, [YANGMA]: 0, bureau: 0, reviewers: 0 };
    const foretold = (cases: ReturnType<typeof season>) => check(cases, 7).figures.map((one) => one.foretold);
    const asItWas = foretold(season(2));
    expect(foretold(season(2, away))).toEqual(asItWas);
    const nothingCame = season(2).filter(({ arrival }) => arrival.at < ms('2026-06-01 00:00'));
    expect(foretold(nothingCame)).toEqual(asItWas);
  });

  it('given a season of one month, then there is nothing to fit to, and it says so', () => {
    const short = { from: '2026-06-01', to: '2026-06-30' };
    expect(() =>
      checkModel({
        ...{
          cases: season(1),
          days: short,
          world: { rules, staffing: STAFFING },
          proposals: wholeRoad,
          formula: FORMULA,
        },
        ...{ replications: 39, seed: 1, step: () => undefined },
      }),
    ).toThrow(SeasonTooShort);
  });
});
