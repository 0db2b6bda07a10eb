import { BUREAU, type OrgId } from '../people';
import type { Clock } from './clock';

/**
 * Another organisation inherits what was owed: the due instant and the ladder stay. Above the bureau there is nobody, and
 * what it hands back to a town doesn't come to it a second time by the same light.
 */
export function handOver(clock: Clock, owner: OrgId): Clock {
  return { ...clock, owner, escalates: clock.escalates && owner !== BUREAU };
}
