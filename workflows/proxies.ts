import { proxyActivities, proxyLocalActivities, type ActivityInterfaceFor } from '@temporalio/workflow';
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
 * At once where Postgres answers, else for as long as it takes: an outage never fails a case. A try within the workflow
 * task costs the engine a marker, a regular activity three events and another workflow task.
 */
async function soonOrLater<T>(ask: (activities: ActivityInterfaceFor<Activities>) => Promise<T>): Promise<T> {
  try {
    return await ask(quick);
  } catch {
    return ask(patient);
  }
}

/** Writes events. `unknown` are events found on file under these numbers instead. */
export const record = (events: readonly RecordedEvent[]): Promise<{ readonly unknown: readonly RecordedEvent[] }> =>
  soonOrLater((activities) => activities.record(events));

/** Checks the chain and stores the archive's manifest. */
export const archive = (caseId: string): Promise<{ readonly events: number; readonly head: string }> =>
  soonOrLater((activities) => activities.archive(caseId));

export const { eventsAfter, lookUpActor, refuseSignal } = patient;
