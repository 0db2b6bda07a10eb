import type { Calendar, Period } from '../catalogue';
import { isPaused, stillReached, type Clock } from './clock';
import { settle } from './settle';

/**
 * The same clock under changed data of the calendar or of its period: start, pauses and extensions stay. Where its
 * points move, the record of its light begins anew and the timer puts the new one on file; else nothing changes.
 */
export function recalculate(clock: Clock, period: Period, calendar: Calendar): Clock {
  if (period.id !== clock.period) throw new Error(`clock ${clock.id} counts ${clock.period}, not ${period.id}`);
  const ledger = {
    ...clock,
    name: period.name,
    article: period.article,
    span: period.span,
    rollsForward: period.rollsForward,
    yellow: period.yellow,
  };
  const points = settle(ledger, calendar);
  const moved = points.dueAt !== clock.dueAt || points.yellowAt !== clock.yellowAt;
  return {
    ...ledger,
    ...points,
    light: isPaused(clock) ? 'grey' : moved ? 'green' : clock.light,
    reached: moved ? stillReached(clock, 'green') : clock.reached,
  };
}
