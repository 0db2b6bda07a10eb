import type { Client } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { msOf } from '../domain/time/lawDate';
import type { Instant } from '../domain/catalogue';
import { workflowId } from '../workflows/workflowId';

const POLL_MS = 10;
const PATIENCE_MS = 30_000;

/** A case's own time: the wall's, and what was skipped. */
export async function caseTime(engine: Client, caseId: string): Promise<number> {
  return (await skipping(engine, caseId)).nowMs;
}

/**
 * Skips a case's time forward by so many ms on the server itself: its timers fire in order on the way, and when this
 * resolves the case is at its new time. Needs a server with time skipping, as the local stack starts it.
 */
export async function fastForward(engine: Client, caseId: string, ms: number): Promise<void> {
  if (ms <= 0) return;
  await engine.connection.workflowService.updateWorkflowExecutionOptions({
    namespace: engine.options.namespace,
    workflowExecution: { workflowId: workflowId(caseId) },
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        fastForwardConfig: {
          id: `forward-${Math.random().toString(36).slice(2)}`,
          duration: msToTs(Math.ceil(ms)),
        },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  const until = Date.now() + PATIENCE_MS;
  while ((await skipping(engine, caseId)).underWay) {
    if (Date.now() > until) throw new Error(`case ${caseId} did not reach its new time within ${PATIENCE_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Skips to an instant of the case's own time; one that has passed changes nothing. */
export async function fastForwardTo(engine: Client, caseId: string, instant: Instant): Promise<void> {
  await fastForward(engine, caseId, msOf(instant) - (await caseTime(engine, caseId)));
}

async function skipping(
  engine: Client,
  caseId: string,
): Promise<{ readonly nowMs: number; readonly underWay: boolean }> {
  const { workflowExtendedInfo, workflowExecutionInfo } =
    await engine.connection.workflowService.describeWorkflowExecution({
      namespace: engine.options.namespace,
      execution: { workflowId: workflowId(caseId) },
    });
  const info = workflowExtendedInfo?.timeSkippingInfo;
  const at = info?.currentTime;
  return {
    nowMs: at == null ? Date.now() : Number(at.seconds ?? 0) * 1_000 + Math.floor((at.nanos ?? 0) / 1e6),
    // A case that ends on the way stays where it ended.
    underWay: info?.effectiveConfig?.enabled === true && workflowExecutionInfo?.closeTime == null,
  };
}
