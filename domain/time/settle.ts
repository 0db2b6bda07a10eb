import type { Calendar, Instant } from '../catalogue';
import { isPaused, type Clock } from './clock';
import { instantOf, msOf } from './lawDate';
import { before, reckon } from './reckon';
import { runTime, stoppedDays, stoppedDaysAsTime, stoppedTime, type StoppedTime } from './stops';
import { officeTimeBetween, runOfficeTime } from './workingTime';

/** What is worked out from the rest. */
type Settled = 'yellowAt' | 'dueAt' | 'uncertainYears';
export type Unsettled = Omit<Clock, Settled | 'light' | 'reached'>;

/** Works out a clock's instants from its ledger. A pause that still stands silences it and moves nothing yet. */
export function settle(clock: Unsettled, calendar: Calendar): Pick<Clock, Settled> {
  const due = reckon(clock.startedAt, clock.span, calendar, clock.rollsForward, clock);
  return {
    yellowAt: isPaused(clock) ? null : yellowAt(clock, due.dueAt, calendar),
    dueAt: due.dueAt,
    uncertainYears: due.uncertainYears,
  };
}

function yellowAt(clock: Unsettled, dueAt: Instant, calendar: Calendar): Instant | null {
  const { yellow, startedAt } = clock;
  if (yellow === null) return null;
  switch (yellow.kind) {
    case 'share':
      return shareOf(clock, dueAt, yellow.percent, calendar);
    case 'remaining': {
      const point = before(dueAt, yellow.span, calendar);
      return point > startedAt ? point : startedAt;
    }
  }
}

/** A share of the time that the clock really runs: pauses, and for working hours the nights, are left out. */
function shareOf(clock: Unsettled, dueAt: Instant, percent: number, calendar: Calendar): Instant {
  const [start, end] = [msOf(clock.startedAt), msOf(dueAt)];
  const stops = stopsOf(clock);
  if (clock.span.unit === 'working_hour') {
    const whole = officeTimeBetween(start, end, calendar, stops);
    return instantOf(runOfficeTime(start, Math.round((whole * percent) / 100), calendar, stops).end);
  }
  const paused = stops.reduce(
    (sum, { from, until }) => sum + Math.max(0, Math.min(until, end) - Math.max(from, start)),
    0,
  );
  return instantOf(runTime(start, Math.round(((end - start - paused) * percent) / 100), stops));
}

function stopsOf({ span, pauses }: Unsettled): readonly StoppedTime[] {
  switch (span.unit) {
    case 'minute':
    case 'hour':
    case 'working_hour':
      return stoppedTime(pauses);
    case 'working_day':
    case 'calendar_day':
    case 'month':
    case 'year':
      return stoppedDaysAsTime(stoppedDays(pauses));
  }
}
