import type { Queryable } from './pool';

/** Keeps a session until it ends by itself, and forgets those that have. */
export async function openSession(
  db: Queryable,
  session: { readonly secretHash: Buffer; readonly subject: string; readonly seconds: number },
): Promise<void> {
  await db.query(
    `with over as (delete from sessions where until < now())
     insert into sessions (secret_hash, subject, until) values ($1, $2, now() + make_interval(secs => $3))`,
    [session.secretHash, session.subject, session.seconds],
  );
}
