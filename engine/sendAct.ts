import { ApplicationFailure } from '@temporalio/common';
import { WorkflowUpdateFailedError, WorkflowUpdateStage, type Client } from '@temporalio/client';
import { REFUSAL_CODES, type Refusal } from '../domain/refusal';
import { actUpdate, type Receipt, type Request } from '../workflows/messages';
import { workflowId } from '../workflows/workflowId';
import { CaseConflict, chainConflictIn } from './caseConflict';
import { EngineSlow, within } from './within';

/** The case said no. */
export class ActRefused extends Error {
  override readonly name = 'ActRefused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.detail);
    this.refusal = refusal;
  }
}

/** How long a caller waits for an act, in ms: accepted within it or not, they are answered. */
export const PATIENCE_MS = 1_700;

/**
 * Sends an act into its case by an update whose id is the caller's key, so that sending it again joins the first.
 * Resolves with the receipt, or with null when the case has accepted it and is still writing.
 * Throws `ActRefused`; `CaseConflict` where the file contradicts the case; gRPC errors where the engine doesn't answer; `WorkflowNotFoundError` where no case runs.
 */
export async function sendAct(engine: Client, caseId: string, request: Request): Promise<Receipt | null> {
  const deadline = Date.now() + PATIENCE_MS;
  const handle = engine.workflow.getHandle(workflowId(caseId));
  try {
    const update = await within(
      deadline,
      engine.withDeadline(deadline, () =>
        handle.startUpdate(actUpdate, {
          args: [request],
          updateId: request.id,
          waitForStage: WorkflowUpdateStage.ACCEPTED,
        }),
      ),
    );
    if (update === null) throw new EngineSlow();
    return await within(deadline, update.result());
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal !== null) throw new ActRefused(refusal);
    const conflict = chainConflictIn(error);
    if (conflict !== null) throw new CaseConflict(caseId, conflict);
    throw error;
  }
}

function refusalIn(error: unknown): Refusal | null {
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure)) return null;
  const code = REFUSAL_CODES.find((known) => known === cause.type);
  const [detail] = (cause.details ?? []) as readonly Refusal[];
  return code === undefined || detail === undefined ? null : detail;
}
