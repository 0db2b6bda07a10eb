import type { OrgId } from '../people';
import type { Clock } from './clock';

/** The bureau inherits what a town owed: the due instant stays, and there is nobody left to escalate to. */
export function handOver(clock: Clock, owner: OrgId): Clock {
  return { ...clock, owner, escalateAt: null };
}
