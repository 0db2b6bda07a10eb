import type { CaseState } from '../../../domain/case';
import type { Calendar, Instant, Rung } from '../../../domain/catalogue';
import { escalatesAt, ladderOf, rungAt } from '../../../domain/ladder';
import type { Clock } from '../../../domain/time/clock';
import { catalogue } from './aCase';

/** The last rung of a duty as it is shipped, which takes the case; null = there is none. */
export function lastRung(period: string): Rung | null {
  return ladderOf(catalogue, period).find(({ consequence }) => consequence === 'escalate') ?? null;
}

/** When the bureau takes a case because of a clock, by the ladder that is shipped. */
export function takenAt(clock: Clock, calendar: Calendar = catalogue.calendar): Instant | null {
  const rung = lastRung(clock.period);
  return rung === null || !clock.escalates ? null : rungAt(clock, rung, { calendar });
}

/** When the bureau takes a case because of the duty of this name. */
export function takenBecauseOf(state: CaseState, id: string = state.stage): Instant {
  const clock = state.clocks[id];
  const at = clock === undefined ? null : escalatesAt(state, clock);
  if (at === null) throw new Error(`${id} takes the case to nobody`);
  return at;
}
