import type { Client } from '@temporalio/client';
import type { Sink } from '../config/sinks';
import type { Pool } from '../db/pool';
import { takeDuties, type Delivery } from '../db/takeDuties';
import { batches, carryOut, RELAYED } from './carryOut';
import type { Log } from './log';
import { repeat, type Repeating } from './repeat';

const ROUND = 100;

/**
 * Carries duties out of the outbox, once in effect. Many relays may run: a row is one relay's while its
 * transaction lasts, and what a crash interrupts is taken up by the next.
 */
export function startRelay(db: Pool, engine: Client, log: Log, sinks: readonly Sink[] = []): Repeating {
  return repeat('relay', 500, log, async () => {
    const delivery: Delivery = {
      kinds: RELAYED,
      batches,
      deliver: (client, rows) => carryOut(client, engine, rows, sinks),
    };
    while ((await takeDuties(db, ROUND, delivery)) === ROUND);
  });
}
