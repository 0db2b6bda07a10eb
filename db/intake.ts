import type { Instant } from '../domain/catalogue';
import type { Duty } from '../domain/duties';
import { DISPATCH_CENTRE } from '../domain/people';
import type { Position, Triage } from '../domain/triage/triage';
import type { Queryable } from './pool';

export interface StoredAnswer {
  readonly clueId: string;
  readonly fingerprint: string;
  readonly caseId: string | null;
  readonly triage: Triage;
}

/** Takes the key for this transaction; false = another request holds it now. */
export async function takeKey(db: Queryable, caller: string, key: string): Promise<boolean> {
  const { rows } = await db.query<{ taken: boolean }>({
    name: 'take-key',
    text: 'select pg_try_advisory_xact_lock(hashtextextended($1, 1)) as taken',
    values: [`${caller}\n${key}`],
  });
  return rows[0]?.taken === true;
}

/** One clue of a matter at a time: two reports of it in the same instant must meet. */
export async function lockMatter(db: Queryable, matter: string): Promise<void> {
  await db.query({
    name: 'lock-matter',
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 2))',
    values: [matter],
  });
}

/** What was answered under a key; and the database's time, which is when a new clue counts as received. */
export async function readAnswer(
  db: Queryable,
  caller: string,
  key: string,
): Promise<{ readonly answer: StoredAnswer | null; readonly now: Instant }> {
  const { rows } = await db.query<{
    now: string;
    id: string | null;
    fingerprint: string;
    case_id: string | null;
    triage: Triage;
  }>({
    name: 'read-answer',
    text: `select now() as now, c.id, c.fingerprint, c.answer_case as case_id,
                  c.answer_triage as triage
           from (select 1) one left join clues c on c.caller = $1 and c.idempotency_key = $2`,
    values: [caller, key],
  });
  const [row] = rows;
  if (row === undefined) throw new Error('the database did not tell its time');
  const answer =
    row.id === null ? null : { clueId: row.id, fingerprint: row.fingerprint, caseId: row.case_id, triage: row.triage };
  return { answer, now: row.now };
}

export interface NewClue {
  readonly id: string;
  readonly caller: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly channel: string;
  readonly text: string;
  readonly place: string | null;
  readonly position: Position | null;
  readonly occurredAt: Instant | null;
  readonly receivedAt: Instant;
  readonly reporter: { readonly name: string | null; readonly phone: string | null } | null;
  readonly attachments: readonly unknown[];
  readonly triage: Triage;
  readonly caseId: string | null;
  readonly textHash: string;
  /** Null where it joins what is on file: a matter is found through its first report. */
  readonly keys: readonly number[] | null;
  /** Until when the dispatch centre must have settled it. */
  readonly yellowAt: Instant;
  readonly dueAt: Instant;
}

export async function insertClue(db: Queryable, clue: NewClue): Promise<void> {
  await db.query({
    name: 'insert-clue',
    text: `with reporter as (
             insert into persons (id, kind, name, phone)
             select gen_random_uuid(), 'reporter', $18, $19 where $20
             returning id)
           insert into clues (id, caller, idempotency_key, fingerprint, channel, text, place, lng, lat, occurred_at,
                              received_at, attachments, outcome, triage, answer_triage, item, town, case_id, answer_case,
                              text_hash, due_at, yellow_at, keys, reporter)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15, $16, $17, $17, $21, $22, $23, $24,
                   (select id from reporter))`,
    values: [
      clue.id,
      clue.caller,
      clue.key,
      clue.fingerprint,
      clue.channel,
      clue.text,
      clue.place,
      clue.position?.lng ?? null,
      clue.position?.lat ?? null,
      clue.occurredAt,
      clue.receivedAt,
      JSON.stringify(clue.attachments),
      clue.triage.outcome,
      JSON.stringify(clue.triage),
      clue.triage.item,
      clue.triage.town,
      clue.caseId,
      clue.reporter?.name ?? null,
      clue.reporter?.phone ?? null,
      clue.reporter !== null,
      clue.textHash,
      clue.dueAt,
      clue.yellowAt,
      clue.keys,
    ],
  });
}

/** A report that repeats another: the case learns of it through the outbox, once. */
export async function oweJoin(db: Queryable, caseId: string, clueId: string, channel: string): Promise<void> {
  await db.query({
    name: 'owe-join',
    text: `insert into outbox (case_id, seq, kind, payload) values ($1, 0, 'join_report', $2)`,
    values: [caseId, JSON.stringify({ clueId, channel })],
  });
}

/** A case was opened beside one that it may repeat: the dispatch centre is told through the outbox, once. */
export async function oweSuggestion(db: Queryable, caseId: string, refs: readonly string[]): Promise<void> {
  const duty: Duty = {
    kind: 'notify',
    org: DISPATCH_CENTRE,
    topic: 'same_matter',
    text: `案件 ${caseId} 可能与已登记的 ${refs.join('、')} 为同一事项，请核对；是同一事项的，将后立的案件并入先立的案件。`,
  };
  const { kind, ...payload } = duty;
  await db.query({
    name: 'owe-suggestion',
    text: `insert into outbox (case_id, seq, kind, payload) values ($1, 0, $2, $3)`,
    values: [caseId, kind, JSON.stringify(payload)],
  });
}
