/** How long the backlog waits for an import, and how long it then goes on beside it: no import may hold it up for good. */
const WAITS_MS = 30_000;
const GOES_ON_MS = 10_000;

/** Whether it is the backlog's turn to wait, so many ms after an import was first seen to be going on. */
export function isToWait(sinceMs: number): boolean {
  return sinceMs % (WAITS_MS + GOES_ON_MS) < WAITS_MS;
}
