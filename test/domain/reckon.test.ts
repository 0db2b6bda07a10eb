import { describe, expect, it } from 'vitest';
import type { Calendar, Instant, Period, PeriodUnit } from '../../domain/catalogue';
import { BUREAU, DISPATCH_CENTRE } from '../../domain/people';
import { lastDayOf, lightAt } from '../../domain/time/clock';
import { addMonths, endOf, isLawDate, lawDateOf, startOf } from '../../domain/time/lawDate';
import { before, reckon } from '../../domain/time/reckon';
import { startClock } from '../../domain/time/startClock';
import { dayKind } from '../../domain/time/workingDay';
import { catalogue, justBefore, perform, shanghai, STREET } from './support/aCase';
import { takenAt } from './support/takenAt';
import { decider, handler } from './support/people';
import { reach } from './support/road';

const { calendar } = catalogue;
const NO_HOLIDAYS: Calendar = { version: 'none', knownYears: [2026], exceptions: {}, workingHours: [] };

function period(id: string): Period {
  const found = catalogue.periods.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no period ${id}`);
  return found;
}

/** The last day of a period of the catalogue that starts at an instant. */
function last(id: string, start: Instant): string | null {
  const { span, rollsForward } = period(id);
  return reckon(start, span, calendar, rollsForward).lastDay;
}

function days(start: string, number: number, unit: PeriodUnit, rolls = false, by: Calendar = calendar) {
  return reckon(shanghai(`${start} 10:00`), { number, unit }, by, rolls);
}

describe('the calendar of 2026', () => {
  it.each([
    ['2026-09-24', true],
    ['2026-09-25', false],
    ['2026-09-26', false],
    ['2026-09-27', false],
    ['2026-09-28', true],
    ['2026-09-20', true],
    ['2026-09-19', false],
    ['2026-09-30', true],
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
    ['2026-10-17', false],
  ])('given %s, when asked whether people work, then %s', (date, work) => {
    expect(dayKind(date, calendar)).toMatchObject({ work, known: true });
  });

  it('given a day of a year that has not been announced, when asked, then the week decides and it is said', () => {
    expect(dayKind('2027-10-01', calendar)).toEqual({ work: true, name: '周五', known: false });
    expect(dayKind('2026-10-01', calendar)).toMatchObject({ work: false, known: true });
  });
});

describe('the dates of the three stories', () => {
  it.each([
    ['registered_preservation', '2026-09-18', '2026-09-29'],
    ['hearing_request', '2026-09-30', '2026-10-13'],
    ['hearing_notice', '2026-10-14', '2026-10-23'],
    ['fine_hand_in', '2026-09-24', '2026-09-29'],
    ['fine_banking', '2026-09-28', '2026-09-30'],
    ['ordinary_case', '2026-09-16', '2026-12-15'],
    ['service', '2026-10-30', '2026-11-10'],
    ['payment', '2026-11-05', '2026-11-20'],
    ['reconsideration', '2026-11-05', '2027-01-04'],
    ['lawsuit', '2026-11-05', '2027-05-05'],
    ['court_application', '2027-05-05', '2027-08-05'],
    ['seizure', '2026-09-16', '2026-10-16'],
    ['demand_notice', '2026-09-30', '2026-10-20'],
  ])(
    'given %s from %s, when it is reckoned, then its last day is %s and it is over at that midnight',
    (id, from, to) => {
      expect(last(id, shanghai(`${from} 16:00`))).toBe(to);
      const { span, rollsForward } = period(id);
      const { dueAt } = reckon(shanghai(`${from} 16:00`), span, calendar, rollsForward);
      expect(dueAt).toBe(endOf(to));
      expect(lawDateOf(justBefore(dueAt))).toBe(to);
      expect(lawDateOf(dueAt)).not.toBe(to);
    },
  );

  it.each(['00:00', '08:30', '16:00', '23:59'])(
    'given a start at %s in Shanghai, then the hour of the day moves no date',
    (hour) => {
      expect(last('registered_preservation', shanghai(`2026-09-18 ${hour}`))).toBe('2026-09-29');
      expect(last('ordinary_case', shanghai(`2026-09-16 ${hour}`))).toBe('2026-12-15');
    },
  );

  it('given the last millisecond of a day, then it still belongs to it, and one more is the next day', () => {
    const midnight = endOf('2026-09-16');
    expect(last('ordinary_case', justBefore(midnight))).toBe('2026-12-15');
    expect(last('ordinary_case', midnight)).toBe('2026-12-16');
  });

  it('given a case filed on 16 September, then its decision is due 90 calendar days later', () => {
    const verified = reach('town_bureau_review', 'file');
    const state = perform(verified, 'file_case', decider(verified), {}, shanghai('2026-09-16 15:00'));
    const clock = state.clocks['case'];
    if (clock === undefined) throw new Error('no clock of the case');
    expect(lastDayOf(clock)).toBe('2026-12-15');
    expect(lightAt(clock, justBefore(clock.dueAt))).toBe('yellow');
    expect(lightAt(clock, clock.dueAt)).toBe('red');
  });

  it('given a decision of 30 October, then it is served by 10 November; served on the 5th, paid by the 20th', () => {
    const decided = reach('town_bureau_review', 'decision');
    const heard = perform(decided, 'record_statement', handler(decided));
    const served = perform(heard, 'decide_penalty', decider(heard), {}, shanghai('2026-10-30 11:00'));
    const service = served.clocks['service'];
    expect(service === undefined ? null : lastDayOf(service)).toBe('2026-11-10');

    const onTheDay = perform(
      served,
      'serve_decision',
      handler(served),
      { servedOn: '2026-11-05' },
      shanghai('2026-11-05 10:00'),
    );
    const putOnFileLater = perform(
      served,
      'serve_decision',
      handler(served),
      { servedOn: '2026-11-05' },
      shanghai('2026-11-09 10:00'),
    );
    for (const { clocks } of [onTheDay, putOnFileLater]) {
      const clock = clocks['performance'];
      if (clock === undefined) throw new Error('no clock of performance');
      expect(lastDayOf(clock)).toBe('2026-11-20');
      expect(lightAt(clock, justBefore(clock.dueAt))).not.toBe('red');
      expect(lightAt(clock, clock.dueAt)).toBe('red');
    }
  });
});

describe('rules that systems in use got wrong give other dates', () => {
  it('given five working days from 30 September, then calendar days, a week without holidays or a counted first day differ', () => {
    expect(days('2026-09-30', 5, 'working_day').lastDay).toBe('2026-10-13');
    expect(days('2026-09-30', 5, 'calendar_day').lastDay).toBe('2026-10-05');
    expect(days('2026-09-30', 5, 'working_day', false, NO_HOLIDAYS).lastDay).toBe('2026-10-07');
    expect(days('2026-09-29', 5, 'working_day').lastDay).toBe('2026-10-12');
  });

  it('given a hearing request, then it is five working days and never three calendar days', () => {
    expect(period('hearing_request').span).toEqual({ number: 5, unit: 'working_day' });
    expect(last('hearing_request', shanghai('2026-09-30 10:00'))).not.toBe(
      days('2026-09-30', 3, 'calendar_day').lastDay,
    );
  });

  it('given a demand notice, then it is ten working days and never ten calendar days', () => {
    expect(period('demand_notice').span).toEqual({ number: 10, unit: 'working_day' });
    expect(last('demand_notice', shanghai('2026-09-30 10:00'))).not.toBe(
      days('2026-09-30', 10, 'calendar_day').lastDay,
    );
  });

  it('given a public notice, then it is thirty days and never sixty', () => {
    expect(period('public_notice').span).toEqual({ number: 30, unit: 'calendar_day' });
  });

  it('given three months to ask the court, then they run from the end of the remedies, not from the day of payment', () => {
    expect(last('court_application', shanghai('2027-05-05 10:00'))).toBe('2027-08-05');
    expect(last('court_application', shanghai('2026-11-20 10:00'))).not.toBe('2027-08-05');
  });

  it('given ninety days in milliseconds, then they pass 32 bits without wrapping', () => {
    const start = shanghai('2026-09-16 00:00');
    expect(Date.parse(days('2026-09-16', 90, 'calendar_day').dueAt) - Date.parse(start)).toBe(91 * 86_400_000);
    expect(91 * 86_400_000).toBeGreaterThan(2 ** 31);
  });

  it('given a start on a Shanghai morning that is still yesterday in UTC, then the day of law is Shanghai’s', () => {
    expect(shanghai('2026-09-18 07:59').slice(0, 10)).toBe('2026-09-17');
    expect(last('registered_preservation', shanghai('2026-09-18 07:59'))).toBe('2026-09-29');
  });
});

describe('a last day on a rest day', () => {
  it('given a period that rolls forward, when its last day is a holiday, then it moves to the next working day', () => {
    expect(days('2026-09-16', 15, 'calendar_day', true).lastDay).toBe('2026-10-08');
    expect(days('2026-09-16', 15, 'calendar_day', false).lastDay).toBe('2026-10-01');
  });

  it('given a last day on a Sunday that is worked, then it stays, and on one that is not it moves', () => {
    expect(days('2026-09-05', 15, 'calendar_day', true).lastDay).toBe('2026-09-20');
    expect(days('2026-08-29', 15, 'calendar_day', true).lastDay).toBe('2026-09-14');
  });
});

describe('months and years', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-11-05', 6, '2027-05-05'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('given %s and %i months, then the same day or the month’s last: %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('given two years from a leap day, then the last day of that February', () => {
    expect(days('2028-02-29', 2, 'year').lastDay).toBe('2030-02-28');
    expect(days('2028-02-28', 2, 'year').lastDay).toBe('2030-02-28');
    expect(days('2028-03-01', 2, 'year').lastDay).toBe('2030-03-01');
  });

  it.each([
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['26-01-01', false],
  ])('given %s, when asked whether it is a date, then %s', (text, is) => {
    expect(isLawDate(text)).toBe(is);
  });
});

describe('a year whose holidays are not announced', () => {
  it('given working days that run into it, then the year is named; within the known year, none is', () => {
    expect(days('2026-12-30', 5, 'working_day')).toMatchObject({ lastDay: '2027-01-06', uncertainYears: [2027] });
    expect(days('2026-12-30', 1, 'working_day')).toMatchObject({ lastDay: '2026-12-31', uncertainYears: [] });
  });

  it('given a last day that rolls forward there, then the year is named; where nothing rolls, it does not matter', () => {
    expect(days('2026-11-05', 60, 'calendar_day', true).uncertainYears).toEqual([2027]);
    expect(days('2026-11-05', 60, 'calendar_day', false).uncertainYears).toEqual([]);
  });

  it('given two unknown years, then both are named', () => {
    expect(days('2027-12-30', 5, 'working_day').uncertainYears).toEqual([2027, 2028]);
  });

  it('given a clock that runs into it, then the clock says so, and its neighbour within the year does not', () => {
    const at = (text: string) =>
      startClock('service', period('service'), STREET, shanghai(text), calendar).uncertainYears;
    expect(at('2026-12-29 10:00')).toEqual([2027]);
    expect(at('2026-12-15 10:00')).toEqual([]);
  });
});

describe('minutes and hours', () => {
  it('given thirty minutes, then they run by the clock, through the night too', () => {
    expect(reckon(shanghai('2026-09-24 23:50'), { number: 30, unit: 'minute' }, calendar, false)).toEqual({
      dueAt: shanghai('2026-09-25 00:20'),
      lastDay: null,
      uncertainYears: [],
    });
  });

  it('given twenty-four hours over a holiday, then they are twenty-four hours', () => {
    const { dueAt } = reckon(shanghai('2026-09-30 18:00'), { number: 24, unit: 'hour' }, calendar, false);
    expect(dueAt).toBe(shanghai('2026-10-01 18:00'));
  });
});

describe('the yellow point', () => {
  const clockOf = (id: string, start: string) => startClock(id, period(id), STREET, shanghai(start), calendar);

  it.each([
    ['accept', '2026-09-24 16:00', shanghai('2026-09-24 16:21'), shanghai('2026-09-24 16:30')],
    ['notice_statement', '2026-09-30 16:00', startOf('2026-10-10'), endOf('2026-10-10')],
    ['service', '2026-10-30 11:00', startOf('2026-11-09'), endOf('2026-11-10')],
    ['ordinary_case', '2026-09-16 15:00', startOf('2026-12-01'), endOf('2026-12-15')],
    ['payment', '2026-11-05 10:00', startOf('2026-11-18'), endOf('2026-11-20')],
  ])('given %s from %s, then it is green until %s, yellow until %s, then red', (id, start, yellowAt, dueAt) => {
    const clock = clockOf(id, start);
    expect(clock).toMatchObject({ yellowAt, dueAt });
    expect(lightAt(clock, justBefore(yellowAt))).toBe('green');
    expect(lightAt(clock, yellowAt)).toBe('yellow');
    expect(lightAt(clock, justBefore(dueAt))).toBe('yellow');
    expect(lightAt(clock, dueAt)).toBe('red');
  });

  it('given more to be left than the whole period is long, then it is yellow from its start and not before it', () => {
    const short: Period = {
      ...period('service'),
      yellow: { kind: 'remaining', span: { number: 30, unit: 'working_day' } },
    };
    const start = shanghai('2026-10-30 11:00');
    expect(startClock('service', short, STREET, start, calendar).yellowAt).toBe(start);
  });

  it('given a period without a yellow point, then it goes from green to red', () => {
    const bare: Period = { ...period('service'), yellow: null };
    const clock = startClock('service', bare, STREET, shanghai('2026-10-30 11:00'), calendar);
    expect(clock.yellowAt).toBeNull();
    expect(lightAt(clock, justBefore(clock.dueAt))).toBe('green');
    expect(lightAt(clock, clock.dueAt)).toBe('red');
  });

  it.each([
    [{ number: 30, unit: 'minute' }, shanghai('2026-11-10 23:30')],
    [{ number: 6, unit: 'hour' }, shanghai('2026-11-10 18:00')],
    [{ number: 3, unit: 'calendar_day' }, startOf('2026-11-08')],
    [{ number: 2, unit: 'working_day' }, startOf('2026-11-09')],
    [{ number: 1, unit: 'month' }, startOf('2026-10-11')],
    [{ number: 1, unit: 'year' }, startOf('2025-11-11')],
  ] as const)('given a period that ends with 10 November, when %o is left, then it is %s', (span, at) => {
    expect(before(endOf('2026-11-10'), span, calendar)).toBe(at);
  });
});

describe('the instant at which a red light takes the case to the bureau', () => {
  it('given a work order due at 16:30 on the eve of a holiday, then one working day later, counted after that day', () => {
    const clock = startClock('accept', period('accept'), STREET, shanghai('2026-09-24 16:00'), calendar);
    expect(takenAt(clock)).toBe(endOf('2026-09-28'));
  });

  it('given a period that ended at midnight, then the days count from its last day, not from the one after', () => {
    const clock = startClock('verify', period('verify'), STREET, shanghai('2026-09-14 10:00'), calendar);
    expect(clock.dueAt).toBe(endOf('2026-09-16'));
    expect(takenAt(clock)).toBe(endOf('2026-09-18'));
  });

  it.each([BUREAU, DISPATCH_CENTRE])('given a duty of %s, then it escalates to nobody, and a town’s does', (owner) => {
    const start = shanghai('2026-09-14 10:00');
    expect(takenAt(startClock('verify', period('verify'), owner, start, calendar))).toBeNull();
    expect(takenAt(startClock('verify', period('verify'), STREET, start, calendar))).not.toBeNull();
  });

  it('given a duty whose ladder doesn’t end with the bureau, then it never escalates', () => {
    expect(
      takenAt(startClock('payment', period('payment'), STREET, shanghai('2026-09-14 10:00'), calendar)),
    ).toBeNull();
  });
});
