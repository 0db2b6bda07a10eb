import type { Article, Instant } from '../catalogue';
import { isPaused, type Clock } from './clock';

/** Stops a clock: it is grey, warns of nothing and climbs no ladder; its due instant stays as it was until it resumes. */
export function pauseClock(
  clock: Clock,
  { at, reason, article }: { readonly at: Instant; readonly reason: string; readonly article: Article | null },
): Clock {
  if (isPaused(clock)) throw new Error(`clock ${clock.id} is paused already`);
  return {
    ...clock,
    pauses: [...clock.pauses, { from: at, until: null, reason, article, light: clock.light }],
    yellowAt: null,
    light: 'grey',
  };
}
