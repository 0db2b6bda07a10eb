import type { RecordedEvent } from '../domain/case';
import { duties } from '../domain/duties';
import { evolve } from '../domain/evolve';
import { chain } from './chain';
import { readCase, type CaseRow } from './readCase';
import { columns } from './readModel';
import type { Queryable } from './pool';

/** The stored events differ from those that are to be written under the same numbers. Somebody must look at it. */
export class ChainConflict extends Error {
  override readonly name = 'ChainConflict';
}

export interface Recorded {
  readonly seq: number;
  readonly head: string;
}

/**
 * Writes a case's next events, its read model and its outbox in one statement, so in one transaction.
 * Written again it changes nothing; the same numbers with other content throw `ChainConflict`.
 *
 * One statement with the hashes reckoned here, after one read: two round trips. BEGIN, a locked read, three writes
 * and COMMIT were six. The guard `seq = $2` does the lock's work: a case has a single writer, its workflow.
 */
export async function recordEvents(db: Queryable, events: readonly RecordedEvent[]): Promise<Recorded> {
  const [first] = events;
  if (first === undefined) throw new RangeError('nothing to record');
  const row = await readCase(db, first.caseId);
  if (row === null) throw new ChainConflict(`case ${first.caseId} is not on file`);
  if (row.state.seq >= first.seq) return alreadyRecorded(db, row, events);
  if (row.state.seq !== first.seq - 1) {
    throw new ChainConflict(`case ${first.caseId}: event ${first.seq} after ${row.state.seq}`);
  }
  const hashes = chain(row.head, events);
  const head = hashes.at(-1) ?? row.head;
  const outbox: unknown[] = [];
  let state = row.state;
  for (const event of events) {
    state = evolve(state, event);
    for (const { kind, ...payload } of duties(state, event)) outbox.push({ seq: event.seq, kind, payload });
  }
  const model = columns(state);
  const { rowCount } = await db.query({
    name: 'record-events',
    text: RECORD,
    values: [
      first.caseId,
      row.state.seq,
      state.seq,
      head,
      model.state,
      model.town,
      model.owner,
      model.cooperating,
      model.assignees,
      model.stage,
      model.grade,
      model.updatedAt,
      model.yellowAt,
      model.dueAt,
      model.closedAt,
      JSON.stringify(events.map((event, index) => toRow(event, hashes[index] ?? ''))),
      JSON.stringify(outbox),
    ],
  });
  // Somebody else wrote these numbers between the read and the write: the same events (a retry) or others (an alarm).
  if (rowCount === 0) return recordEvents(db, events);
  return { seq: state.seq, head };
}

const RECORD = `
with moved as (
  update cases
  set seq = $3, head = $4, state = $5, town = $6, owner = $7, cooperating = $8, assignees = $9, stage = $10,
      grade = $11, updated_at = $12, yellow_at = $13, due_at = $14, closed_at = coalesce(closed_at, $15)
  where id = $1 and seq = $2
  returning id
), written as (
  insert into events (case_id, seq, at, actor_id, actor_role, actor_org, act, command_id, fingerprint, type, data, hash)
  select moved.id, e.seq, e.at, e.actor_id, e.actor_role, e.actor_org, e.act, e.command_id, e.fingerprint, e.type,
         e.data, e.hash
  from moved, jsonb_to_recordset($16::jsonb) as e (
    seq integer, at timestamptz, actor_id text, actor_role text, actor_org text, act text, command_id text,
    fingerprint text, type text, data jsonb, hash text)
), owed as (
  insert into outbox (case_id, seq, kind, payload)
  select moved.id, d.seq, d.kind, d.payload
  from moved, jsonb_to_recordset($17::jsonb) as d (seq integer, kind text, payload jsonb)
)
select id from moved`;

export function toRow(event: RecordedEvent, hash: string) {
  const { type, ...data } = event.event;
  return {
    seq: event.seq,
    at: event.at,
    actor_id: event.actor.id,
    actor_role: event.actor.role,
    actor_org: event.actor.org,
    act: event.act,
    command_id: event.commandId,
    fingerprint: event.fingerprint,
    type,
    data,
    hash,
  };
}

async function alreadyRecorded(db: Queryable, row: CaseRow, events: readonly RecordedEvent[]): Promise<Recorded> {
  const first = events[0];
  const last = events.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('nothing to record');
  const { rows } = await db.query<{ seq: number; hash: string }>(
    'select seq, hash from events where case_id = $1 and seq between $2 and $3 order by seq',
    [first.caseId, first.seq - 1, last.seq],
  );
  const [before, ...written] = rows;
  const expected = before === undefined ? [] : chain(before.hash, events);
  if (written.length !== events.length || written.some(({ hash }, index) => hash !== expected[index])) {
    throw new ChainConflict(
      `case ${first.caseId}: events ${first.seq}–${last.seq} are on file with other content (file at ${row.state.seq})`,
    );
  }
  return { seq: last.seq, head: expected.at(-1) ?? row.head };
}
