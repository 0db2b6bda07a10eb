import type { Queryable } from './pool';

/** Whose session it is; null where there is none, or none any more. */
export async function readSession(db: Queryable, secretHash: Buffer): Promise<string | null> {
  const { rows } = await db.query<{ subject: string }>({
    name: 'read-session',
    text: 'select subject from sessions where secret_hash = $1 and until > now()',
    values: [secretHash],
  });
  return rows[0]?.subject ?? null;
}
