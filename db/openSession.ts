import type { Queryable } from './pool';

/** Keeps a session until it ends by itself, puts it on record, and forgets those that have ended. */
export async function openSession(
  db: Queryable,
  session: { readonly secretHash: Buffer; readonly subject: string; readonly seconds: number },
): Promise<void> {
  await db.query(
    `with over as (delete from sessions where until < now()),
       opened as (insert into sessions (secret_hash, subject, until) values ($1, $2, now() + make_interval(secs => $3))
                  returning subject)
     insert into sign_in_record (what, person, concerns) select 'signed_in', subject, subject from opened`,
    [session.secretHash, session.subject, session.seconds],
  );
}
