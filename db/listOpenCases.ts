import type { CaseState } from '../domain/case';
import type { Queryable } from './pool';
import { readLaw } from './readCase';
import type { StoredState } from './readModel';

/** Cases that go on, whole, by number: a page of them after the given one. */
export async function listOpenCases(db: Queryable, after: string, limit: number): Promise<readonly CaseState[]> {
  const { rows } = await db.query<{ state: StoredState; law: string }>({
    name: 'list-open-cases',
    text: `select state, law from cases where stage <> 'archived' and id > $1 order by id limit $2`,
    values: [after, limit],
  });
  const cases: CaseState[] = [];
  for (const { state, law } of rows) cases.push({ ...state, law: await readLaw(db, law) });
  return cases;
}
