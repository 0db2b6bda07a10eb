import { BUREAU, DISPATCH_CENTRE, type Actor } from '../domain/people';

/** No organisation has this name, so nothing is seen by it. */
const NOBODY = 'nobody';

/** The organisation whose cases somebody sees in lists; null = all of them. The same answer as `maySee`, for SQL. */
export function seenBy(actor: Actor): string | null {
  if (actor.role === 'security_admin') return NOBODY;
  return actor.org === BUREAU || actor.org === DISPATCH_CENTRE ? null : actor.org;
}
