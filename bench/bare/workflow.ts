import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

/** The baseline: a workflow that takes five updates and ends. No database, no rules. */
export const step = defineUpdate<number>('step');

export async function bareCase(): Promise<void> {
  let steps = 0;
  setHandler(step, () => (steps += 1));
  await condition(() => steps === 5);
}
