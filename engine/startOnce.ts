import type { Client } from '@temporalio/client';
import type { Queryable } from '../db/pool';
import { startCase } from './startCase';

const underWay = new WeakMap<Client, Map<string, Promise<void>>>();

/**
 * Hands a case to the engine; whoever asks while this process is at it waits for the same start. Somebody who reports
 * and acts at once would otherwise start the case twice, and the second start has to ask the engine whose the first was.
 */
export function startOnce(client: Client, db: Queryable, taskQueue: string, caseId: string): Promise<void> {
  const starts = underWay.get(client) ?? new Map<string, Promise<void>>();
  underWay.set(client, starts);
  const known = starts.get(caseId);
  if (known !== undefined) return known;
  const start = startCase(client, db, taskQueue, caseId).finally(() => starts.delete(caseId));
  starts.set(caseId, start);
  return start;
}
