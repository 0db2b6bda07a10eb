import type { Instant } from '../domain/catalogue';
import type { Reason } from '../domain/reason';
import { keysOf } from '../domain/triage/matterKeys';
import { readClue, type ClueRow } from './listClues';
import { oweDuties } from './oweDuties';
import type { Queryable } from './pool';

export type ClueChangeKind = 'settled' | 'redispatched' | 'merged' | 'split';

/** What a clue was taken for, before and after; nothing of the reporter. */
export interface ClueStanding {
  readonly outcome: string;
  readonly item: string | null;
  readonly town: string | null;
  readonly grade: string | null;
  readonly belongsTo: string | null;
  readonly caseId: string | null;
}

export interface ClueChange {
  readonly clueId: string;
  readonly by: string;
  readonly kind: ClueChangeKind;
  readonly before: ClueStanding;
  readonly after: ClueStanding;
  readonly reason: string;
  /** Names the occasion: told again, it is written once. */
  readonly source: string;
}

export function standingOf({ triage, caseId }: Pick<ClueRow, 'triage' | 'caseId'>): ClueStanding {
  const { outcome, item, town, grade, belongsTo } = triage;
  return { outcome, item, town, grade, belongsTo, caseId };
}

export async function recordClueChange(db: Queryable, change: ClueChange): Promise<void> {
  await db.query({
    name: 'record-clue-change',
    text: `insert into clue_changes (clue_id, actor_id, kind, before, after, reason, source)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict (source) do nothing`,
    values: [
      change.clueId,
      change.by,
      change.kind,
      JSON.stringify(change.before),
      JSON.stringify(change.after),
      change.reason,
      change.source,
    ],
  });
}

export interface RecordedChange extends Omit<ClueChange, 'source' | 'clueId'> {
  readonly at: Instant;
}

/** What became of a clue, oldest first. */
export async function changesOfClue(db: Queryable, clueId: string): Promise<readonly RecordedChange[]> {
  const { rows } = await db.query<{
    at: Instant;
    actor_id: string;
    kind: ClueChangeKind;
    before: ClueStanding;
    after: ClueStanding;
    reason: string;
  }>('select at, actor_id, kind, before, after, reason from clue_changes where clue_id = $1 order by id', [clueId]);
  return rows.map(({ actor_id, ...change }) => ({ ...change, by: actor_id }));
}

interface Occasion {
  readonly by: string;
  readonly reason: string;
  /** The outbox row that asks for it. */
  readonly source: string;
}

/** The reports of a case that was merged go to the case that goes on, which learns of each through the outbox. */
export async function moveReports(
  db: Queryable,
  clueIds: readonly string[],
  { from, into }: { readonly from: string; readonly into: string },
  { by, reason, source }: Occasion,
): Promise<void> {
  for (const clueId of clueIds) {
    const clue = await readClue(db, clueId, true);
    if (clue === null || clue.caseId !== from) continue;
    const triage = { ...clue.triage, outcome: 'duplicate' as const, duplicateOf: into };
    await db.query(`update clues set case_id = $2, outcome = 'duplicate', triage = $3, keys = null where id = $1`, [
      clueId,
      into,
      JSON.stringify(triage),
    ]);
    const [before, after] = [standingOf(clue), standingOf({ triage, caseId: into })];
    await recordClueChange(db, { clueId, by, kind: 'merged', before, after, reason, source: `${source}/${clueId}` });
    await oweDuties(db, [{ caseId: into, duty: { kind: 'join_report', clueId, channel: clue.channel } }]);
  }
}

/** A report that left its case lies on the desk again, to be settled by its new due date, and is found by later ones. */
export async function releaseReport(
  db: Queryable,
  clueId: string,
  from: string,
  { by, reason, source, yellowAt, dueAt }: Occasion & { readonly yellowAt: Instant; readonly dueAt: Instant },
): Promise<void> {
  const clue = await readClue(db, clueId, true);
  if (clue === null || clue.caseId !== from) return;
  const why: Reason = { kind: 'doubt', text: `已从案件 ${from} 拆出（${by}）：${reason}`, ref: from, at: null };
  const triage = {
    ...clue.triage,
    outcome: 'desk' as const,
    duplicateOf: null,
    reasons: [...clue.triage.reasons, why],
  };
  const { text, place, position, receivedAt: at } = clue;
  await db.query(
    `update clues set case_id = null, outcome = 'desk', triage = $2, settled_at = null, yellow_at = $3, due_at = $4,
                      keys = $5 where id = $1`,
    [clueId, JSON.stringify(triage), yellowAt, dueAt, keysOf({ text, place, position, at })],
  );
  const [before, after] = [standingOf(clue), standingOf({ triage, caseId: null })];
  await recordClueChange(db, { clueId, by, kind: 'split', before, after, reason, source });
}

/** A case that went to another town shows that its clues were sent to the wrong one. */
export async function correctTown(
  db: Queryable,
  clueIds: readonly string[],
  town: string,
  { by, reason, source }: Occasion,
): Promise<void> {
  for (const clueId of clueIds) {
    const clue = await readClue(db, clueId, true);
    if (clue === null || clue.triage.town === town) continue;
    // The name is looked up where it is shown: the catalogue has it.
    const triage = { ...clue.triage, town, townName: null };
    await db.query('update clues set town = $2, triage = $3 where id = $1', [clueId, town, JSON.stringify(triage)]);
    const [before, after] = [standingOf(clue), standingOf({ triage, caseId: clue.caseId })];
    await recordClueChange(db, {
      clueId,
      by,
      kind: 'redispatched',
      before,
      after,
      reason,
      source: `${source}/${clueId}`,
    });
  }
}
