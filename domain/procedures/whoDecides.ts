import type { Role } from '../people';

/** Who approves and decides: the head of a town's office, a leader of the bureau. */
export const DECIDER_ROLES: readonly Role[] = ['town_office', 'leader'];
