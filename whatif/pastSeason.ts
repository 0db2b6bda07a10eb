import { createPool } from '../db/pool';
import type { SeasonCase } from '../simulation/season';
import type { Days } from '../simulation/simulate';
import { BadQuestion } from './badQuestion';
import { readPast } from './readPast';

/** A past season, read over a connection of its own. Throws a BadQuestion where there was no case. */
export async function pastSeason(databaseUrl: string, days: Days): Promise<readonly SeasonCase[]> {
  const db = createPool(databaseUrl, { max: 1, patienceMs: 60_000 });
  try {
    const cases = await readPast(db, days);
    if (cases.length === 0) throw new BadQuestion(`${days.from} 至 ${days.to} 没有成案的案件。`);
    return cases;
  } finally {
    await db.end();
  }
}
