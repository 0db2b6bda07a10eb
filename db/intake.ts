import type { Instant } from '../domain/catalogue';
import type { Duty } from '../domain/duties';
import { DISPATCH_CENTRE } from '../domain/people';
import type { Position, Triage } from '../domain/triage/triage';
import type { ClueName } from './clueNames';
import type { Queryable } from './pool';

/** One clue of a matter at a time: two reports of it in the same instant must meet. */
export async function lockMatter(db: Queryable, matter: string): Promise<void> {
  await db.query({
    name: 'lock-matter',
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 2))',
    values: [matter],
  });
}

export interface NewClue {
  readonly id: string;
  readonly caller: string;
  readonly key: string | null;
  /** All names under which it can be found, with what was sent under each. */
  readonly names: readonly (ClueName & { readonly sent: string | null })[];
  /** The channel's own number. */
  readonly number: string | null;
  /** The message as it was received, without the persons in it. */
  readonly original: unknown;
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
             returning id
           ), named as (
             insert into clue_names (scope, name, clue_id, fingerprint)
             select n.scope, n.name, $1, n.sent
             from unnest($24::text[], $25::text[], $26::text[]) as n (scope, name, sent)
           ), received as (
             insert into clue_messages (clue_id, received_at, caller, channel, number, fingerprint, text, original)
             values ($1, $11, $2, $5, $27, $4, $6, $28))
           insert into clues (id, caller, idempotency_key, fingerprint, channel, text, place, lng, lat, occurred_at,
                              received_at, attachments, outcome, triage, answer_triage, item, town, case_id, answer_case,
                              text_hash, due_at, yellow_at, keys, reporter)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15, $16, $17, $17, $21, $22, $23, $29,
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
      clue.names.map(({ scope }) => scope),
      clue.names.map(({ name }) => name),
      clue.names.map(({ sent }) => sent),
      clue.number,
      JSON.stringify(clue.original),
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
