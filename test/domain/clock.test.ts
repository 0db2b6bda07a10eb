import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERIOD_UNITS, type Calendar, type Period, type Span } from '../../domain/catalogue';
import { BUREAU } from '../../domain/people';
import { isPaused, lastDayOf, lightAt, nextLight, type Clock } from '../../domain/time/clock';
import { explainClock } from '../../domain/time/explainClock';
import { extendClock } from '../../domain/time/extendClock';
import { handOver } from '../../domain/time/handOver';
import { endOf, startOf } from '../../domain/time/lawDate';
import { pauseClock } from '../../domain/time/pauseClock';
import { recalculate } from '../../domain/time/recalculate';
import { resumeClock } from '../../domain/time/resumeClock';
import { startClock } from '../../domain/time/startClock';
import { usageAt } from '../../domain/time/usage';
import { worstLight } from '../../domain/time/worstLight';
import { catalogue, justBefore, later, shanghai, STREET } from './support/aCase';
import { knobs } from './support/random';
import { takenAt } from './support/takenAt';

const { calendar } = catalogue;
const article = { statute: '中华人民共和国行政强制法', article: '第二十五条' };

function period(id: string): Period {
  const found = catalogue.periods.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no period ${id}`);
  return found;
}

const start = (id: string, at: string): Clock => startClock(id, period(id), STREET, shanghai(at), calendar);
const pause = (clock: Clock, at: string): Clock => pauseClock(clock, { at: shanghai(at), reason: '检测', article });
const resume = (clock: Clock, at: string): Clock => resumeClock(clock, shanghai(at), calendar);
const extend = (clock: Clock, span: Span, at: string): Clock =>
  extendClock(clock, { span, at: shanghai(at), by: '局长', reason: '案情复杂', article }, calendar);
const working = (number: number): Period => ({ ...period('accept'), span: { number, unit: 'working_hour' } });

describe('a pause', () => {
  const seized = start('seizure', '2026-09-16 10:00');
  const paused = pause(seized, '2026-10-01 10:00');

  it('given a seizure under test, then it is grey at any time, says nothing, and its due instant stays as it was', () => {
    expect(isPaused(seized)).toBe(false);
    expect(isPaused(paused)).toBe(true);
    expect(paused).toMatchObject({ light: 'grey', yellowAt: null, dueAt: seized.dueAt });
    expect(nextLight(paused)).toBeNull();
    expect(lightAt(paused, later(paused.dueAt, 86_400_000))).toBe('grey');
  });

  it('given testing from the 1st to the 12th, then eleven days are not counted; a tick before the new end it is not red', () => {
    const resumed = resume(paused, '2026-10-12 09:00');
    expect(lastDayOf(resumed)).toBe('2026-10-27');
    expect(resumed.light).toBe('green');
    expect(lightAt(resumed, justBefore(resumed.dueAt))).toBe('yellow');
    expect(lightAt(resumed, resumed.dueAt)).toBe('red');
    expect(resumed.pauses).toEqual([
      {
        from: shanghai('2026-10-01 10:00'),
        until: shanghai('2026-10-12 09:00'),
        reason: '检测',
        article,
        light: 'green',
      },
    ]);
  });

  it('given a pause that ends where little is left, then the yellow that nobody was told of is due at once', () => {
    const at = shanghai('2026-10-20 10:00');
    const late = resume(pause(start('seizure', '2026-09-16 10:00'), '2026-10-12 10:00'), '2026-10-20 10:00');
    expect(late).toMatchObject({ light: 'green', dueAt: endOf('2026-10-24') });
    expect(lightAt(late, at)).toBe('yellow');
    expect(nextLight(late) ?? '').toBe(late.yellowAt);
    expect((late.yellowAt ?? '') <= at).toBe(true);
  });

  it('given the yellow that was told before a pause, then it isn’t told again; the red comes at its time', () => {
    const told: Clock = { ...start('seizure', '2026-09-16 10:00'), light: 'yellow' };
    const late = resume(pause(told, '2026-10-12 10:00'), '2026-10-20 10:00');
    expect(late.light).toBe('yellow');
    expect(nextLight(late)).toBe(late.dueAt);
  });

  it('given a clock that was red before it was paused, then the pause gives nothing back, and a red that was told isn’t told again', () => {
    const unsaid = start('seizure', '2026-09-16 10:00');
    const resumed = (light: Clock['light']) =>
      resume(pause({ ...unsaid, light }, '2026-10-20 10:00'), '2026-11-20 10:00');
    expect(resumed('red')).toMatchObject({ light: 'red', dueAt: endOf('2026-10-16') });
    expect(resumed('green')).toMatchObject({ light: 'green', dueAt: endOf('2026-10-16') });
  });

  it('given the ladder of a red light, then the days on which it was grey are not days on which it was red', () => {
    const red = start('verify', '2026-09-14 10:00');
    expect(takenAt(red)).toBe(endOf('2026-09-18'));
    expect(takenAt(pause(red, '2026-09-17 09:00'))).toBeNull();
    expect(takenAt(resume(pause(red, '2026-09-17 09:00'), '2026-09-22 09:00'))).toBe(endOf('2026-09-23'));
  });

  it('given a clock that is paused, or is not, then it cannot be paused again, or resumed, or resumed before its pause', () => {
    expect(() => pause(paused, '2026-10-02 10:00')).toThrow('paused already');
    expect(() => resume(seized, '2026-10-02 10:00')).toThrow('not paused');
    expect(() => resume(paused, '2026-10-01 09:59')).toThrow('after');
  });

  it('given minutes, then the exact time is left out, also of the share at which they turn yellow', () => {
    const work = resume(pause(start('accept', '2026-09-24 16:00'), '2026-09-24 16:10'), '2026-09-24 16:30');
    expect(work).toMatchObject({ yellowAt: shanghai('2026-09-24 16:41'), dueAt: shanghai('2026-09-24 16:50') });
  });
});

describe('an extension', () => {
  it('given thirty days more, then the budget is sixty, and a red light on record falls back to green', () => {
    const red = { ...start('seizure', '2026-09-16 10:00'), light: 'red' as const };
    const extended = extend(red, { number: 30, unit: 'calendar_day' }, '2026-10-16 10:00');
    expect(extended).toMatchObject({ dueAt: endOf('2026-11-15'), light: 'green' });
  });

  it('given a light that is still owed to the record, then the extension does not put it there', () => {
    const unseen = start('seizure', '2026-09-16 10:00');
    const extended = extend(unseen, { number: 1, unit: 'calendar_day' }, '2026-10-16 10:00');
    expect(lightAt(extended, shanghai('2026-10-16 10:00'))).toBe('yellow');
    expect(extended.light).toBe('green');
  });

  it('given an extension in another unit, then it goes on from the last day', () => {
    const extended = extend(
      start('seizure', '2026-09-16 10:00'),
      { number: 3, unit: 'working_day' },
      '2026-10-10 10:00',
    );
    expect(lastDayOf(extended)).toBe('2026-10-21');
  });

  it('given an extension while it is paused, then it stays grey and silent, and the days are there when it goes on', () => {
    const paused = pause(start('seizure', '2026-09-16 10:00'), '2026-10-01 10:00');
    const extended = extend(paused, { number: 30, unit: 'calendar_day' }, '2026-10-05 10:00');
    expect(extended).toMatchObject({ light: 'grey', yellowAt: null });
    expect(lastDayOf(resume(extended, '2026-10-12 10:00'))).toBe('2026-11-26');
  });
});

describe('changed data', () => {
  const moved: Calendar = {
    ...calendar,
    exceptions: { ...calendar.exceptions, '2026-11-09': { work: false, name: '调整放假' } },
  };

  it('given a day off that was not known, then the same start, pauses and extensions end a day later', () => {
    const clock = resume(pause(start('service', '2026-10-30 11:00'), '2026-11-03 10:00'), '2026-11-04 10:00');
    const again = recalculate({ ...clock, light: 'yellow' }, period('service'), moved);
    expect([lastDayOf(clock), lastDayOf(again)]).toEqual(['2026-11-11', '2026-11-12']);
    expect(again).toMatchObject({ startedAt: clock.startedAt, pauses: clock.pauses, light: 'green' });
  });

  it('given data that change nothing for it, then the clock is the same, its light on record too', () => {
    const clock = { ...start('service', '2026-11-16 11:00'), light: 'yellow' as const };
    expect(recalculate(clock, period('service'), moved)).toEqual(clock);
  });

  it('given a paused clock, then it stays grey; given another period, then it is a mistake', () => {
    const paused = pause(start('service', '2026-10-30 11:00'), '2026-11-03 10:00');
    expect(recalculate(paused, period('service'), moved)).toMatchObject({ light: 'grey', yellowAt: null });
    expect(() => recalculate(paused, period('payment'), moved)).toThrow('counts service');
  });

  it('given a clock that the bureau inherited, then it keeps its due instant and never escalates again', () => {
    const inherited = handOver(start('verify', '2026-09-14 10:00'), BUREAU);
    expect(inherited).toEqual({ ...start('verify', '2026-09-14 10:00'), owner: BUREAU, escalates: false });
    expect(recalculate(inherited, period('verify'), calendar)).toEqual(inherited);
  });
});

describe('the gravest of several lights', () => {
  it('given paused and running clocks, then the running ones decide; all paused, then grey; none, then green', () => {
    const running = start('seizure', '2026-09-16 10:00');
    const paused = pause(running, '2026-10-01 10:00');
    expect(worstLight([paused, running], shanghai('2026-09-17 10:00'))).toBe('green');
    expect(worstLight([running, paused], running.dueAt)).toBe('red');
    expect(worstLight([paused], running.dueAt)).toBe('grey');
    expect(worstLight([], running.dueAt)).toBe('green');
  });
});

describe('working hours', () => {
  const six = (at: string): Clock => startClock('six', working(6), STREET, shanghai(at), calendar);

  it('given six working hours from 16:00 on the eve of a holiday, then they end on the next working day at 15:00', () => {
    const clock = six('2026-09-24 16:00');
    expect(clock.dueAt).toBe(shanghai('2026-09-28 15:00'));
    expect(lightAt(clock, justBefore(clock.dueAt))).toBe('yellow');
    expect(lightAt(clock, clock.dueAt)).toBe('red');
    // 70 % of six hours are four and twelve minutes: one on Thursday, three before noon, twelve minutes after one.
    expect(clock.yellowAt).toBe(shanghai('2026-09-28 13:12'));
  });

  it.each([
    ['2026-09-24 09:00', '2026-09-24 16:00'],
    ['2026-09-24 12:30', '2026-09-28 11:00'],
    ['2026-09-24 22:00', '2026-09-28 16:00'],
    ['2026-09-19 10:00', '2026-09-20 16:00'],
  ])('given six working hours from %s, then they end at %s', (from, to) => {
    expect(six(from).dueAt).toBe(shanghai(to));
  });

  it('given seven working hours from nine, then they end when the office closes and not when it opens again', () => {
    expect(startClock('seven', working(7), STREET, shanghai('2026-09-24 09:00'), calendar).dueAt).toBe(
      shanghai('2026-09-24 17:00'),
    );
  });

  it('given a pause over lunch and an hour after it, then only the hour is left out', () => {
    expect(resume(pause(six('2026-09-28 09:00'), '2026-09-28 12:00'), '2026-09-28 14:00').dueAt).toBe(
      shanghai('2026-09-28 17:00'),
    );
  });

  it('given a calendar without office hours, then nothing is reckoned in its place', () => {
    expect(() =>
      startClock('six', working(6), STREET, shanghai('2026-09-28 09:00'), { ...calendar, workingHours: [] }),
    ).toThrow('no working hours');
  });
});

describe('the explanation', () => {
  it('given a hearing request of 30 September, then every day stands there with its name and its number', () => {
    const { lines, summary } = explainClock(start('hearing_request', '2026-09-30 10:00'), calendar);
    expect(lines.map(({ date, counted, running }) => [date.slice(5), counted, running])).toEqual([
      ['09-30', false, 0],
      ...['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'].map((date) => [date, null, 0]),
      ['10-08', true, 1],
      ['10-09', true, 2],
      ['10-10', true, 3],
      ['10-11', null, 3],
      ['10-12', true, 4],
      ['10-13', true, 5],
    ]);
    expect(lines[1]?.note).toBe('国庆节，不计入');
    expect(lines[10]?.note).toBe('周六，国庆节调休上班，第3日');
    expect(summary).toBe(
      '“当事人要求听证”5个工作日（《中华人民共和国行政处罚法（2021修订）》第六十四条），自2026-09-30起算，当日不计入；最后一日2026-10-13，当日24时届满。',
    );
  });

  it('given testing and an extension, then the paused days have their reason and article, and the approval its name', () => {
    const tested = resume(pause(start('seizure', '2026-09-16 10:00'), '2026-10-01 10:00'), '2026-10-12 10:00');
    const extended = extend(tested, { number: 30, unit: 'calendar_day' }, '2026-10-20 10:00');
    const { lines, lastDay, remaining, summary } = explainClock(extended, calendar, shanghai('2026-10-22 10:00'));
    expect(lastDay).toBe('2026-11-26');
    expect(
      lines.filter(({ note }) => note.includes('暂停：检测（《中华人民共和国行政强制法》第二十五条）')),
    ).toHaveLength(11);
    expect(lines.find(({ note }) => note.startsWith('局长批准延长30日：案情复杂'))?.date).toBe('2026-10-20');
    expect(remaining).toEqual({ unit: 'calendar_day', budget: 60, used: 25, left: 35 });
    expect(summary).toContain('暂停共11日不计入');
  });

  it('given a pause that still stands, then nothing after it is foretold', () => {
    const paused = pause(start('seizure', '2026-09-16 10:00'), '2026-10-01 10:00');
    const { lines, lastDay, summary } = explainClock(paused, calendar);
    expect(lines.at(-1)).toMatchObject({ date: '2026-10-01', counted: null });
    expect(lastDay).toBe('2026-10-16');
    expect(summary).toContain('自2026-10-01 10:00起暂停（检测），恢复后重新推算');
  });

  it('given a last day that rolls forward, then the rest days and the article stand there', () => {
    // Sixty days from 3 August end on Friday, 2 October.
    const { lines, lastDay } = explainClock(start('reconsideration', '2026-08-03 10:00'), calendar);
    expect(lastDay).toBe('2026-10-08');
    expect(lines.filter(({ note }) => note.includes('最后一日顺延'))).toHaveLength(6);
    expect(lines.at(-1)).toMatchObject({ date: '2026-10-08', counted: true, note: '周四，顺延至此，为最后一日' });
  });

  it('given a year that is not announced, then a line and the summary say so', () => {
    const { lines, summary } = explainClock(start('service', '2026-12-29 10:00'), calendar);
    expect(lines.find(({ note }) => note.startsWith('2027年放假安排尚未公布'))?.date).toBe('2027-01-01');
    expect(summary).toContain('2027年放假安排尚未公布，届满日可能变动');
  });

  it('given ninety working days, then they are told by the month', () => {
    const long = { ...period('service'), span: { number: 90, unit: 'working_day' } as const };
    const { lines } = explainClock(startClock('long', long, STREET, shanghai('2026-08-05 10:00'), calendar), calendar);
    expect(lines).toHaveLength(6);
    expect(lines[3]).toMatchObject({ date: '2026-10-01', until: '2026-10-31', running: 58 });
    expect(lines[3]?.note).toBe(
      '计18日，第41日至第58日；不计入：国庆节7日、周日3日、周六3日；调休上班计入：2026-10-10（国庆节）',
    );
  });

  it('given other data than the clock was reckoned with, then the difference is said', () => {
    const clock = { ...start('service', '2026-10-30 11:00'), dueAt: endOf('2026-11-12') };
    expect(explainClock(clock, calendar).lines.at(-1)?.note).toContain('请核对');
  });

  it('given any period, pauses and extensions, then the days counted one by one end where the clock is due', () => {
    const { seed, runs } = knobs('explanation', 500);
    const units = PERIOD_UNITS.filter((unit) => unit !== 'year');
    const span = fc.record({ number: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom(...units) });
    const hours = fc.array(fc.integer({ min: 1, max: 24 * 40 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        span,
        fc.boolean(),
        fc.integer({ min: 0, max: 24 * 400 }),
        hours,
        fc.array(span, { maxLength: 2 }),
        (budget, rollsForward, from, gaps, more) => {
          const anyPeriod: Period = { ...period('accept'), span: budget, rollsForward };
          let at = later(startOf('2025-12-01'), from * 3_600_000);
          let clock = startClock('any', anyPeriod, STREET, at, calendar);
          for (const extension of more)
            clock = extendClock(clock, { span: extension, at, by: '局长', reason: '', article: null }, calendar);
          for (const gap of gaps) {
            at = later(at, gap * 3_600_000);
            clock = isPaused(clock)
              ? resumeClock(clock, at, calendar)
              : pauseClock(clock, { at, reason: '检测', article: null });
          }
          const { dueAt, lastDay, lines } = explainClock(clock, calendar);
          expect({ dueAt, lastDay }).toEqual({ dueAt: clock.dueAt, lastDay: lastDayOf(clock) });
          expect(lines.some(({ note }) => note.includes('请核对'))).toBe(false);
          const used = usageAt(clock, calendar, clock.dueAt);
          if (!isPaused(clock)) expect(used.left).toBe(0);
          expect(recalculate({ ...clock }, anyPeriod, calendar)).toEqual(clock);
        },
      ),
      { seed, numRuns: runs },
    );
  });
});
