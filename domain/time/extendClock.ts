import type { Calendar } from '../catalogue';
import { lightAt, LIGHTS, type Clock, type Extension } from './clock';
import { settle } from './settle';

/**
 * Lengthens a period. A light that was on record falls back to what it is now; one that is still owed to the record
 * is left to the timer, which tells people.
 */
export function extendClock(clock: Clock, extension: Extension, calendar: Calendar): Clock {
  const ledger = { ...clock, extensions: [...clock.extensions, extension] };
  const extended = { ...ledger, ...settle(ledger, calendar) };
  const light = lightAt(extended, extension.at);
  return { ...extended, light: LIGHTS.indexOf(light) < LIGHTS.indexOf(clock.light) ? light : clock.light };
}
