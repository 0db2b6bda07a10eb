import type { Calendar, Instant, LawDate, PeriodUnit } from '../catalogue';
import { lastDayOf, standingPause, type Clock } from './clock';
import { addDays, lawDateOf, msOf } from './lawDate';
import { parts } from './reckon';
import { daysBetween, isStopped, stoppedDays, stoppedTime } from './stops';
import { dayKind } from './workingDay';
import { officeTimeBetween, without } from './workingTime';

/** How much of a clock's budget is used. A day counts as used once it has begun, so on the last day none is left. */
export interface Usage {
  /** What a period of mixed units, months or years is told in: calendar days. */
  readonly unit: PeriodUnit;
  readonly budget: number;
  readonly used: number;
  readonly left: number;
}

export function usageAt(clock: Clock, calendar: Calendar, now: Instant): Usage {
  // A standing pause stops the count where it began.
  const pause = standingPause(clock);
  const at = pause !== null && pause.from < now ? pause.from : now;
  const spans = parts(clock.span, clock.extensions);
  const [first] = spans;
  const unit = spans.length === 1 && first !== undefined ? first.unit : 'calendar_day';
  switch (unit) {
    case 'minute':
    case 'hour':
    case 'working_hour':
      return timeUsed(clock, unit, first?.number ?? 0, calendar, at);
    case 'working_day':
    case 'calendar_day': {
      const day = lawDateOf(at);
      const counts = (date: LawDate) => unit === 'calendar_day' || dayKind(date, calendar).work;
      const budget = spans.length === 1 ? (first?.number ?? 0) : counted(clock, lastDayOf(clock), counts);
      return usage(unit, budget, counted(clock, day, counts));
    }
    case 'month':
    case 'year': {
      const all = () => true;
      return usage('calendar_day', counted(clock, lastDayOf(clock), all), counted(clock, lawDateOf(at), all));
    }
  }
}

function usage(unit: PeriodUnit, budget: number, used: number): Usage {
  const within = Math.min(used, budget);
  return { unit, budget, used: within, left: Math.round((budget - within) * 100) / 100 };
}

/** Days that count after the start, up to and with `until`. */
function counted(clock: Clock, until: LawDate, counts: (date: LawDate) => boolean): number {
  const stops = stoppedDays(clock.pauses);
  const start = lawDateOf(clock.startedAt);
  let sum = 0;
  for (let index = 1; index <= daysBetween(start, until); index += 1) {
    const date = addDays(start, index);
    if (counts(date) && !isStopped(date, stops)) sum += 1;
  }
  return sum;
}

function timeUsed(
  clock: Clock,
  unit: 'minute' | 'hour' | 'working_hour',
  budget: number,
  calendar: Calendar,
  at: Instant,
): Usage {
  const [start, end] = [msOf(clock.startedAt), Math.min(msOf(at), msOf(clock.dueAt))];
  const stops = stoppedTime(clock.pauses);
  const ran =
    unit === 'working_hour'
      ? officeTimeBetween(start, end, calendar, stops)
      : without({ from: start, until: end }, stops).reduce((sum, { from, until }) => sum + until - from, 0);
  return usage(unit, budget, Math.round((ran / (unit === 'minute' ? 60_000 : 3_600_000)) * 100) / 100);
}
