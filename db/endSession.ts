import type { Queryable } from './pool';

/** Signs out: whoever still has the cookie has nothing. */
export async function endSession(db: Queryable, secretHash: Buffer): Promise<void> {
  await db.query('delete from sessions where secret_hash = $1', [secretHash]);
}
