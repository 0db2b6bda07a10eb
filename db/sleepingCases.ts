import type { Queryable } from './pool';

export interface Sleeper {
  readonly id: string;
  /** As the database writes it: an instant in ms would come before itself. */
  readonly wakeAt: string;
}

/**
 * Cases with the engine that let their own time pass by more than `lateSeconds`, the latest first, from the one that
 * was looked at last: some that never wake must not hide the others.
 */
export async function sleepingCases(
  db: Queryable,
  lateSeconds: number,
  limit: number,
  after: Sleeper | null,
): Promise<readonly Sleeper[]> {
  const { rows } = await db.query<{ id: string; wake_at: string }>(
    `select id, wake_at::text as wake_at from cases
     where started and wake_at < now() - make_interval(secs => $1)
       and ($3::timestamptz is null or (wake_at, id) > ($3, $4))
     order by wake_at, id limit $2`,
    [lateSeconds, limit, after?.wakeAt ?? null, after?.id ?? ''],
  );
  return rows.map(({ id, wake_at: wakeAt }) => ({ id, wakeAt }));
}
