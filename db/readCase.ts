import type { Instant } from '../domain/catalogue';
import type { CaseState, LawInForce } from '../domain/case';
import type { Queryable } from './pool';
import type { StoredState } from './readModel';

export interface CaseRow {
  readonly state: CaseState;
  readonly head: string;
  /** Names the law that the case stands under. */
  readonly law: string;
  readonly started: boolean;
  /** When it was read, by the database's clock. */
  readonly now: Instant;
}

export interface CaseColumns {
  readonly state: StoredState;
  readonly head: string;
  readonly law: string;
  readonly started: boolean;
  readonly now: Instant;
}

/** Laws never change under their id, so a process reads each one once. */
const laws = new Map<string, LawInForce>();

/** One case with the law that it was opened under; null where there is none. */
export async function readCase(db: Queryable, caseId: string): Promise<CaseRow | null> {
  const { rows } = await db.query<CaseColumns>({
    name: 'read-case',
    text: 'select state, head, law, started, now() as now from cases where id = $1',
    values: [caseId],
  });
  const [row] = rows;
  return row === undefined ? null : toCaseRow(db, row);
}

export async function toCaseRow(db: Queryable, { state, head, law, started, now }: CaseColumns): Promise<CaseRow> {
  return { state: { ...state, law: await readLaw(db, law) }, head, law, started, now };
}

export async function readLaw(db: Queryable, id: string): Promise<LawInForce> {
  const known = laws.get(id);
  if (known !== undefined) return known;
  const { rows } = await db.query<{ body: LawInForce }>('select body from laws where id = $1', [id]);
  const [row] = rows;
  if (row === undefined) throw new Error(`law ${id} is not on file`);
  laws.set(id, row.body);
  return row.body;
}
