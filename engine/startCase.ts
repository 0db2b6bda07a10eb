import { WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy, type Client } from '@temporalio/client';
import { markStarted } from '../db/markStarted';
import type { Queryable } from '../db/pool';
import { readEvents } from '../db/readEvents';
import { CaseConflict } from './caseConflict';
import { WORKFLOW_TYPE, workflowId } from '../workflows/workflowId';

/** Hands a case that is on file to the engine. Done twice it is done once. */
export async function startCase(client: Client, db: Queryable, taskQueue: string, caseId: string): Promise<void> {
  const events = await readEvents(db, caseId);
  const opening = events.filter(({ event }) => event.act === 'open').map(({ event }) => event);
  const openedBy = opening[0]?.commandId ?? '';
  try {
    await client.workflow.start(WORKFLOW_TYPE, {
      taskQueue,
      workflowId: workflowId(caseId),
      // A case is one workflow for ever: a finished one is never begun again.
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      args: [{ opening }],
      memo: { opening: openedBy },
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    // Begun before, by us: or, where a database was restored beside a newer engine, by another case of this number.
    const { memo } = await client.workflow.getHandle(workflowId(caseId)).describe();
    if (memo?.['opening'] !== openedBy) {
      throw new CaseConflict(
        caseId,
        `workflow ${workflowId(caseId)} belongs to another case: database and engine are not of one house`,
      );
    }
  }
  await markStarted(db, caseId);
}
