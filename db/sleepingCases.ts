import type { Queryable } from './pool';

/** Cases with the engine that let their own time pass by more than `lateSeconds`, the latest first. */
export async function sleepingCases(db: Queryable, lateSeconds: number, limit: number): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from cases where started and wake_at < now() - make_interval(secs => $1) order by wake_at limit $2`,
    [lateSeconds, limit],
  );
  return rows.map(({ id }) => id);
}
