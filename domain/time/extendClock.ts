import type { Calendar } from '../catalogue';
import { isGraver, lightAt, stillReached, type Clock, type Extension } from './clock';
import { settle } from './settle';

/**
 * Lengthens a period. A light that was on record falls back to what it is now; one that is still owed to the record
 * is left to the timer, which tells people.
 */
export function extendClock(clock: Clock, extension: Extension, calendar: Calendar): Clock {
  const ledger = { ...clock, extensions: [...clock.extensions, extension] };
  const extended = { ...ledger, ...settle(ledger, calendar) };
  const light = lightAt(extended, extension.at);
  // For the new end people are warned anew.
  return isGraver(clock.light, light) ? { ...extended, light, reached: stillReached(clock, light) } : extended;
}
