import { randomUUID } from 'node:crypto';
import { insertCases, nextCaseIds } from '../db/insertCases';
import type { Queryable } from '../db/pool';
import type { Catalogue, Instant } from '../domain/catalogue';
import { lawInForce, openCase } from '../domain/openCase';
import { SYSTEM } from '../domain/people';
import { lawDateOf, yearOf } from '../domain/time/lawDate';

const TOGETHER = 500;
const ITEM = 'WL-004';

/**
 * Puts so many town cases on file as intake does, but received at an instant of the caller's choosing: `at` says which, by
 * the case's number. The worker's sweeper hands them to the engine.
 */
export async function putOnFile(
  db: Queryable,
  catalogue: Catalogue,
  count: number,
  at: (n: number) => Instant,
): Promise<void> {
  const item = catalogue.items.find(({ code }) => code === ITEM);
  if (item === undefined) throw new Error(`the catalogue has no item ${ITEM}`);
  for (let from = 0; from < count; from += TOGETHER) {
    const together = Math.min(TOGETHER, count - from);
    const ids = await nextCaseIds(db, yearOf(lawDateOf(at(from))), together);
    const openings = ids.map((caseId, index) => {
      const town = catalogue.towns[(from + index) % catalogue.towns.length];
      if (town === undefined) throw new Error('the catalogue has no towns');
      const clueId = randomUUID();
      return openCase({
        ...{ caseId, clueId, item, town: town.code, grade: 'town', gradeReasons: [], procedure: 'summary' },
        ...{ channel: 'grid_worker', law: lawInForce(catalogue, at(from + index), item.field), at: at(from + index) },
        ...{ by: SYSTEM, commandId: `clue/${clueId}`, fingerprint: '' },
      });
    });
    await insertCases(db, openings);
  }
}
