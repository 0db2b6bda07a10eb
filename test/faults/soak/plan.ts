import fc from 'fast-check';
import type { Part } from '../fleet';

const HOUR_MS = 3_600_000;
const PARTS: readonly Part[] = ['worker', 'api', 'temporal', 'postgres'];

/** A round of faults: what is killed, after which pause, for how long, and how wrong the clocks are from then on. */
export interface Round {
  readonly pauseMs: number;
  readonly parts: readonly Part[];
  readonly downMs: number;
  /** Of a worker and of an API that are started in this round. */
  readonly workerOffMs: number;
  readonly apiOffMs: number;
  /** Whose clock is turned round while it runs, before the kill. */
  readonly turned: readonly ('worker' | 'api')[];
}

/** What people do in a case, and when; in shares of a duty's period. */
export interface Life {
  readonly opens: number;
  readonly accepts: number | null;
  readonly verifies: number | null;
  readonly urges: number | null;
  readonly answers: number | null;
}

export interface Plan {
  readonly rounds: readonly Round[];
  readonly lives: readonly Life[];
}

/** As many rounds as kill so many parts. */
function upTo(kills: number, rounds: readonly Round[]): readonly Round[] {
  let killed = 0;
  return rounds.filter(({ parts }) => {
    const wanted = killed < kills;
    if (wanted) killed += parts.length;
    return wanted;
  });
}

/** All of a run's chance, drawn from its seed before it begins: what happens in it doesn't change what is drawn. */
export function plan(seed: number, cases: number, kills: number): Plan {
  const off = fc.constantFrom(-HOUR_MS, HOUR_MS, 0);
  const share = fc.noBias(fc.integer({ min: 0, max: 1_000 })).map((part) => part / 1_000);
  const sometimes = fc.option(share, { freq: 2 });
  const round = fc.record({
    pauseMs: fc.noBias(fc.integer({ min: 4_000, max: 14_000 })),
    parts: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...PARTS).map((part) => [part]) },
      { weight: 1, arbitrary: fc.shuffledSubarray([...PARTS], { minLength: 2, maxLength: 2 }) },
    ),
    downMs: fc.noBias(fc.integer({ min: 0, max: 4_000 })),
    workerOffMs: off,
    apiOffMs: off,
    turned: fc.subarray(['worker', 'api'] as const),
  });
  const life = fc.record({
    opens: share,
    accepts: sometimes,
    verifies: sometimes,
    urges: sometimes,
    answers: sometimes,
  });
  return {
    rounds: upTo(kills, fc.sample(round, { seed, numRuns: kills })),
    lives: fc.sample(life, { seed: seed + 1, numRuns: cases }),
  };
}
