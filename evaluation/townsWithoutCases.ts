import type { Queryable } from '../db/pool';
import { readFigures } from '../db/readFigures';
import type { LawDate, Town } from '../domain/catalogue';

/** 零突破: the towns that have closed no case themselves between two days, both included. */
export async function townsWithoutCases(
  db: Queryable,
  towns: readonly Town[],
  { from, to }: { readonly from: LawDate; readonly to: LawDate },
): Promise<readonly Town[]> {
  const closed = await readFigures(db, {
    ...{ from, to, by: 'town', per: 'whole' },
    indicators: [{ indicator: 'closed_in_town', indicatorVersion: 1 }],
  });
  return towns.filter(({ code }) => !closed.some(({ who, hits }) => who === code && hits > 0));
}
