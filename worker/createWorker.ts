import { Worker, type NativeConnection, type WorkflowBundle } from '@temporalio/worker';
import { createActivities } from '../activities/createActivities';
import { createReportActivities } from '../activities/createReportActivities';
import type { Pool } from '../db/pool';
import type { ReportRules } from '../reports/makeReport';

export interface WorkerOptions {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly bundle: WorkflowBundle;
  readonly db: Pool;
  readonly reports: ReportRules;
  /** How many cases a worker keeps in memory; one that it has let go is replayed from its history. */
  readonly cachedCases?: number;
}

/** A worker for cases and reports. Start as many processes as the load asks for. */
export function createWorker({
  connection,
  namespace,
  taskQueue,
  bundle,
  db,
  reports,
  cachedCases = 2_000,
}: WorkerOptions): Promise<Worker> {
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: bundle,
    activities: { ...createActivities({ db }), ...createReportActivities({ db, rules: reports }) },
    // After a worker dies its cached cases wait this long for it before another takes over; the default is 10 s.
    stickyQueueScheduleToStartTimeout: '2s',
    shutdownGraceTime: '10s',
    maxCachedWorkflows: cachedCases,
  });
}
