import { CancellationScope, condition, isCancellation, sleep } from '@temporalio/workflow';

/**
 * The case's one timer. It is armed for the earliest due instant and left running when that moves later, which most
 * acts do: an early ring only arms the next one. Cancelling and arming at every act cost 50 history events for a
 * five-act case, this 40.
 */
export class Alarm {
  private armedFor: string | null = null;
  private scope: CancellationScope | null = null;
  private rings = 0;

  /** Resolves true once `at` has come, false as soon as `interrupted` holds. With `at` null it waits for that alone. */
  async wait(at: string | null, interrupted: () => boolean): Promise<boolean> {
    if (at !== null && at <= now()) return true;
    if (at !== null && (this.armedFor === null || at < this.armedFor)) this.arm(at);
    const rings = this.rings;
    await condition(() => interrupted() || this.rings !== rings);
    return at !== null && at <= now();
  }

  private arm(at: string): void {
    this.scope?.cancel();
    const scope = new CancellationScope();
    this.scope = scope;
    this.armedFor = at;
    const ring = scope.run(async () => {
      await sleep(Math.max(1, Date.parse(at) - Date.now()));
      this.armedFor = null;
      this.rings += 1;
    });
    ring.catch((error: unknown) => {
      if (!isCancellation(error)) throw error;
    });
  }
}

function now(): string {
  return new Date().toISOString();
}
