import type { FastifyBaseLogger } from 'fastify';
import { startOnce } from '../engine/startOnce';
import type { ApiDeps } from './deps';

const AT_ONCE = 16;
let underWay = 0;

/**
 * Tells the engine of a new case without keeping the caller: the case is on file already. In a burst, or where the
 * engine is away, the worker's sweeper does it.
 */
export function startSoon(
  { engine, db, taskQueue }: Pick<ApiDeps, 'engine' | 'db' | 'taskQueue'>,
  caseId: string,
  log: FastifyBaseLogger,
): void {
  if (underWay >= AT_ONCE) return;
  underWay += 1;
  startOnce(engine, db, taskQueue, caseId)
    .catch((error: unknown) => {
      log.warn({ caseId, reason: error instanceof Error ? error.message : String(error) }, 'left to the sweeper');
    })
    .finally(() => {
      underWay -= 1;
    });
}
