import { CatalogueError } from '../config/catalogueError';
import { compareCatalogues } from '../config/compareCatalogues';
import { loadChecked } from '../config/loadChecked';
import { listOpenCases } from '../db/listOpenCases';
import { createPool, isDatabaseAway } from '../db/pool';
import { readClock } from '../db/readClock';
import type { Catalogue } from '../domain/catalogue';
import { answerJobs } from '../threads/answerJobs';
import type { DryRunDone, DryRunJob, MovedCases } from './dryRun';
import { movedByLaw, type MovedCase } from './movedByLaw';

const ROUND = 200;
/** Cases that are looked at: thousands take seconds, and what moves shows in fewer. */
const MOST = 2_000;

answerJobs(async ({ nowDir, nextDir, clues, databaseUrl }: DryRunJob): Promise<DryRunDone> => {
  try {
    const next = loadChecked(nextDir);
    return {
      comparison: compareCatalogues(loadChecked(nowDir), next, clues),
      law: await movedCases(databaseUrl, next),
    };
  } catch (error) {
    if (error instanceof CatalogueError) return { faults: error.message };
    if (isDatabaseAway(error)) return { away: true };
    throw error;
  }
});

async function movedCases(databaseUrl: string, next: Catalogue): Promise<MovedCases> {
  const db = createPool(databaseUrl, { max: 1, patienceMs: 15_000 });
  try {
    const now = (await readClock(db))();
    const cases: MovedCase[] = [];
    let seen = 0;
    let after = '';
    while (seen < MOST) {
      const page = await listOpenCases(db, after, ROUND);
      cases.push(...movedByLaw(page, next, now));
      seen += page.length;
      after = page.at(-1)?.caseId ?? '';
      if (page.length < ROUND) return { seen, all: true, cases };
    }
    return { seen, all: false, cases };
  } finally {
    await db.end();
  }
}
