import type { Queryable } from './pool';

/**
 * Whether more than so many cases came on file within the last second that nobody has started yet. Those that come one by
 * one the API starts itself: this many at once are an import's, whichever process is answering it.
 */
export async function backlogGrows(db: Queryable, by: number): Promise<boolean> {
  const { rows } = await db.query<{ grows: boolean }>({
    name: 'backlog-grows',
    text: `select count(*) > $1 as grows
           from (select from cases where not started and opened_at > now() - interval '1 second' limit $1 + 1) fresh`,
    values: [by],
  });
  return rows[0]?.grows === true;
}
