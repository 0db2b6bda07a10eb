import { signHeads } from '../archive/chainHeads';
import type { Signer } from '../archive/signer';
import type { Pool } from '../db/pool';
import { readClock } from '../db/readClock';
import type { Log } from './log';
import { repeat, type Repeating } from './repeat';

const MINUTE_MS = 60_000;

/** Signs the heads of all chains once a day, soon after midnight in Shanghai or once a worker is back. */
export function startHeadsSigner(db: Pool, signer: Signer, log: Log): Repeating {
  return repeat('heads', MINUTE_MS, log, async () => {
    const signed = await signHeads(db, signer, (await readClock(db))());
    if (signed === null) return;
    log.info({ day: signed.day, cases: signed.cases }, 'heads of all chains signed');
    for (const caseId of signed.rewritten) {
      log.error({ caseId }, 'the chain no longer holds what was signed: run `npm run verify -- --heads`');
    }
  });
}
