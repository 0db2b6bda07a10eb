import { ARTICLES } from '../articles';
import type { CaseState } from '../case';
import type { Instant } from '../catalogue';
import { SUSPENSION_LABELS } from '../labels';
import { isPaused, standingPause, type Clock } from '../time/clock';
import { pauseClock } from '../time/pauseClock';

const SUSPENDED = '案件中止：';

/** What is suspended is the agency's own work on the case. What binds others or is held of theirs runs on. */
export function suspendClock(clock: Clock, ground: NonNullable<CaseState['suspended']>['ground'], at: Instant): Clock {
  if (isPaused(clock)) return clock;
  const reason = `${SUSPENDED}${SUSPENSION_LABELS[ground]}`;
  return pauseClock(clock, { at, reason, article: ARTICLES.decisionPeriod });
}

/** A clock that waits for something else goes on waiting when the case resumes. */
export function waitsForSuspension(clock: Clock): boolean {
  return standingPause(clock)?.reason.startsWith(SUSPENDED) ?? false;
}
