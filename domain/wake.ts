import type { CaseState } from './case';
import type { Instant } from './catalogue';
import { nextPoint } from './time/clock';

/** The earliest instant at which a case has something to record by itself; null = it waits for people only. */
export function nextWake(state: CaseState): Instant | null {
  return Object.values(state.clocks).reduce<Instant | null>((earliest, clock) => {
    // The bureau has nobody above it to escalate to.
    const point = clock.light === 'red' && state.grade === 'bureau' ? null : nextPoint(clock);
    return point !== null && (earliest === null || point < earliest) ? point : earliest;
  }, null);
}
