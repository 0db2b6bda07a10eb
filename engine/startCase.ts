import { WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy, type Client } from '@temporalio/client';
import { markStarted } from '../db/markStarted';
import type { Queryable } from '../db/pool';
import { readEvents } from '../db/readEvents';
import { WORKFLOW_TYPE, workflowId } from '../workflows/workflowId';

/** Hands a case that is on file to the engine. Done twice it is done once. */
export async function startCase(client: Client, db: Queryable, taskQueue: string, caseId: string): Promise<void> {
  const events = await readEvents(db, caseId);
  try {
    await client.workflow.start(WORKFLOW_TYPE, {
      taskQueue,
      workflowId: workflowId(caseId),
      // A case is one workflow for ever: a finished one is never begun again.
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      args: [{ opening: events.filter(({ event }) => event.act === 'open').map(({ event }) => event) }],
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  await markStarted(db, caseId);
}
