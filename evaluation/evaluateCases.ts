import { setImmediate } from 'node:timers/promises';
import type { Pool } from '../db/pool';
import { readEventsOf } from '../db/readEvents';
import { replaceObservations, unevaluated, type Evaluated, type ObservationRow } from '../db/observations';
import { ratingsOf } from '../db/satisfactions';
import type { RecordedEvent } from '../domain/case';
import type { Indicator } from '../domain/evaluation/indicator';
import { INDICATORS } from '../domain/evaluation/indicators';
import { trailOf } from '../domain/evaluation/trail';
import type { Rated } from '../domain/satisfaction';
import { lawDateOf } from '../domain/time/lawDate';

const ROUND = 200;

/** What one case contributes to each indicator, in whole numbers. */
export function observationsOf(
  events: readonly RecordedEvent[],
  indicators: readonly Indicator[] = INDICATORS,
  ratings: readonly Rated[] = [],
): readonly ObservationRow[] {
  const trail = trailOf(events, ratings);
  return indicators.flatMap(({ id, version, observe }) =>
    observe(trail).map(({ at, ...one }, n) => ({ indicator: id, version, n, day: lawDateOf(at), ...one })),
  );
}

/**
 * Looks at every case that has moved, whole: a case's contribution is a function of its events, so that what is stored bit by
 * bit and what is reckoned from zero can't differ. Returns how many it looked at.
 */
export async function evaluateCases(
  pool: Pool,
  indicators: readonly Indicator[] = INDICATORS,
  /** Cases in a round. */
  together = ROUND,
): Promise<number> {
  const formulas = indicators.map(({ id, version }) => `${id}@${version}`).join(' ');
  let seen = 0;
  let round = await readRound(pool, formulas, '', together);
  let writing: Promise<void> | null = null;
  // From the beginning each time, every case would be looked at again in each round.
  try {
    while (round.last !== null) {
      // While some are reckoned, the next are read and the last are written.
      const [next, cases] = await Promise.all([
        readRound(pool, formulas, round.last, together),
        reckoned(round, indicators),
        writing,
      ]);
      writing = replaceObservations(pool, formulas, cases);
      round = next;
      seen += cases.length;
    }
  } finally {
    // Whatever fails, nothing goes on behind it.
    await writing;
  }
  return seen;
}

interface Round {
  readonly cases: readonly (readonly [caseId: string, events: readonly RecordedEvent[]])[];
  readonly ratings: ReadonlyMap<string, readonly Rated[]>;
  /** Where the next round begins; null = there is none. */
  readonly last: string | null;
}

async function readRound(pool: Pool, formulas: string, after: string, together: number): Promise<Round> {
  const ids = await unevaluated(pool, formulas, after, together);
  // Every few seconds there is nothing: then nothing more is asked.
  if (ids.length === 0) return { cases: [], ratings: new Map(), last: null };
  const [files, ratings] = await Promise.all([readEventsOf(pool, ids), ratingsOf(pool, ids)]);
  return { cases: [...files], ratings, last: ids.at(-1) ?? null };
}

async function reckoned({ cases, ratings }: Round, indicators: readonly Indicator[]): Promise<readonly Evaluated[]> {
  const evaluated: Evaluated[] = [];
  for (const [caseId, events] of cases) {
    // What is being read meanwhile comes in between.
    await setImmediate();
    const rated = ratings.get(caseId) ?? [];
    evaluated.push({
      ...{ caseId, seq: events.length, ratings: rated.length },
      observations: observationsOf(events, indicators, rated),
    });
  }
  return evaluated;
}
