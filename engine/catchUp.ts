import type { Client } from '@temporalio/client';
import { catchUpUpdate } from '../workflows/messages';
import { workflowId } from '../workflows/workflowId';
import { PATIENCE_MS } from './sendAct';
import { EngineSlow, within } from './within';

/** Has a case look at its file for what it doesn't know. Throws `EngineSlow` where it doesn't answer in time. */
export async function catchUp(engine: Client, caseId: string): Promise<void> {
  const asked = engine.workflow.getHandle(workflowId(caseId)).executeUpdate(catchUpUpdate);
  if ((await within(Date.now() + PATIENCE_MS, asked)) === null) throw new EngineSlow();
}
