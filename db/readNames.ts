import type { Queryable } from './pool';

/** The names of people on the roster, by id. Officers act in their names; parties and reporters are never here. */
export async function readNames(db: Queryable, ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const { rows } = await db.query<{ id: string; name: string }>({
    name: 'read-names',
    text: 'select id, name from people where id = any($1)',
    values: [ids],
  });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
