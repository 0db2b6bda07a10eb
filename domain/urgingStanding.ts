import type { Overdue, Urging } from './case';

/** How an urging or an order stands: the answer is owed, it is to be checked, or nothing is owed any more. */
export const URGING_STANDINGS = ['waiting', 'to_check', 'done'] as const;
export type UrgingStanding = (typeof URGING_STANDINGS)[number];

export function urgingStanding({ kind, open, answer, checked }: Urging): UrgingStanding {
  if (open) return 'waiting';
  return kind === 'order' && answer !== null && !checked ? 'to_check' : 'done';
}

export const appealStanding = ({ judgement }: NonNullable<Overdue['appeal']>): UrgingStanding =>
  judgement === null ? 'waiting' : 'done';
