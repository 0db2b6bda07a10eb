import type { Calendar, Instant } from '../catalogue';
import { isGraver, lightAt, standingPause, type Clock } from './clock';
import { settle } from './settle';

/**
 * Ends the standing pause and works out everything anew. A graver light than was told before the pause isn't on record
 * yet: the timer puts it there at once, with its notice.
 */
export function resumeClock(clock: Clock, at: Instant, calendar: Calendar): Clock {
  const pause = standingPause(clock);
  if (pause === null) throw new Error(`clock ${clock.id} is not paused`);
  if (at < pause.from) throw new RangeError(`clock ${clock.id} was paused at ${pause.from}, after ${at}`);
  const ledger = { ...clock, pauses: [...clock.pauses.slice(0, -1), { ...pause, until: at }] };
  const resumed = { ...ledger, ...settle(ledger, calendar) };
  const now = lightAt(resumed, at);
  return { ...resumed, light: isGraver(now, pause.light) ? pause.light : now };
}
