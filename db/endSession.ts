import type { Queryable } from './pool';

/**
 * Whoever still has the cookie has nothing. Ended by an administrator, or by its owner (null); what is on record says which. A session that
 * isn't there stays so. Returns whose it was; null = there was none.
 */
export async function endSession(db: Queryable, secretHash: Buffer, by: string | null): Promise<string | null> {
  const { rows } = await db.query<{ concerns: string }>(
    `with ended as (delete from sessions where secret_hash = $1 returning subject)
     insert into sign_in_record (what, person, concerns)
     select case when $2::text is null then 'signed_out' else 'session_ended' end, coalesce($2, subject), subject from ended
     returning concerns`,
    [secretHash, by],
  );
  return rows[0]?.concerns ?? null;
}
