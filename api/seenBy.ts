import { BUREAU, DISPATCH_CENTRE, type Actor } from '../domain/people';

/** The organisation whose cases somebody sees in lists; null = all of them. The same answer as `maySee`, for SQL. */
export function seenBy(actor: Actor): string | null {
  return actor.org === BUREAU || actor.org === DISPATCH_CENTRE ? null : actor.org;
}
