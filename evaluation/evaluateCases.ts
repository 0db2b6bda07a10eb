import type { Pool } from '../db/pool';
import { readEventsOf } from '../db/readEvents';
import { replaceObservations, unevaluated, type ObservationRow } from '../db/observations';
import type { RecordedEvent } from '../domain/case';
import type { Indicator } from '../domain/evaluation/indicator';
import { INDICATORS } from '../domain/evaluation/indicators';
import { trailOf } from '../domain/evaluation/trail';
import { lawDateOf } from '../domain/time/lawDate';

const ROUND = 200;

/** What one case contributes to each indicator, in whole numbers. */
export function observationsOf(
  events: readonly RecordedEvent[],
  indicators: readonly Indicator[] = INDICATORS,
): readonly ObservationRow[] {
  const trail = trailOf(events);
  return indicators.flatMap(({ id, version, observe }) =>
    observe(trail).map(({ at, ...one }, n) => ({ indicator: id, version, n, day: lawDateOf(at), ...one })),
  );
}

/**
 * Looks at every case that has moved, whole: a case's contribution is a function of its events, so that what is stored bit by
 * bit and what is reckoned from zero can't differ. Returns how many it looked at.
 */
export async function evaluateCases(pool: Pool, indicators: readonly Indicator[] = INDICATORS): Promise<number> {
  const formulas = indicators.map(({ id, version }) => `${id}@${version}`).join(' ');
  let seen = 0;
  // Looking for the next ones from the beginning would read every case again in each round.
  let last = '';
  for (;;) {
    const ids = await unevaluated(pool, formulas, last, ROUND);
    last = ids.at(-1) ?? last;
    const files = [...(await readEventsOf(pool, ids))];
    await replaceObservations(
      pool,
      formulas,
      files.map(([caseId, events]) => ({
        ...{ caseId, seq: events.length },
        observations: observationsOf(events, indicators),
      })),
    );
    seen += ids.length;
    if (ids.length < ROUND) return seen;
  }
}
