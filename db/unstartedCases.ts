import type { Queryable } from './pool';

/** Cases on file for longer than the API needs to start them itself, oldest first. */
export async function unstartedCases(db: Queryable, limit: number): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from cases where not started and opened_at < now() - interval '2 seconds' order by opened_at limit $1`,
    [limit],
  );
  return rows.map(({ id }) => id);
}
