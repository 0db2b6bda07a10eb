import { join } from 'node:path';
import type { Env } from '../config/env';
import { createPool, type Pool } from '../db/pool';
import { bringPostgres } from '../local/postgres';
import { scratchDatabase } from './scratchDatabase';

export interface Scratch {
  readonly url: string;
  readonly db: Pool;
  close(): Promise<void>;
}

/** An empty database of one's own, for what needs no other part of the house; gone with `close`. */
export async function openScratch(
  env: Pick<Env, 'localDir' | 'databaseUrl'>,
  pool: Parameters<typeof createPool>[1],
): Promise<Scratch> {
  const postgres = await bringPostgres({
    dir: join(env.localDir, 'bench'),
    databaseUrl: env.databaseUrl,
    log: () => undefined,
  });
  const scratch = await scratchDatabase(postgres.url);
  const db = createPool(scratch.url, pool);
  return {
    url: scratch.url,
    db,
    async close() {
      await db.end();
      await scratch.drop();
      await postgres.stop();
    },
  };
}
