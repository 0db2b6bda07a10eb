import { Worker, type NativeConnection, type WorkflowBundle } from '@temporalio/worker';
import { createActivities } from '../activities/createActivities';
import type { Pool } from '../db/pool';

export interface WorkerOptions {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly bundle: WorkflowBundle;
  readonly db: Pool;
  /** How many cases a worker keeps in memory; one that it has let go is replayed from its history. */
  readonly cachedCases?: number;
}

/** A worker for cases. Start as many processes as the load asks for. */
export function createWorker({
  connection,
  namespace,
  taskQueue,
  bundle,
  db,
  cachedCases = 2_000,
}: WorkerOptions): Promise<Worker> {
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: bundle,
    activities: createActivities({ db }),
    // After a worker dies its cached cases wait this long for it before another takes over; the default is 10 s.
    stickyQueueScheduleToStartTimeout: '2s',
    shutdownGraceTime: '10s',
    maxCachedWorkflows: cachedCases,
  });
}
