import type { Queryable } from './pool';

/** Signs out: whoever still has the cookie has nothing. Returns whose session it was; null = there was none. */
export async function endSession(db: Queryable, secretHash: Buffer): Promise<string | null> {
  const { rows } = await db.query<{ subject: string }>(
    'delete from sessions where secret_hash = $1 returning subject',
    [secretHash],
  );
  return rows[0]?.subject ?? null;
}
