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

/**
 * Writes events, at once where Postgres answers, else for as long as it takes: an outage never fails a case.
 * `unknown` are events found on file under these numbers instead.
 */
export async function record(
  events: readonly RecordedEvent[],
): Promise<{ readonly unknown: readonly RecordedEvent[] }> {
  try {
    return await quick.record(events);
  } catch {
    return patient.record(events);
  }
}

export const { archive, eventsAfter, lookUpActor, refuseSignal } = patient;
