import type { Client } from '@temporalio/client';
import type { Pool } from '../db/pool';
import { unstartedCases } from '../db/unstartedCases';
import { startCase } from '../engine/startCase';
import type { Log } from './log';
import { repeat, type Repeating } from './repeat';

const ROUND = 100;
const AT_ONCE = 8;

/** Starts the cases that are on file and not yet with the engine: what a crash, an outage or a burst left behind. */
export function startSweeper(db: Pool, client: Client, taskQueue: string, log: Log): Repeating {
  return repeat('sweeper', 1_000, log, async () => {
    for (;;) {
      const ids = await unstartedCases(db, ROUND);
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => startCase(client, db, taskQueue, id)));
      }
      if (ids.length < ROUND) return;
    }
  });
}
