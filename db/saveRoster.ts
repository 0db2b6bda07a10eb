import type { Queryable } from './pool';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly org: string;
  readonly certificateNo: string | null;
  readonly certificateUntil: string | null;
  readonly qualified: boolean;
}

/**
 * Makes the roster what the file says: adds people, brings entries up to date, and retires whoever is no longer in it.
 * Nobody is deleted, because old events name them. Gives back who was retired now.
 */
export async function saveRoster(db: Queryable, people: readonly Entry[]): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    `with listed as (
       insert into people (id, name, role, org, certificate_no, certificate_until, qualified)
       select p.id, p.name, p.role, p.org, p."certificateNo", p."certificateUntil", p.qualified
       from jsonb_to_recordset($1::jsonb) as p (
         id text, name text, role text, org text, "certificateNo" text, "certificateUntil" date, qualified boolean)
       on conflict (id) do update set name = excluded.name, role = excluded.role, org = excluded.org,
         certificate_no = excluded.certificate_no, certificate_until = excluded.certificate_until, qualified = excluded.qualified, retired_at = null
     )
     update people set retired_at = now() where retired_at is null and not id = any($2) returning id`,
    [JSON.stringify(people), people.map(({ id }) => id)],
  );
  return rows.map(({ id }) => id).sort();
}
