import { WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy, type Client } from '@temporalio/client';
import type { ReportRequest } from '../workflows/messages';
import { REPORT_WORKFLOW_TYPE, reportWorkflowId } from '../workflows/workflowId';
import { PATIENCE_MS } from './sendAct';
import { EngineSlow, within } from './within';

/** How long whoever asks waits for it to be made, in ms. */
const MAKING_MS = 10_000;

export interface ReportMade {
  readonly month: string;
  readonly version: number;
}

/** Has a report made. Asked again under the same hash it joins the first run. Null = it is still being made. */
export async function askForReport(
  engine: Client,
  taskQueue: string,
  asked: string,
  request: ReportRequest,
): Promise<ReportMade | null> {
  const workflowId = reportWorkflowId(asked);
  const deadline = Date.now() + PATIENCE_MS;
  const started = engine.withDeadline(deadline, async () => {
    try {
      await engine.workflow.start(REPORT_WORKFLOW_TYPE, {
        ...{ taskQueue, workflowId, args: [request] },
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
    return true;
  });
  if ((await within(deadline, started)) === null) throw new EngineSlow();
  const result = engine.workflow.getHandle(workflowId).result() as Promise<ReportMade>;
  return within(Date.now() + MAKING_MS, result);
}
