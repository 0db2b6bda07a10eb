import { BUREAU, DISPATCH_CENTRE, type Actor, type Role } from '../domain/people';

/** No organisation has this name, so nothing is seen by it. */
const NOBODY = 'nobody';

/** The organisation whose cases somebody sees in lists; null = all of them. The same answer as `maySee`, for SQL. */
export function seenBy(actor: Actor): string | null {
  if (actor.role === 'security_admin') return NOBODY;
  return actor.org === BUREAU || actor.org === DISPATCH_CENTRE ? null : actor.org;
}

const AT_THE_DESK: readonly Role[] = ['dispatcher', 'supervisor', 'admin', 'leader'];

/** Whether somebody sees clues that are no case yet. */
export const seesClues = ({ role }: Actor): boolean => AT_THE_DESK.includes(role);
