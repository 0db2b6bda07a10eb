import type { Queryable } from './pool';

/** The names of people who are or were on the roster, by id. Officers act in their names; parties and reporters are never here. */
export async function readNames(db: Queryable, ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const { rows } = await db.query<{ id: string; name: string }>({
    name: 'read-names',
    text: 'select id, name from people where id = any($1)',
    // Postgres has no NUL, so nobody's id has one; asking for it would fail.
    values: [ids.filter((id) => !id.includes('\u0000'))],
  });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
