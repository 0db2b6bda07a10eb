import type { Queryable } from './pool';

export interface SessionRow {
  /** Names the session without being of any use to whoever would act by it: the hash of its secret. */
  readonly id: string;
  readonly subject: string;
  readonly name: string | null;
  readonly openedAt: string;
  readonly until: string;
}

/** Who is signed in to the pages, the latest first. */
export async function listSessions(db: Queryable, limit: number): Promise<readonly SessionRow[]> {
  const { rows } = await db.query<SessionRow>(
    `select encode(s.secret_hash, 'hex') as id, s.subject, p.name, s.opened_at as "openedAt", s.until
     from sessions s left join people p on p.id = s.subject
     where s.until > now() order by s.opened_at desc, s.secret_hash limit $1`,
    [limit],
  );
  return rows;
}
