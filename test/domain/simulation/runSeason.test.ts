import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../domain/catalogue';
import type { Distribution } from '../../../simulation/distribution';
import { Flow, type Proposals } from '../../../simulation/flow';
import { figuresOf } from '../../../simulation/figures';
import { Luck } from '../../../simulation/luck';
import { OfficeTime } from '../../../simulation/officeTime';
import { Rules } from '../../../simulation/rules';
import { runSeason } from '../../../simulation/runSeason';
import type { Arrival, SeasonCase } from '../../../simulation/season';
import type { Staffing } from '../../../simulation/staffing';
import { knobs } from '../support/random';
import { always, arrival, catalogue, FORMULA, HOUR, HUAIYUAN, MINUTE, ms, noLadder, road, shortRoad } from './support';

const FROM = '2026-09-07 00:00';

interface Told {
  readonly until?: string;
  readonly under?: Catalogue;
  readonly seed?: number;
}

function run(arrivals: readonly Arrival[], proposals: Proposals, staffing: Staffing, told: Told = {}) {
  const { until = '2026-11-02 00:00', under = noLadder, seed = 1 } = told;
  return runSeason({
    arrivals,
    until: ms(until),
    rules: new Rules(under),
    flow: new Flow([], proposals),
    office: new OfficeTime(ms(FROM), ms(until), under.calendar),
    postings: [{ from: ms(FROM), staffing }],
    luck: Luck.of(seed),
  });
}

const visit = (one: SeasonCase | undefined, n: number) => {
  const found = one?.visits[n];
  if (found === undefined) throw new Error(`no stay ${n}`);
  return found;
};

describe('two cases and one pair of officers', () => {
  const twoCases = [arrival('2026-09-14 09:00'), arrival('2026-09-14 09:30')];
  const proposals = shortRoad(always(10 * MINUTE), always(3 * HOUR));

  it('given three hours’ work each, then the second waits until the first is done, and noon isn’t worked', () => {
    const [first, second] = run(twoCases, proposals, { [HUAIYUAN]: 2 });
    // 09:10–12:00 is 2 h 50; the other ten minutes after one o’clock.
    expect([visit(first, 1).startedAt, first?.closedAt]).toEqual([ms('2026-09-14 09:10'), ms('2026-09-14 13:10')]);
    expect([visit(second, 1).startedAt, second?.closedAt]).toEqual([ms('2026-09-14 13:10'), ms('2026-09-14 16:10')]);
  });

  it('given a second pair, then nobody waits; one officer more is no pair (行政处罚法 42), and one alone does nothing', () => {
    const closings = (officers: number) =>
      run(twoCases, proposals, { [HUAIYUAN]: officers }).map(({ closedAt }) => closedAt);
    expect(closings(4)).toEqual([ms('2026-09-14 13:10'), ms('2026-09-14 13:40')]);
    expect(closings(3)).toEqual(closings(2));
    expect(closings(1)).toEqual([null, null]);
  });

  it('given work that doesn’t fit the day, then it goes on in the morning; over a holiday, after it', () => {
    const [evening] = run([arrival('2026-09-14 16:00')], proposals, { [HUAIYUAN]: 2 });
    // 16:10–17:00 is fifty minutes; 2 h 10 are left.
    expect(evening?.closedAt).toBe(ms('2026-09-15 11:10'));
    const [holiday] = run([arrival('2026-09-30 16:00')], proposals, { [HUAIYUAN]: 2 });
    expect(holiday?.closedAt).toBe(ms('2026-10-08 11:10'));
  });

  it('given three that wait, then what is due first is taken up first, not what came first', () => {
    const twoStages = road(
      { accept: always(MINUTE), verify: always(HOUR), close: always(HOUR) },
      { accept: { verify: 1 }, verify: { close: 1 }, close: { closed: 1 } },
    );
    const [first, second, third] = run(
      [arrival('2026-09-14 09:00'), arrival('2026-09-14 09:01'), arrival('2026-09-14 10:29')],
      twoStages,
      { [HUAIYUAN]: 2 },
    );
    // To close the first lies there from 10:01 and is due in seven working days; to look at the third, from 10:30 and in two.
    expect(visit(second, 1).startedAt).toBe(ms('2026-09-14 10:01'));
    expect(visit(third, 1).startedAt).toBe(ms('2026-09-14 11:01'));
    expect(visit(first, 2).startedAt).toBe(ms('2026-09-14 13:01'));
  });
});

describe('the real rules in a simulated case', () => {
  const endless = shortRoad(always(10 * MINUTE), always(100 * HOUR));

  it('given an item, then it goes to whom the catalogue’s rules give it; not delegated any more, to the bureau', () => {
    const kept: Catalogue = {
      ...noLadder,
      version: 'kept',
      items: noLadder.items.map((item) => (item.code === 'CG-001' ? { ...item, delegated: false } : item)),
    };
    const staffing = { [HUAIYUAN]: 2, bureau: 2 };
    const short = shortRoad(always(0), always(HOUR));
    const closedBy = (under: Catalogue, facts = {}) =>
      run([arrival('2026-09-14 09:00', { facts })], short, staffing, { under })[0]?.closedBy;
    expect([closedBy(noLadder), closedBy(kept), closedBy(noLadder, { pressOrMass: true })]).toEqual([
      'town',
      'bureau',
      'bureau',
    ]);
  });

  it('given a town with nobody, then it is red after two working days and the ladder takes it two later; not a tick earlier', () => {
    const at = '2026-09-19 00:00';
    const short = shortRoad(always(10 * MINUTE), always(HOUR));
    const nobody = { [HUAIYUAN]: 0, bureau: 2 };
    const [taken] = run([arrival('2026-09-14 09:00')], short, nobody, { under: catalogue });
    expect(visit(taken, 1)).toMatchObject({
      owner: HUAIYUAN,
      dueAt: ms('2026-09-17 00:00'),
      leftAt: ms(at),
      taken: true,
    });
    // A Sunday that is worked for the National Day: the bureau takes an hour of it.
    expect(visit(taken, 2)).toMatchObject({ owner: 'bureau', grade: 'bureau', enteredAt: ms(at) });
    expect(taken).toMatchObject({ closedBy: 'bureau', closedAt: ms('2026-09-20 10:00') });

    const [early] = run([arrival('2026-09-14 09:00')], short, nobody, { under: catalogue, until: at });
    expect(visit(early, 1)).toMatchObject({ leftAt: null, taken: false });
    const [never] = run([arrival('2026-09-14 09:00')], short, nobody, { under: noLadder });
    expect(visit(never, 1)).toMatchObject({ leftAt: null, taken: false });
  });

  it('given a case that is taken from who works on it, then they are free for the next', () => {
    const [first, second] = run(
      [arrival('2026-09-14 09:00'), arrival('2026-09-18 16:00')],
      endless,
      { [HUAIYUAN]: 2 },
      {
        under: catalogue,
      },
    );
    expect(visit(first, 1)).toMatchObject({
      startedAt: ms('2026-09-14 09:10'),
      leftAt: ms('2026-09-19 00:00'),
      by: null,
    });
    expect(visit(second, 1).startedAt).toBe(ms('2026-09-19 00:00'));
  });

  it('given a notice, then nobody decides before the party’s three working days are over, and the time to decide begins there', () => {
    const proposals = road(
      { accept: always(0), verify: always(0), notice: always(HOUR), decision: always(HOUR) },
      { accept: { verify: 1 }, verify: { notice: 1 }, notice: { decision: 1 }, decision: { closed: 1 } },
    );
    const [one] = run([arrival('2026-09-14 09:00')], proposals, { [HUAIYUAN]: 2 });
    // Noticed on Monday: 15, 16, 17 are the party’s. Then seven working days: 18, 20 (worked), 21–24, 28.
    expect(visit(one, 3)).toMatchObject({
      enteredAt: ms('2026-09-14 10:00'),
      readyAt: ms('2026-09-18 00:00'),
      startedAt: ms('2026-09-18 00:00'),
      leftAt: ms('2026-09-18 10:00'),
      dueAt: ms('2026-09-29 00:00'),
    });
  });

  it('given a return by the reviewer, then the investigation goes on with what was left of its thirty days', () => {
    const returned = road(
      { accept: always(0), verify: always(0), investigation: always(7 * HOUR), review: always(14 * HOUR) },
      {
        accept: { verify: 1 },
        verify: { investigation: 1 },
        investigation: { review: 1 },
        review: { investigation: 0.9999, closed: 0.0001 },
      },
    );
    const [one] = run([arrival('2026-09-14 09:00')], returned, { [HUAIYUAN]: 2, reviewers: 1 });
    const [began, , again] = [visit(one, 2), visit(one, 3), visit(one, 4)];
    expect(began).toMatchObject({ dueAt: ms('2026-10-15 00:00'), leftAt: ms('2026-09-14 17:00') });
    // With the reviewer from the evening of the 14th to that of the 16th: two days that don’t count.
    expect(again).toMatchObject({ enteredAt: ms('2026-09-16 17:00'), dueAt: ms('2026-10-17 00:00') });
  });

  it('given a stage of which nothing is known, then it stops there and says so: no number is made up', () => {
    const nothing = road({ accept: always(0) }, { accept: { verify: 1 } });
    expect(() => run([arrival('2026-09-14 09:00')], nothing, { [HUAIYUAN]: 2 })).toThrow('verify/town: no time');
  });

  it('given an item that the catalogue hasn’t, then it is refused with its name', () => {
    const unknown = [arrival('2026-09-14 09:00', { item: 'XX-999' })];
    expect(() => run(unknown, endless, { [HUAIYUAN]: 2 })).toThrow(/没有事项 XX-999/);
  });
});

describe('queues of which the answer is known', () => {
  /** Exponential, by its quantiles. */
  function exponential(mean: number): Distribution {
    const steps = Array.from({ length: 4_000 }, (_, n) => (n + 0.5) / 4_000);
    return {
      values: steps.map((share) => Math.round(-mean * Math.log(1 - share))),
      overBy: steps.map((_, n) => (n + 1) / 4_000),
    };
  }

  /** Mean wait in office time, with cases that come at random all through it. */
  function meanWait(hands: number, perHour: number, servedPerHour: number): number {
    const until = '2029-09-07 00:00';
    const office = new OfficeTime(ms(FROM), ms(until), noLadder.calendar);
    const luck = Luck.of(7);
    const arrivals: Arrival[] = [];
    for (let worked = 0; ;) {
      worked += -Math.log(1 - luck.share()) * (HOUR / perHour);
      const at = office.instantAfter(worked);
      if (at === Infinity) break;
      arrivals.push(arrival('2026-09-14 09:00', { at: Math.ceil(at) }));
    }
    const cases = run(
      arrivals,
      shortRoad(always(0), exponential(HOUR / servedPerHour)),
      { [HUAIYUAN]: hands * 2 },
      { until },
    );
    const waits = cases.flatMap(({ visits: [, verify] }) =>
      verify?.startedAt == null ? [] : [office.worked(verify.startedAt) - office.worked(verify.readyAt)],
    );
    return waits.reduce((sum, wait) => sum + wait, 0) / waits.length / HOUR;
  }

  it('given one pair, random cases and random work, then the mean wait is that of M/M/1: ρ / (μ − λ)', () => {
    // 0.7 / (10 − 7) h
    expect(meanWait(1, 7, 10) / (0.7 / 3)).toBeCloseTo(1, 1);
  });

  it('given three pairs, then it is Erlang’s: C / (cμ − λ)', () => {
    // a = 2.1, ρ = 0.7: C = (a³/3!)/(1−ρ) / (1 + a + a²/2 + (a³/3!)/(1−ρ)) = 0.4923…
    const c = 9.261 / 6 / 0.3;
    const erlang = c / (1 + 2.1 + 2.205 + c);
    expect(meanWait(3, 21, 10) / (erlang / 9)).toBeCloseTo(1, 1);
  });

  it('given other staffing, then each case’s own work is as long as it was: its luck is its own', () => {
    const office = new OfficeTime(ms(FROM), ms('2026-11-02 00:00'), noLadder.calendar);
    const first = ms('2026-09-14 09:00');
    const arrivals = Array.from({ length: 30 }, (_, n) => arrival('2026-09-14 09:00', { at: first + n * HOUR }));
    const twoWorks = road(
      { accept: always(MINUTE), verify: exponential(2 * HOUR), close: exponential(HOUR) },
      { accept: { verify: 1 }, verify: { close: 1 }, close: { closed: 1 } },
    );
    const lengths = (officers: number) =>
      run(arrivals, twoWorks, { [HUAIYUAN]: officers }).map((one) => {
        const { startedAt, leftAt } = visit(one, 2);
        return Math.round(office.worked(leftAt ?? NaN) - office.worked(startedAt ?? NaN));
      });
    expect(lengths(4)).toEqual(lengths(2));
    expect(new Set(lengths(2)).size).toBeGreaterThan(20);
  });

  it('given the same cases with the same luck and more officers, then never is more open at a week’s end', () => {
    const { seed, runs } = knobs('more officers', 20);
    const until = '2026-11-02 00:00';
    for (let n = 0; n < runs; n += 1) {
      const luck = Luck.of((seed + n) | 0);
      const arrivals = Array.from({ length: 300 }, () => ms(FROM) + luck.below(ms(until) - ms(FROM)))
        .sort((one, other) => one - other)
        .map((at) => arrival('2026-09-14 09:00', { at }));
      const mean = 1 + luck.below(6);
      const backlog = (officers: number) => {
        const staffing = { [HUAIYUAN]: officers };
        const cases = run(arrivals, shortRoad(exponential(HOUR), exponential(mean * HOUR)), staffing, {
          seed: seed + n,
        });
        const office = new OfficeTime(ms(FROM), ms(until), noLadder.calendar);
        const { measured } = figuresOf(cases, {
          ...{
            window: { from: ms(FROM), until: ms(until) },
            towns: [HUAIYUAN],
            office,
            officersMin: 2,
            formula: FORMULA,
          },
          postings: [{ from: ms(FROM), staffing }],
        });
        return measured.filter(({ figure }) => figure === 'backlog').map(({ value }) => value ?? NaN);
      };
      const [fewer, more] = [backlog(2), backlog(4)];
      expect(fewer.length).toBe(8);
      for (const [week, open] of more.entries()) expect(open).toBeLessThanOrEqual(fewer[week] ?? NaN);
    }
  });
});
