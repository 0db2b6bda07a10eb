import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { RecordedEvent } from '../domain/case';
import type { Activities } from '../activities/createActivities';

const quick = proxyLocalActivities<Activities>({
  // One workflow task's patience: past it the regular activity below waits without filling the history.
  startToCloseTimeout: '3s',
  scheduleToCloseTimeout: '4s',
  retry: { initialInterval: '100ms', maximumAttempts: 2 },
});

const patient = proxyActivities<Activities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '10s' },
});

/** Writes events, at once where Postgres answers, else for as long as it takes: an outage never fails a case. */
export async function record(events: readonly RecordedEvent[]): Promise<void> {
  try {
    await quick.record(events);
  } catch {
    await patient.record(events);
  }
}

export const { archive, lookUpActor, refuseSignal } = patient;
