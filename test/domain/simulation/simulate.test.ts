import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../domain/catalogue';
import { makeSeason } from '../../../simulation/makeSeason';
import { Rules } from '../../../simulation/rules';
import { simulate, type Answer, type Question, type Source, type World } from '../../../simulation/simulate';
import type { Staffing } from '../../../simulation/staffing';
import { catalogue, FORMULA, HUAIYUAN, ms, noLadder, rates, wholeRoad, YANGMA } from './support';

const DAYS = { from: '2026-04-01', to: '2026-05-31' };
const STAFFING: Staffing = { [HUAIYUAN]: 4, [YANGMA]: 4, bureau: 4, reviewers: 1 };
const base: World = { rules: new Rules(catalogue), staffing: STAFFING };
const MADE_UP: Source = { kind: 'made_up', rates: rates(5) };

function ask(over: Partial<Question> = {}): Answer {
  return simulate({
    ...{ source: MADE_UP, days: DAYS, base, scenario: null, proposals: wholeRoad, formula: FORMULA, enough: 30 },
    ...{ replications: 39, seed: 5, step: () => undefined },
    ...over,
  });
}

const figure = ({ figures }: Answer, id: string, of: string | null = null) => {
  const found = figures.find((one) => one.figure === id && one.of === of);
  if (found === undefined) throw new Error(`no figure ${id} ${of}`);
  return found;
};

describe('a question about a season', () => {
  it('given the same seed, then the same answer; another seed, another', () => {
    expect(ask()).toEqual(ask());
    expect(ask({ seed: 6 }).figures).not.toEqual(ask().figures);
  });

  it('given a scenario that changes nothing, then every difference is nought: both live through the same luck', () => {
    const answer = ask({ scenario: { ...base } });
    const differences = answer.figures.flatMap(({ difference }) => difference ?? []);
    expect(differences.length).toBeGreaterThan(20);
    for (const { mean, low, high } of differences) expect([mean, low, high]).toEqual([0, 0, 0]);
  });

  it('given a pair more in one town, then it is less busy there, and the difference is surer than the two alone', () => {
    const answer = ask({ scenario: { ...base, staffing: { ...STAFFING, [HUAIYUAN]: 6 } } });
    const { base: before, scenario: after, difference } = figure(answer, 'utilisation', HUAIYUAN);
    expect(difference?.high).toBeLessThan(0);
    const width = (one: typeof difference) => (one?.high ?? NaN) - (one?.low ?? NaN);
    expect(width(difference)).toBeLessThan((width(before) + width(after)) / 2);
    expect(figure(answer, 'utilisation', YANGMA).difference?.mean).toBeCloseTo(0, 1);
    expect(figure(answer, 'opened').difference).toMatchObject({ low: 0, high: 0 });
  });

  it('given rules that delegate nothing any more, then nothing is closed at town level', () => {
    const nothing: Catalogue = {
      ...catalogue,
      version: 'nothing',
      items: catalogue.items.map((item) => ({ ...item, delegated: false })),
    };
    const answer = ask({ scenario: { ...base, rules: new Rules(nothing) } });
    expect(figure(answer, 'town_share')).toMatchObject({ scenario: { mean: 0, high: 0 } });
    expect(figure(answer, 'town_share').difference?.high).toBeLessThan(-0.5);
    expect(answer.scenario?.catalogue).toBe('nothing');
  });

  it('given shorter periods, then more is red of the same cases', () => {
    const short: Catalogue = {
      ...noLadder,
      version: 'short',
      periods: noLadder.periods.map((period) =>
        ['verify', 'file', 'investigation'].includes(period.id)
          ? { ...period, span: { number: 2, unit: 'working_hour' } }
          : period,
      ),
    };
    const long: World = { ...base, rules: new Rules(noLadder) };
    const answer = ask({ base: long, scenario: { ...base, rules: new Rules(short) } });
    expect(figure(answer, 'red_share', 'verify').difference?.low).toBeGreaterThan(0.2);
    expect(figure(answer, 'opened').difference).toMatchObject({ low: 0, high: 0 });
  });

  it('given a score, then what can’t be simulated stays unknown: the ten points of extensions', () => {
    const { places, figures } = ask();
    expect(places.find(({ town }) => town === HUAIYUAN)).toMatchObject({ unknownWeight: 10 });
    expect(figures.find(({ figure: id, of }) => id === 'score' && of === HUAIYUAN)?.base?.high).toBeLessThanOrEqual(
      100,
    );
    // A town of which no case came in has no score and no place.
    expect(figure(ask(), 'score', '510184001').base).toBeNull();
    expect(places.find(({ town }) => town === '510184001')).toMatchObject({ base: null, unknownWeight: 100 });
  });

  it('given the answer, then it is plain JSON, and one step was told of each replication', () => {
    let steps = 0;
    const answer = ask({ scenario: { ...base }, step: () => (steps += 1) });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    expect(steps).toBe(39);
  });
});

describe('a question about a past season', () => {
  const cases = makeSeason({
    ...{ days: DAYS, rates: rates(5), proposals: wholeRoad, rules: base.rules, seed: 11 },
    postings: [{ from: ms('2026-04-01 00:00'), staffing: STAFFING }],
  });

  it('given real arrivals, then they are the same in every replication, and what happened stands beside', () => {
    const answer = ask({ source: { kind: 'past', cases } });
    const opened = figure(answer, 'opened');
    expect(opened).toMatchObject({ actual: cases.length, base: { low: cases.length, high: cases.length } });
    const closed = figure(answer, 'closed');
    expect(closed.actual).toBe(cases.filter(({ closedAt }) => closedAt !== null).length);
    expect(closed.actual).toBeGreaterThanOrEqual(closed.base?.low ?? NaN);
    expect(closed.actual).toBeLessThanOrEqual(closed.base?.high ?? NaN);
  });

  it('given a season without a case of the bureau, then a scenario that needs its times says where it took them from', () => {
    const towns = cases.filter(({ visits }) => visits.every(({ grade }) => grade === 'town'));
    const nothing: Catalogue = { ...catalogue, items: catalogue.items.map((item) => ({ ...item, delegated: false })) };
    const answer = ask({ source: { kind: 'past', cases: towns }, scenario: { ...base, rules: new Rules(nothing) } });
    expect(answer.assumed).toContainEqual({ what: 'time', stage: 'verify', grade: 'bureau', from: 'other_grades' });
    expect(answer.assumed).toContainEqual({ what: 'route', stage: 'verify', grade: 'bureau', from: 'proposals' });
    expect(answer.assumed).toContainEqual({ what: 'time', stage: 'investigation', grade: 'bureau', from: 'proposals' });
  });
});
