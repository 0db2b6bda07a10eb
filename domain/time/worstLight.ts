import type { Instant } from '../catalogue';
import { lightAt, LIGHTS, type Clock, type Light } from './clock';

/** The gravest light of several clocks. Grey only where all of them are paused; without a clock nothing is late. */
export function worstLight(clocks: readonly Clock[], now: Instant): Light {
  if (clocks.length === 0) return 'green';
  return LIGHTS[Math.max(...clocks.map((clock) => LIGHTS.indexOf(lightAt(clock, now))))] ?? 'green';
}
