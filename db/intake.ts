import type { Instant } from '../domain/catalogue';
import type { Position, Triage } from '../domain/triage/triage';
import type { ClueName } from './clueNames';
import type { Queryable } from './pool';

/** One clue of a matter at a time: two reports of it in the same instant must meet. Many of them are taken in one order. */
export async function lockMatters(db: Queryable, matters: readonly string[]): Promise<void> {
  await db.query({
    name: 'lock-matters',
    // The inner order stands: a lock is taken row by row.
    text: `select pg_advisory_xact_lock(m.lock)
           from (select distinct hashtextextended(name, 2) as lock from unnest($1::text[]) as m (name) order by 1) m`,
    values: [matters],
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
  readonly reporter: { readonly id: string; readonly name: string | null; readonly phone: string | null } | null;
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

/** Puts clues on file, each with its reporter, its names and its first message. */
export async function insertClues(db: Queryable, clues: readonly NewClue[]): Promise<void> {
  if (clues.length === 0) return;
  await db.query({
    name: 'insert-clues',
    // json, not jsonb: the original keeps the order of its fields.
    text: `with clue as materialized (
             select * from json_to_recordset($1::json) as c (
               id uuid, caller text, key text, number text, original json, fingerprint text, channel text, text text,
               place text, position json, "occurredAt" timestamptz, "receivedAt" timestamptz, reporter json,
               attachments jsonb, triage jsonb, "caseId" text, "textHash" text, keys integer[], "yellowAt" timestamptz,
               "dueAt" timestamptz, names json)
           ), reporter as (
             insert into persons (id, kind, name, phone)
             select (reporter ->> 'id')::uuid, 'reporter', reporter ->> 'name', reporter ->> 'phone'
             from clue where reporter is not null
           ), named as (
             insert into clue_names (scope, name, clue_id, fingerprint)
             select n.scope, n.name, clue.id, n.sent
             from clue, json_to_recordset(clue.names) as n (scope text, name text, sent text)
           ), received as (
             insert into clue_messages (clue_id, received_at, caller, channel, number, fingerprint, text, original)
             select id, "receivedAt", caller, channel, number, fingerprint, text, original from clue)
           insert into clues (id, caller, idempotency_key, fingerprint, channel, text, place, lng, lat, occurred_at,
                              received_at, attachments, outcome, triage, answer_triage, item, town, case_id, answer_case,
                              text_hash, due_at, yellow_at, keys, reporter)
           select id, caller, key, fingerprint, channel, text, place, (position ->> 'lng')::float8,
                  (position ->> 'lat')::float8, "occurredAt", "receivedAt", attachments, triage ->> 'outcome', triage,
                  triage, triage ->> 'item', triage ->> 'town', "caseId", "caseId", "textHash", "dueAt", "yellowAt", keys,
                  (reporter ->> 'id')::uuid
           from clue`,
    values: [JSON.stringify(clues)],
  });
}
