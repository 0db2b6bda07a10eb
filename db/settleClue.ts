import type { Channel, Triage } from '../domain/triage/triage';
import type { Queryable } from './pool';

/** Holds off reports in the same words until the transaction ends: none may join a clue that is just being settled. */
export async function lockWords(db: Queryable, clueId: string): Promise<void> {
  await db.query('select pg_advisory_xact_lock(hashtextextended(text_hash, 2)) from clues where id = $1', [clueId]);
}

/** What the dispatcher makes of a clue on the desk. What was answered first stays as it was. */
export async function settleClue(db: Queryable, clueId: string, triage: Triage, caseId: string | null): Promise<void> {
  await db.query(
    `update clues set triage = $2, outcome = $3, item = $4, town = $5, case_id = $6, settled_at = now() where id = $1`,
    [clueId, JSON.stringify(triage), triage.outcome, triage.item, triage.town, caseId],
  );
}

/** Reports that repeated a clue while it lay on the desk go with it into its case. Returns them. */
export async function takeRepeatsAlong(
  db: Queryable,
  clueId: string,
  caseId: string,
): Promise<readonly { readonly id: string; readonly channel: Channel }[]> {
  const { rows } = await db.query<{ id: string; channel: Channel }>(
    `update clues set case_id = $2
     where text_hash = (select text_hash from clues where id = $1) and outcome = 'duplicate' and case_id is null
       and triage ->> 'duplicateOf' = $1::text
     returning id, channel`,
    [clueId, caseId],
  );
  return rows;
}
