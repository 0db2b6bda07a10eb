import TinyQueue from 'tinyqueue';

/** Work that waits for hands. */
export interface Job {
  readonly dueAt: number;
  readonly readyAt: number;
  readonly index: number;
  /** Which of its case's stays it is: by then the case may have gone elsewhere. */
  readonly visit: number;
}

/** Those who work off one queue: what is due first is taken up first, and what is begun is finished. */
export class Crew {
  readonly #queue = new TinyQueue<Job>(
    [],
    (one, other) => one.dueAt - other.dueAt || one.readyAt - other.readyAt || one.index - other.index,
  );
  readonly #free: string[] = [];
  #hands = 0;
  #busy = 0;
  #named = 0;

  constructor(private readonly name: string) {}

  /** Whoever is too many finishes what they have in hand and goes. */
  setHands(hands: number): void {
    this.#hands = hands;
    while (this.#free.length + this.#busy < hands) this.#free.push(`${this.name}-${(this.#named += 1)}`);
    while (this.#free.length > 0 && this.#free.length + this.#busy > hands) this.#free.pop();
  }

  add(job: Job): void {
    this.#queue.push(job);
  }

  /** The next job with somebody to do it; null = nobody is free, or nothing waits. */
  next(stillWaits: (job: Job) => boolean): { readonly job: Job; readonly by: string } | null {
    if (this.#free.length === 0) return null;
    for (let job = this.#queue.pop(); job !== undefined; job = this.#queue.pop()) {
      if (!stillWaits(job)) continue;
      this.#busy += 1;
      return { job, by: this.#free.pop()! };
    }
    return null;
  }

  done(by: string): void {
    this.#busy -= 1;
    if (this.#free.length + this.#busy < this.#hands) this.#free.push(by);
  }
}
