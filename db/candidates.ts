import type { Field } from '../domain/catalogue';
import type { Candidate } from '../domain/dispatch/suggestOfficers';
import type { OrgId, Role } from '../domain/people';
import type { Position } from '../domain/triage/triage';
import type { Queryable } from './pool';

/** An organisation's officers with their load, what they have done in the field, and where they last were. */
export async function candidates(db: Queryable, org: OrgId, role: Role, field: Field): Promise<readonly Candidate[]> {
  const { rows } = await db.query<{
    id: string;
    name: string;
    role: Role;
    org: OrgId;
    certificate_until: string | null;
    open_cases: number;
    of_field: number;
    lng: number | null;
    lat: number | null;
    at: string | null;
  }>({
    name: 'candidates',
    text: `with work as (
             select a.id, count(*) filter (where c.closed_at is null) as open_cases,
                    count(*) filter (where c.field = $3) as of_field
             from cases c, unnest(c.assignees) as a (id)
             where c.owner = $1 and c.opened_at > now() - interval '1 year'
             group by a.id
           )
           select p.id, p.name, p.role, p.org, p.certificate_until,
                  coalesce(work.open_cases, 0) as open_cases, coalesce(work.of_field, 0) as of_field, o.lng, o.lat, o.at
           from people p left join work using (id) left join officer_positions o on o.officer = p.id
           where p.org = $1 and p.role = $2 and p.retired_at is null
           order by p.id`,
    values: [org, role, field],
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    org: row.org,
    certificateUntil: row.certificate_until,
    openCases: Number(row.open_cases),
    ofField: Number(row.of_field),
    position:
      row.lng === null || row.lat === null || row.at === null ? null : { lng: row.lng, lat: row.lat, at: row.at },
  }));
}

/** Where somebody is now. Only the last is kept: it serves to send the nearest, not to follow anybody. */
export async function savePosition(db: Queryable, officer: string, { lng, lat }: Position): Promise<void> {
  await db.query({
    name: 'save-position',
    text: `insert into officer_positions (officer, lng, lat) values ($1, $2, $3)
           on conflict (officer) do update set lng = excluded.lng, lat = excluded.lat, at = now()`,
    values: [officer, lng, lat],
  });
}

/** Where a case's first report says it was; null where it doesn't. */
export async function positionOfCase(db: Queryable, clueId: string | undefined): Promise<Position | null> {
  const { rows } = await db.query<{ lng: number | null; lat: number | null }>({
    name: 'position-of-case',
    text: 'select lng, lat from clues where id = $1',
    values: [clueId ?? null],
  });
  const [row] = rows;
  return row === undefined || row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat };
}
