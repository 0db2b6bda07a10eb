import type { Client } from '@temporalio/client';
import type { EvaluationRules } from '../config/evaluation';
import { ensureReportSchedule } from '../engine/reportSchedule';
import type { Log } from './log';
import { repeat, type Repeating } from './repeat';

/** How soon it is tried again where the engine is away, in ms. */
const PAUSE_MS = 10_000;

/** Plans the monthly reports once a worker is up. An engine that isn't there yet doesn't hold its start up. */
export function startReportSchedule(
  client: Client,
  taskQueue: string,
  at: EvaluationRules['reportAt'],
  log: Log,
): Repeating {
  let planned = false;
  return repeat('report schedule', PAUSE_MS, log, async () => {
    if (planned) return;
    await ensureReportSchedule(client, taskQueue, at);
    planned = true;
    log.info(at, 'monthly reports planned');
  });
}
