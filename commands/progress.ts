import { SingleBar } from 'cli-progress';

export interface Progress {
  step(): void;
  done(): void;
}

/** A bar on a terminal; elsewhere a line at every tenth. */
export function progress(label: string, total: number): Progress {
  if (process.stdout.isTTY) {
    const bar = new SingleBar({ format: `${label} [{bar}] {percentage}% {value}/{total} 剩余 {eta_formatted}` });
    bar.start(total, 0);
    return { step: () => bar.increment(), done: () => bar.stop() };
  }
  let count = 0;
  return {
    step() {
      count += 1;
      if (Math.floor((count * 10) / total) > Math.floor(((count - 1) * 10) / total)) {
        console.log(`${label} ${count}/${total}`);
      }
    },
    done: () => undefined,
  };
}
