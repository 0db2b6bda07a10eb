import type { Client } from '@temporalio/client';

/** What a case leaves in the engine, on average. */
export interface History {
  readonly events: number;
  readonly workflowTasks: number;
  readonly kilobytes: number;
}

/** The mean over some finished workflows; what is still running is waited for. */
export async function historyOf(client: Client, workflowIds: readonly string[]): Promise<History> {
  const sum = { events: 0, workflowTasks: 0, kilobytes: 0 };
  for (const workflowId of workflowIds) {
    const handle = client.workflow.getHandle(workflowId);
    await handle.result();
    const { raw, historyLength } = await handle.describe();
    const events = (await handle.fetchHistory()).events ?? [];
    sum.events += historyLength;
    sum.workflowTasks += events.filter((event) => event.workflowTaskCompletedEventAttributes != null).length;
    sum.kilobytes += Number(raw.workflowExecutionInfo?.historySizeBytes ?? 0) / 1_024;
  }
  const each = (total: number): number => total / workflowIds.length;
  return { events: each(sum.events), workflowTasks: each(sum.workflowTasks), kilobytes: each(sum.kilobytes) };
}
