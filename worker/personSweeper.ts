import type { Pool } from '../db/pool';
import { sweepPersons } from '../db/sweepPersons';
import type { Log } from './log';
import { repeat, type Repeating } from './repeat';

const HOUR_MS = 3_600_000;
const ROUND = 500;

/**
 * An act is answered within two seconds, but may be finished much later under the same key: an outage, a case held up by
 * a fault until its worker is mended. Each try names the person anew. To remove one whom a case then refers to would
 * take the party off its file, to keep one for weeks is what the officer who typed the name knows anyway: so be late.
 */
const AFTER_DAYS = 30;

/**
 * What the engine holds while Postgres is away is written within seconds of its return, but a sweep may come first. A
 * second look after a whole day doesn't depend on how long an outage was.
 */
const AGAIN_AFTER_DAYS = 1;

/** Removes the persons whom refused acts left behind. */
export function startPersonSweeper(db: Pool, log: Log): Repeating {
  return repeat('persons', HOUR_MS, log, async () => {
    for (;;) {
      const swept = await sweepPersons(db, { afterDays: AFTER_DAYS, againAfterDays: AGAIN_AFTER_DAYS, limit: ROUND });
      if (swept.removed > 0) log.info({ removed: swept.removed }, 'persons removed whom nothing refers to');
      if (swept.used + swept.unused + swept.removed < ROUND) break;
    }
  });
}
