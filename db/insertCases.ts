import type { RecordedEvent } from '../domain/case';
import { duties } from '../domain/duties';
import { evolve } from '../domain/evolve';
import type { CaseState } from '../domain/case';
import { chain, GENESIS } from './chain';
import type { Queryable } from './pool';
import { columns, DUTY_FIELDS, dutyRows, lawId, SUPERVISION_FIELDS, supervisionRows } from './readModel';
import { toRow } from './recordEvents';

/** Puts new cases on file, each with its opening events. Inside the transaction that stores their clues. */
export async function insertCases(db: Queryable, openings: readonly (readonly RecordedEvent[])[]): Promise<void> {
  if (openings.length === 0) return;
  const opened = openings.map(toRows);
  await db.query({
    name: 'insert-cases',
    text: INSERT,
    values: [
      JSON.stringify([...new Map(opened.map(({ law }) => [law.id, law])).values()]),
      JSON.stringify(opened.map(({ model }) => model)),
      JSON.stringify(opened.flatMap(({ events }) => events)),
      JSON.stringify(opened.flatMap(({ outbox }) => outbox)),
      JSON.stringify(opened.flatMap(({ owed }) => owed)),
      JSON.stringify(opened.flatMap(({ asked }) => asked)),
    ],
  });
}

function toRows(events: readonly RecordedEvent[]) {
  const outbox: object[] = [];
  let state: CaseState | null = null;
  for (const event of events) {
    state = evolve(state, event);
    for (const { kind, ...payload } of duties(state, event))
      outbox.push({ case_id: event.caseId, seq: event.seq, kind, payload });
  }
  if (state === null) throw new RangeError('a case opens with at least one event');
  const { caseId, seq } = state;
  const law = { id: lawId(state.law), body: state.law };
  // After the law's number, which remembers how the law is written: the first event carries it.
  const hashes = chain(GENESIS, events);
  return {
    law,
    model: { id: caseId, seq, head: hashes.at(-1), law: law.id, ...columns(state) },
    events: events.map((event, index) => {
      const row = toRow(event, hashes[index] ?? '');
      const carries = event.event.type === 'case_opened';
      // By far the longest part of it, and the same for all: it is kept once, and `readEvents` puts it back.
      return { case_id: caseId, ...row, ...(carries ? { data: { ...row.data, law: undefined }, law: law.id } : {}) };
    }),
    outbox,
    owed: dutyRows(state).map((duty) => ({ case_id: caseId, ...duty })),
    asked: supervisionRows(state, events).map((one) => ({ case_id: caseId, ...one })),
  };
}

const INSERT = `
with law as (
  insert into laws (id, body)
  select l.id, l.body from jsonb_to_recordset($1::jsonb) as l (id text, body jsonb)
  on conflict do nothing
), opened as (
  insert into cases (id, seq, head, law, state, town, owner, cooperating, assignees, stage, grade, item, field,
                     opened_at, updated_at, yellow_at, due_at, wake_at, paused)
  select c.id, c.seq, c.head, c.law, c.state, c.town, c.owner, c.cooperating, c.assignees, c.stage, c.grade, c.item,
         c.field, c."openedAt", c."updatedAt", c."yellowAt", c."dueAt", c."wakeAt", c.paused
  from jsonb_to_recordset($2::jsonb) as c (
    id text, seq integer, head text, law text, state jsonb, town text, owner text, cooperating text[], assignees text[],
    stage text, grade text, item text, field text, "openedAt" timestamptz, "updatedAt" timestamptz,
    "yellowAt" timestamptz, "dueAt" timestamptz, "wakeAt" timestamptz, paused boolean)
), written as (
  insert into events (case_id, seq, at, actor_id, actor_role, actor_org, act, command_id, fingerprint, type, data, law,
                      hash)
  select e.case_id, e.seq, e.at, e.actor_id, e.actor_role, e.actor_org, e.act, e.command_id, e.fingerprint, e.type,
         e.data, e.law, e.hash
  from jsonb_to_recordset($3::jsonb) as e (
    case_id text, seq integer, at timestamptz, actor_id text, actor_role text, actor_org text, act text,
    command_id text, fingerprint text, type text, data jsonb, hash text, law text)
), duties as (
  insert into open_duties (case_id, id, kind, name, org, person, started_at, yellow_at, due_at, paused)
  select d.case_id, d.id, d.kind, d.name, d.org, d.person, d.started_at, d.yellow_at, d.due_at, d.paused
  from jsonb_to_recordset($5::jsonb) as d (case_id text, ${DUTY_FIELDS})
), asked as (
  insert into open_supervision (case_id, id, kind, listed, standing, asked_at)
  select s.case_id, s.id, s.kind, s.listed, s.standing, s.asked_at
  from jsonb_to_recordset($6::jsonb) as s (case_id text, ${SUPERVISION_FIELDS})
)
insert into outbox (case_id, seq, kind, payload)
select d.case_id, d.seq, d.kind, d.payload
from jsonb_to_recordset($4::jsonb) as d (case_id text, seq integer, kind text, payload jsonb)`;

/** The next case numbers, `CZ2026-000123`: gaps are allowed, doubles are not. */
export async function nextCaseIds(db: Queryable, year: number, count: number): Promise<readonly string[]> {
  if (count === 0) return [];
  const { rows } = await db.query<{ n: number }>({
    name: 'next-cases',
    text: "select nextval('case_number') as n from generate_series(1, $1)",
    values: [count],
  });
  return rows.map(({ n }) => `CZ${year}-${String(n).padStart(6, '0')}`);
}
