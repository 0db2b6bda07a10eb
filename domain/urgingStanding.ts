/** How an urging or an order stands: the answer is owed, it is to be checked, or nothing is owed any more. */
export const URGING_STANDINGS = ['waiting', 'to_check', 'done'] as const;
export type UrgingStanding = (typeof URGING_STANDINGS)[number];
