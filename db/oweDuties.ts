import type { Duty } from '../domain/duties';
import type { Queryable } from './pool';

export interface Owed {
  readonly caseId: string;
  readonly duty: Duty;
}

/** Duties of cases that no event of theirs brings about: they leave through the outbox, once in effect. */
export async function oweDuties(db: Queryable, owed: readonly Owed[]): Promise<void> {
  if (owed.length === 0) return;
  await db.query({
    name: 'owe-duties',
    text: `insert into outbox (case_id, seq, kind, payload)
           select d."caseId", 0, d.kind, d.payload
           from jsonb_to_recordset($1::jsonb) as d ("caseId" text, kind text, payload jsonb)`,
    values: [JSON.stringify(owed.map(({ caseId, duty: { kind, ...payload } }) => ({ caseId, kind, payload })))],
  });
}
