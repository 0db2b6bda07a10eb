import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 2;
let underWay = 0;

/** Work that somebody waits for. */
export async function goFirst<T>(work: () => Promise<T>): Promise<T> {
  underWay += 1;
  try {
    return await work();
  } finally {
    underWay -= 1;
  }
}

/** Waits until nobody waits for work of theirs, and no longer than so many ms: what gives way must go on as well. */
export async function giveWay(forMs: number): Promise<void> {
  const until = performance.now() + forMs;
  while (underWay > 0 && performance.now() < until) await sleep(LOOK_EVERY_MS);
}
