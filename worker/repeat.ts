import type { Log } from './log';

export interface Repeating {
  /** Waits for the round that is under way and begins no other. */
  stop(): Promise<void>;
}

/** Does `work` again and again with a pause between; a round that fails is logged and the next one tries again. */
export function repeat(name: string, pauseMs: number, log: Log, work: () => Promise<void>): Repeating {
  let stopped = false;
  let wake: () => void = () => undefined;
  const rounds = (async () => {
    while (!stopped) {
      try {
        await work();
      } catch (error) {
        log.warn(
          { job: name, reason: error instanceof Error ? error.message : String(error) },
          'round failed, will retry',
        );
      }
      if (stopped) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake();
      await rounds;
    },
  };
}
