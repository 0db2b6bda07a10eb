import type { Queryable } from './pool';

export interface OfficerOnPaper {
  readonly name: string;
  readonly certificateNo: string | null;
}

/** Those on the roster, now or once, as papers name them. */
export async function readOfficers(
  db: Queryable,
  ids: readonly string[],
): Promise<Readonly<Record<string, OfficerOnPaper>>> {
  const { rows } = await db.query<{ id: string; name: string; certificate_no: string | null }>({
    name: 'read-officers',
    text: 'select id, name, certificate_no from people where id = any($1)',
    // Postgres has no NUL, so nobody's id has one; asking for it would fail.
    values: [ids.filter((id) => !id.includes('\u0000'))],
  });
  return Object.fromEntries(rows.map(({ id, name, certificate_no: certificateNo }) => [id, { name, certificateNo }]));
}
