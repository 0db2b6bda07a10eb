import type { Client } from '@temporalio/client';
import type { Pool } from '../db/pool';
import { backlogGrows } from '../db/backlogGrows';
import { unstartedCases } from '../db/unstartedCases';
import { sleepingCases, type Sleeper } from '../db/sleepingCases';
import { CaseConflict, CONFLICT_MESSAGE } from '../engine/caseConflict';
import { catchUp } from '../engine/catchUp';
import { startCase } from '../engine/startCase';
import type { Log } from './log';
import { repeat, type Repeating } from './repeat';
import { isToWait } from './isToWait';

const ROUND = 100;
const AT_ONCE = 8;
const LATE_SECONDS = 20;
/** More cases than the API starts at once (`api/startSoon.ts`): they are an import's. */
const IMPORTED = 16;

/** Starts the cases that are on file and not yet with the engine: what a crash, an outage, a burst or an import left behind. */
export function startSweeper(db: Pool, client: Client, taskQueue: string, log: Log): Repeating {
  return repeat('sweeper', 1_000, log, sweeping(db, client, taskQueue, log));
}

/** One round of it after another. */
export function sweeping(db: Pool, client: Client, taskQueue: string, log: Log): () => Promise<void> {
  const told = new Set<string>();
  let last: Sleeper | null = null;

  /** Whether it is with the engine now. One that never can be must not keep the others waiting, and is told of once. */
  async function start(caseId: string): Promise<boolean> {
    try {
      await startCase(client, db, taskQueue, caseId);
      return true;
    } catch (error) {
      if (!(error instanceof CaseConflict)) throw error;
      if (!told.has(caseId)) log.error({ caseId, reason: error.message }, CONFLICT_MESSAGE);
      told.add(caseId);
      return false;
    }
  }

  let importSince: number | null = null;

  /**
   * Nobody waits for a case of the backlog: whoever acts on one has it started first. So it waits while an import is being
   * answered, which the engine's work on two cores would slow by half.
   */
  async function givesWay(): Promise<boolean> {
    if (!(await backlogGrows(db, IMPORTED))) {
      importSince = null;
      return false;
    }
    importSince ??= performance.now();
    return isToWait(performance.now() - importSince);
  }

  /** Starts the oldest few; false where there are no more, or none of them can be, or others go first. */
  async function startSome(): Promise<boolean> {
    const ids = await unstartedCases(db, ROUND);
    let started = 0;
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      if (await givesWay()) return false;
      const begun = await Promise.all(ids.slice(from, from + AT_ONCE).map(start));
      started += begun.filter(Boolean).length;
    }
    return ids.length === ROUND && started > 0;
  }

  return async () => {
    while (await startSome());
    last = await wakeSleepers(db, client, log, last);
  };
}

/**
 * A case may lag behind its file after the engine crashed in the middle of an act, and then sleep past a deadline that
 * it never heard of. It is told to look. Few at a time: in a burst of deadlines the engine is only slow. Answers where
 * the next round goes on; null = from the beginning.
 */
async function wakeSleepers(db: Pool, client: Client, log: Log, after: Sleeper | null): Promise<Sleeper | null> {
  const sleepers = await sleepingCases(db, LATE_SECONDS, AT_ONCE, after);
  for (const { id } of sleepers) {
    try {
      await catchUp(client, id);
    } catch (error) {
      // One that has failed for good must not keep the others asleep.
      log.error({ caseId: id, reason: String(error) }, 'a case sleeps past its time and does not wake');
    }
  }
  return sleepers.length < AT_ONCE ? null : (sleepers.at(-1) ?? null);
}
