import type pg from 'pg';
import { inTransaction, type Pool } from './pool';

export interface OutboxRow {
  readonly id: number;
  readonly caseId: string;
  readonly duty: unknown;
}

export interface Delivery {
  /** Which kinds of duty are carried out here. */
  readonly kinds: readonly string[];
  /** Which rows go together. */
  readonly batches: (rows: readonly OutboxRow[]) => readonly (readonly OutboxRow[])[];
  readonly deliver: (client: pg.PoolClient, batch: readonly OutboxRow[]) => Promise<void>;
}

/**
 * Takes up to `limit` open duties and carries them out in the transaction that marks them done. Where a batch fails,
 * each of it is tried by itself; one that fails waits longer each time and never holds up the others. Returns how many
 * were taken.
 */
export async function takeDuties(pool: Pool, limit: number, { kinds, batches, deliver }: Delivery): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: number; case_id: string; kind: string; payload: object }>({
      name: 'take-duties',
      text: `select id, case_id, kind, payload from outbox
             where done_at is null and next_at <= now() and kind = any($2) order by next_at, id limit $1
             for update skip locked`,
      values: [limit, kinds],
    });
    const taken = rows.map(({ id, case_id, kind, payload }) => ({ id, caseId: case_id, duty: { kind, ...payload } }));
    const done: number[] = [];
    for (const batch of batches(taken)) done.push(...(await attempt(client, batch, deliver)));
    if (done.length > 0) await client.query('update outbox set done_at = now() where id = any($1)', [done]);
    return rows.length;
  });
}

/** The rows that were carried out. */
async function attempt(
  client: pg.PoolClient,
  batch: readonly OutboxRow[],
  deliver: Delivery['deliver'],
): Promise<readonly number[]> {
  await client.query('savepoint duty');
  try {
    await deliver(client, batch);
    return batch.map(({ id }) => id);
  } catch (error) {
    await client.query('rollback to savepoint duty');
    const [only, ...others] = batch;
    if (only !== undefined && others.length === 0) {
      await client.query(
        `update outbox set attempts = attempts + 1, last_error = $2,
           next_at = now() + least(interval '1 hour', interval '1 second' * power(2, attempts)) where id = $1`,
        [only.id, error instanceof Error ? error.message : String(error)],
      );
      return [];
    }
    const done: number[] = [];
    for (const row of batch) done.push(...(await attempt(client, [row], deliver)));
    return done;
  }
}
