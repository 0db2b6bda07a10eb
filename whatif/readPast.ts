import { casesOpened } from '../db/casesOpened';
import type { Pool } from '../db/pool';
import { readEventsOf } from '../db/readEvents';
import { instantOf, msOf } from '../domain/time/lawDate';
import { seasonCaseOf } from '../simulation/seasonCaseOf';
import type { SeasonCase } from '../simulation/season';
import { windowOf, type Days } from '../simulation/simulate';

const ROUND = 500;

/** The cases opened in these days as they stood when the days were over, in the order of their opening. */
export async function readPast(db: Pool, days: Days): Promise<readonly SeasonCase[]> {
  const { from, until } = windowOf(days);
  const ids = await casesOpened(db, instantOf(from), instantOf(until));
  const cases: SeasonCase[] = [];
  for (let first = 0; first < ids.length; first += ROUND) {
    for (const events of (await readEventsOf(db, ids.slice(first, first + ROUND))).values()) {
      const known = events.filter(({ at }) => msOf(at) < until);
      const one = known.length === 0 ? null : seasonCaseOf(known);
      if (one !== null) cases.push(one);
    }
  }
  return cases;
}
