import type pg from 'pg';
import { inTransaction, type Pool } from './pool';

export interface OutboxRow {
  readonly id: number;
  readonly caseId: string;
  readonly duty: unknown;
}

/**
 * Takes up to `limit` open duties and carries each out in the transaction that marks it done. One that fails waits
 * longer each time and never holds up the others. Returns how many were done.
 */
export async function takeDuties(
  pool: Pool,
  limit: number,
  deliver: (client: pg.PoolClient, row: OutboxRow) => Promise<void>,
): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: number; case_id: string; kind: string; payload: object }>(
      `select id, case_id, kind, payload from outbox
       where done_at is null and next_at <= now() order by next_at, id limit $1 for update skip locked`,
      [limit],
    );
    const done: number[] = [];
    for (const row of rows) {
      await client.query('savepoint duty');
      try {
        await deliver(client, { id: row.id, caseId: row.case_id, duty: { kind: row.kind, ...row.payload } });
        done.push(row.id);
      } catch (error) {
        await client.query('rollback to savepoint duty');
        await client.query(
          `update outbox set attempts = attempts + 1, last_error = $2,
             next_at = now() + least(interval '1 hour', interval '1 second' * power(2, attempts)) where id = $1`,
          [row.id, error instanceof Error ? error.message : String(error)],
        );
      }
    }
    await client.query('update outbox set done_at = now() where id = any($1)', [done]);
    return done.length;
  });
}
