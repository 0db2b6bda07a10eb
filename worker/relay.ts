import type { Client } from '@temporalio/client';
import type { Duty } from '../domain/duties';
import type { Pool } from '../db/pool';
import { takeDuties } from '../db/takeDuties';
import { carryOut } from './carryOut';
import type { Log } from './log';
import { repeat, type Repeating } from './repeat';

/**
 * Carries duties out of the outbox, once in effect. Many relays may run: a row is one relay's while its
 * transaction lasts, and what a crash interrupts is taken up by the next.
 */
export function startRelay(db: Pool, engine: Client, log: Log): Repeating {
  return repeat('relay', 500, log, async () => {
    let carried = 0;
    do {
      carried = await takeDuties(db, 100, (client, row) => carryOut(client, engine, row, row.duty as Duty));
    } while (carried > 0);
  });
}
