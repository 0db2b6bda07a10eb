import type { Queryable } from './pool';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly org: string;
  readonly certificateNo: string | null;
  readonly certificateUntil: string | null;
  readonly fields: readonly string[];
  readonly qualified: boolean;
}

/** Puts people on the roster, or brings their entries up to date. Nobody is taken off: they are named in old events. */
export async function saveRoster(db: Queryable, people: readonly Entry[]): Promise<void> {
  await db.query(
    `insert into people (id, name, role, org, certificate_no, certificate_until, fields, qualified)
     select p.id, p.name, p.role, p.org, p."certificateNo", p."certificateUntil", p.fields, p.qualified
     from jsonb_to_recordset($1::jsonb) as p (
       id text, name text, role text, org text, "certificateNo" text, "certificateUntil" date, fields text[], qualified boolean)
     on conflict (id) do update set name = excluded.name, role = excluded.role, org = excluded.org,
       certificate_no = excluded.certificate_no, certificate_until = excluded.certificate_until, fields = excluded.fields, qualified = excluded.qualified`,
    [JSON.stringify(people)],
  );
}
