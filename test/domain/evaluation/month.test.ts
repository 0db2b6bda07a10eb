import { describe, expect, it } from 'vitest';
import { firstDayOf, isMonth, lastDayOf, monthBefore } from '../../../domain/time/month';

describe('the month before', () => {
  it.each([
    ['2026-11-01 06:00 in Shanghai', '2026-10-31T22:00:00.000Z', '2026-10'],
    ['its first instant', '2026-10-31T16:00:00.000Z', '2026-10'],
    ['one tick earlier, still October there', '2026-10-31T15:59:59.999Z', '2026-09'],
    ['the new year', '2025-12-31T22:00:00.000Z', '2025-12'],
    ['the 31st, whose day last month lacks', '2026-12-31T04:00:00.000Z', '2026-11'],
  ])('given %s, then it is the month before in Shanghai', (_what, instant, month) => {
    expect(monthBefore(instant)).toBe(month);
  });

  it('given a month, then its first and last days, in a leap year too', () => {
    expect([firstDayOf('2028-02'), lastDayOf('2028-02'), lastDayOf('2026-02'), lastDayOf('2026-12')]).toEqual([
      ...['2028-02-01', '2028-02-29', '2026-02-28', '2026-12-31'],
    ]);
    expect(['2026-12', '2026-13', '2026-00', '2026-1', '2026-012'].filter(isMonth)).toEqual(['2026-12']);
  });
});
