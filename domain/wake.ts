import type { CaseState } from './case';
import type { Instant } from './catalogue';
import { nextRung } from './ladder';
import { nextLight } from './time/clock';

/** The earliest instant at which a case has something to record by itself; null = it waits for people only. */
export function nextWake(state: CaseState): Instant | null {
  const points = Object.values(state.clocks).flatMap((clock) => [nextLight(clock), nextRung(state, clock)]);
  return points.reduce<Instant | null>(
    (earliest, point) => (point !== null && (earliest === null || point < earliest) ? point : earliest),
    null,
  );
}
