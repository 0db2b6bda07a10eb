import { condition, defineUpdate, proxyLocalActivities, setHandler, sleep, workflowInfo } from '@temporalio/workflow';
import type { Store } from './store';

export const step = defineUpdate<number>('step');

/** The baseline: a workflow that takes five updates and ends. No database, no rules. */
export async function bareCase(): Promise<void> {
  let steps = 0;
  setHandler(step, () => (steps += 1));
  await condition(() => steps === 5);
}

const { store } = proxyLocalActivities<{ store: Store }>({ startToCloseTimeout: '3s' });

/** The same, but what is answered is on file: one row an update, as in any service that keeps its own records. */
export async function storedCase(): Promise<void> {
  let taken = 0;
  let stored = 0;
  setHandler(step, async () => {
    taken += 1;
    const number = taken;
    await store(workflowInfo().workflowId, number);
    stored += 1;
    return number;
  });
  await condition(() => stored === 5);
}

/** One timer and nothing else. Answers with the instant at which it went on, in ms. */
export async function bareTimer(atMs: number): Promise<number> {
  await sleep(Math.max(1, atMs - Date.now()));
  return Date.now();
}
