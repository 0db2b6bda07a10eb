import type { RecordedEvent } from '../domain/case';
import { duties } from '../domain/duties';
import { evolve } from '../domain/evolve';
import type { CaseState } from '../domain/case';
import { chain, GENESIS } from './chain';
import type { Queryable } from './pool';
import { columns, lawId } from './readModel';
import { toRow } from './recordEvents';

/** Puts a new case on file with its opening events. Inside the transaction that stores its clue. */
export async function insertCase(db: Queryable, events: readonly RecordedEvent[]): Promise<CaseState> {
  const hashes = chain(GENESIS, events);
  const outbox: unknown[] = [];
  let state: CaseState | null = null;
  for (const event of events) {
    state = evolve(state, event);
    for (const { kind, ...payload } of duties(state, event)) outbox.push({ seq: event.seq, kind, payload });
  }
  if (state === null) throw new RangeError('a case opens with at least one event');
  const model = columns(state);
  const law = lawId(state.law);
  await db.query({
    name: 'insert-case',
    text: INSERT,
    values: [
      state.caseId,
      state.seq,
      hashes.at(-1),
      law,
      model.state,
      model.town,
      model.owner,
      model.cooperating,
      model.assignees,
      model.stage,
      model.grade,
      model.item,
      model.field,
      model.openedAt,
      model.updatedAt,
      model.yellowAt,
      model.dueAt,
      JSON.stringify(state.law),
      JSON.stringify(events.map((event, index) => toRow(event, hashes[index] ?? ''))),
      JSON.stringify(outbox),
      model.wakeAt,
      model.paused,
    ],
  });
  return state;
}

const INSERT = `
with law as (
  insert into laws (id, body) values ($4, $18) on conflict do nothing
), opened as (
  insert into cases (id, seq, head, law, state, town, owner, cooperating, assignees, stage, grade, item, field,
                     opened_at, updated_at, yellow_at, due_at, wake_at, paused)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $21, $22)
  returning id
), written as (
  insert into events (case_id, seq, at, actor_id, actor_role, actor_org, act, command_id, fingerprint, type, data, hash)
  select opened.id, e.seq, e.at, e.actor_id, e.actor_role, e.actor_org, e.act, e.command_id, e.fingerprint, e.type,
         e.data, e.hash
  from opened, jsonb_to_recordset($19::jsonb) as e (
    seq integer, at timestamptz, actor_id text, actor_role text, actor_org text, act text, command_id text,
    fingerprint text, type text, data jsonb, hash text)
)
insert into outbox (case_id, seq, kind, payload)
select opened.id, d.seq, d.kind, d.payload
from opened, jsonb_to_recordset($20::jsonb) as d (seq integer, kind text, payload jsonb)`;

/** The next case number, `CZ2026-000123`: gaps are allowed, doubles are not. */
export async function nextCaseId(db: Queryable, year: number): Promise<string> {
  const { rows } = await db.query<{ n: number }>({ name: 'next-case', text: "select nextval('case_number') as n" });
  return `CZ${year}-${String(rows[0]?.n ?? 0).padStart(6, '0')}`;
}
