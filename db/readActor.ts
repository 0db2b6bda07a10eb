import type { Actor, Role } from '../domain/people';
import type { Queryable } from './pool';

/** Somebody on the roster; null where nobody of that name is on it, or no longer. */
export async function readActor(db: Queryable, id: string): Promise<Actor | null> {
  return (await readActors(db, [id])).get(id) ?? null;
}

/** The people of these names who are on the roster today. */
export async function readActors(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, Actor>> {
  const { rows } = await db.query<{
    id: string;
    role: Role;
    org: string;
    certificate_until: string | null;
    qualified: boolean;
  }>({
    name: 'read-actors',
    text: 'select id, role, org, certificate_until, qualified from people where id = any($1) and retired_at is null',
    // Postgres has no NUL, so nobody on the roster has one; asking for it would fail for ever.
    values: [ids.filter((id) => !id.includes('\u0000'))],
  });
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, role: row.role, org: row.org, certificateUntil: row.certificate_until, qualified: row.qualified },
    ]),
  );
}
