import type { Catalogue, Period } from '../domain/catalogue';
import { CatalogueError } from './catalogueError';
import { PERIODS_FILE } from './tables/periods';

/**
 * The periods that a procedure needs, by id. Throws a CatalogueError naming every one that the table lacks:
 * better at the start than on the day it is due.
 */
export function requirePeriods<Id extends string>(
  catalogue: Catalogue,
  ids: readonly Id[],
): Readonly<Record<Id, Period>> {
  const found = new Map(catalogue.periods.map((period) => [period.id, period]));
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length > 0) {
    throw new CatalogueError(
      missing.map((id) => ({
        file: PERIODS_FILE,
        line: null,
        column: 'id',
        value: id,
        allowed: '办案程序要用这个期限，表里没有',
      })),
    );
  }
  return Object.fromEntries(ids.map((id) => [id, found.get(id)])) as Record<Id, Period>;
}
