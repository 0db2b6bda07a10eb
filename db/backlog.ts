import type { Instant } from '../domain/catalogue';
import type { Queryable } from './pool';

/** Cases on file that the engine hasn't begun, and since when the oldest waits. */
export async function backlog(db: Queryable): Promise<{ readonly waiting: number; readonly oldestAt: Instant | null }> {
  const { rows } = await db.query<{ waiting: number; oldestAt: Instant | null }>(
    `select count(*) as waiting, min(opened_at) as "oldestAt" from cases where not started`,
  );
  return rows[0] ?? { waiting: 0, oldestAt: null };
}
