import type { CaseState } from '../domain/case';
import type { Instant } from '../domain/catalogue';
import type { Queryable } from './pool';
import { readLaw } from './readCase';
import type { StoredState } from './readModel';

export interface ArchivedCase {
  readonly state: CaseState;
  readonly archivedAt: Instant;
}

/** Archived cases by number: a page of them after the given one, of those archived before an instant. */
export async function listArchived(
  db: Queryable,
  { after, before, limit }: { readonly after: string; readonly before: Instant; readonly limit: number },
): Promise<readonly ArchivedCase[]> {
  const { rows } = await db.query<{ state: StoredState; law: string; updated_at: string }>({
    name: 'list-archived',
    // Nothing follows the archiving: the last change is it.
    text: `select state, law, updated_at from cases
           where stage = 'archived' and id > $1 and updated_at < $2 order by id limit $3`,
    values: [after, before, limit],
  });
  const cases: ArchivedCase[] = [];
  for (const { state, law, updated_at: archivedAt } of rows) {
    cases.push({ state: { ...state, law: await readLaw(db, law) }, archivedAt });
  }
  return cases;
}
