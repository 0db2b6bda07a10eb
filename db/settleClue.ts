import type { Triage } from '../domain/triage/triage';
import type { Queryable } from './pool';

/** What the dispatcher makes of a clue on the desk. What was answered first stays as it was. */
export async function settleClue(db: Queryable, clueId: string, triage: Triage, caseId: string | null): Promise<void> {
  await db.query(
    `update clues set triage = $2, outcome = $3, item = $4, town = $5, case_id = $6, settled_at = now() where id = $1`,
    [clueId, JSON.stringify(triage), triage.outcome, triage.item, triage.town, caseId],
  );
}
