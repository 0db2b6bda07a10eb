import type { Role } from '../domain/people';
import type { Queryable } from './pool';

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly org: string;
  readonly certificateUntil: string | null;
}

/** Those of an organisation who are on the roster today. */
export async function listPeople(db: Queryable, org: string): Promise<readonly ListedPerson[]> {
  const { rows } = await db.query<{
    id: string;
    name: string;
    role: Role;
    org: string;
    certificate_until: string | null;
  }>(
    `select id, name, role, org, certificate_until from people where org = $1 and retired_at is null
     order by length(id), id`,
    [org],
  );
  return rows.map(({ certificate_until: certificateUntil, ...person }) => ({ ...person, certificateUntil }));
}
