import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/time/lawDate';
import { lateFine, type LateFineInput } from '../../domain/time/lateFine';
import { remedies } from '../../domain/time/remedies';
import { catalogue } from './support/aCase';

const percentADay = catalogue.limits.find(({ id }) => id === 'late_fine_percent')?.value ?? Number.NaN;
const fined = (more: Partial<LateFineInput>) =>
  lateFine({ fine: 20_000, paidBy: '2026-11-20', payments: [], stops: [], asOf: '2026-11-30', percentADay, ...more });

describe('the late fine', () => {
  it('given a last day to pay, then nothing grows on it, and three percent grow on the day after', () => {
    expect(fined({ asOf: '2026-11-20' })).toEqual({ amount: 0, days: 0, capped: false, lines: [] });
    expect(fined({ asOf: '2026-11-21' })).toMatchObject({ amount: 600, days: 1, capped: false });
  });

  it('given the second story, then it is 6,000 by the end of the 30th, and stands still there while the party sues', () => {
    expect(fined({})).toMatchObject({ amount: 6_000, days: 10 });
    const sued = fined({ asOf: '2027-03-01', stops: [{ from: '2026-12-01', until: null }] });
    expect(sued).toMatchObject({ amount: 6_000, days: 10, capped: false });
    expect(fined({ asOf: '2026-12-01' }).amount).toBe(6_600);
  });

  it('given a suit that ends, then it grows again from the day after its end', () => {
    const stops = [{ from: '2026-12-01', until: '2026-12-20' }];
    expect(fined({ asOf: '2026-12-20', stops }).amount).toBe(6_000);
    expect(fined({ asOf: '2026-12-21', stops }).amount).toBe(6_600);
  });

  it('given a review within a suit, then a day is left out once', () => {
    const stops = [
      { from: '2026-11-23', until: '2026-11-27' },
      { from: '2026-11-25', until: '2026-11-28' },
    ];
    expect(fined({ stops })).toMatchObject({ amount: 2_400, days: 4 });
  });

  it('given thirty-three days, then 19,800; on the thirty-fourth it is the fine itself, and it never grows past that', () => {
    expect(fined({ asOf: addDays('2026-11-20', 33) })).toMatchObject({ amount: 19_800, days: 33, capped: false });
    expect(fined({ asOf: addDays('2026-11-20', 34) })).toMatchObject({ amount: 20_000, days: 34, capped: true });
    expect(fined({ asOf: addDays('2026-11-20', 400) })).toMatchObject({ amount: 20_000, days: 34, capped: true });
  });

  it('given half of it paid on the fifth day, then that day still grows on the whole and the next on the half', () => {
    const { amount, lines } = fined({ payments: [{ on: '2026-11-25', amount: 10_000 }] });
    expect(amount).toBe(5 * 600 + 5 * 300);
    expect(lines.map(({ from, until, principal, amount: part, sum }) => [from, until, principal, part, sum])).toEqual([
      ['2026-11-21', '2026-11-25', 20_000, 3_000, 3_000],
      ['2026-11-26', '2026-11-30', 10_000, 1_500, 4_500],
    ]);
  });

  it('given all of it paid, in time or late, then nothing grows afterwards', () => {
    expect(fined({ payments: [{ on: '2026-11-20', amount: 20_000 }] }).amount).toBe(0);
    expect(fined({ payments: [{ on: '2026-11-21', amount: 20_000 }] })).toMatchObject({ amount: 600, days: 1 });
  });

  it('given amounts with fen, then sums are kept to the fen', () => {
    expect(fined({ fine: 0.1, asOf: '2026-11-30' })).toMatchObject({ amount: 0.03, days: 10 });
    expect(fined({ fine: 33.33, asOf: '2026-11-23' }).amount).toBe(3);
  });
});

describe('what the party may still do, and then the bureau', () => {
  const law = {
    periods: Object.fromEntries(catalogue.periods.map((one) => [one.id, one])),
    calendar: catalogue.calendar,
  };

  it('given a decision served on 5 November 2026, then the dates of the second story follow', () => {
    expect(remedies('2026-11-05', law)).toEqual({
      reconsiderationUntil: '2027-01-04',
      lawsuitUntil: '2027-05-05',
      courtFrom: '2027-05-06',
      courtUntil: '2027-08-05',
      uncertainYears: [2027],
    });
  });

  it('given a law without one of the periods, then it is said and nothing is guessed', () => {
    expect(() => remedies('2026-11-05', { ...law, periods: {} })).toThrow('no period reconsideration');
  });
});
