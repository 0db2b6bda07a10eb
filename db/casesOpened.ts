import type { Instant } from '../domain/catalogue';
import type { Queryable } from './pool';

/** Numbers of the cases opened from one instant to before another, in the order of their opening. */
export async function casesOpened(db: Queryable, from: Instant, until: Instant): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    'select id from cases where opened_at >= $1 and opened_at < $2 order by opened_at, id',
    [from, until],
  );
  return rows.map(({ id }) => id);
}
