import type { CaseState, RecordedEvent } from '../domain/case';
import { duties } from '../domain/duties';
import { evolve } from '../domain/evolve';
import { canonicalJson, chain } from './chain';
import { readCase } from './readCase';
import { readEventsAfter } from './readEvents';
import { columns, DUTY_FIELDS, dutyRows, lawId, SUPERVISION_FIELDS, supervisionRows } from './readModel';
import type { Queryable } from './pool';

/** The file and the case contradict each other in a way that neither can mend. Somebody must look at it. */
export class ChainConflict extends Error {
  override readonly name = 'ChainConflict';
}

export interface Recorded {
  /** Events found under these numbers instead of ours, in order; empty where ours are on file. */
  readonly unknown: readonly RecordedEvent[];
}

/**
 * Writes a case's next events, its read model and its outbox in one statement, so in one transaction.
 * Written again it changes nothing. Where other events have these numbers nothing is written and they are given back:
 * the file is the truth, its case follows.
 *
 * One statement with the hashes reckoned here, after one read at most: BEGIN, a locked read, three writes and COMMIT
 * were six round trips. The guard on number and hash does the lock's work.
 */
export async function recordEvents(db: Queryable, events: readonly RecordedEvent[]): Promise<Recorded> {
  const [first] = events;
  if (first === undefined) throw new RangeError('nothing to record');
  const files = lastWritten(db);
  const known = files.get(first.caseId);
  // What this process wrote last spares the read. Where the file has moved on since, the guard finds nothing to change.
  if (known?.state.seq === first.seq - 1 && (await write(db, known, events))) return { unknown: [] };
  const row = await readCase(db, first.caseId);
  if (row === null) throw new ChainConflict(`case ${first.caseId} is not on file`);
  if (row.state.seq >= first.seq) return onFile(db, events);
  if (row.state.seq !== first.seq - 1) {
    throw new ChainConflict(`case ${first.caseId}: event ${first.seq} after ${row.state.seq}`);
  }
  // Somebody else wrote these numbers between the read and the write.
  if (!(await write(db, row, events))) return recordEvents(db, events);
  return { unknown: [] };
}

interface File {
  readonly state: CaseState;
  readonly head: string;
  /** Names the law that the case stands under. */
  readonly law: string;
}

const KEPT = 2_000;
const written = new WeakMap<Queryable, Map<string, File>>();

function lastWritten(db: Queryable): Map<string, File> {
  const files = written.get(db) ?? new Map<string, File>();
  written.set(db, files);
  return files;
}

/** Puts events on a file that is as it is known here; false, and nothing done, where it isn't. */
async function write(db: Queryable, file: File, events: readonly RecordedEvent[]): Promise<boolean> {
  const { caseId } = file.state;
  const hashes = chain(file.head, events);
  const head = hashes.at(-1) ?? file.head;
  const outbox: unknown[] = [];
  let state = file.state;
  for (const event of events) {
    state = evolve(state, event);
    for (const { kind, ...payload } of duties(state, event)) outbox.push({ seq: event.seq, kind, payload });
  }
  const model = columns(state);
  const [owedBefore, owedNow] = [file.state, state].map((one) => JSON.stringify(dutyRows(one)));
  const [askedBefore, askedNow] = [file.state, state].map((one) => JSON.stringify(supervisionRows(one, events)));
  const law = state.law === file.state.law ? file.law : lawId(state.law);
  const { rowCount } = await db.query({
    name: 'record-events',
    text: RECORD,
    values: [
      caseId,
      file.state.seq,
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
      model.wakeAt,
      JSON.stringify(events.map((event, index) => toRow(event, hashes[index] ?? ''))),
      JSON.stringify(outbox),
      file.head,
      law,
      // Mostly the law that the case has already: then nothing of it is written.
      law === file.law ? null : JSON.stringify(state.law),
      model.paused,
      // Most acts move no clock and no owner: then nothing of it is written.
      owedNow === owedBefore ? null : owedNow,
      askedNow === askedBefore ? null : askedNow,
    ],
  });
  const files = lastWritten(db);
  // The latest is last, the one that was written longest ago goes first.
  files.delete(caseId);
  if (rowCount === 0) return false;
  files.set(caseId, { state, head, law });
  const [oldest] = files.keys();
  if (files.size > KEPT && oldest !== undefined) files.delete(oldest);
  return true;
}

const RECORD = `
with law as (
  insert into laws (id, body) select $20, $21::jsonb where $21::jsonb is not null on conflict do nothing
), moved as (
  update cases
  set law = $20, seq = $3, head = $4, state = $5, town = $6, owner = $7, cooperating = $8, assignees = $9, stage = $10,
      grade = $11, updated_at = $12, yellow_at = $13, due_at = $14, closed_at = coalesce(closed_at, $15), wake_at = $16,
      paused = $22
  where id = $1 and seq = $2 and head = $19
  returning id
), written as (
  insert into events (case_id, seq, at, actor_id, actor_role, actor_org, act, command_id, fingerprint, type, data, hash)
  select moved.id, e.seq, e.at, e.actor_id, e.actor_role, e.actor_org, e.act, e.command_id, e.fingerprint, e.type,
         e.data, e.hash
  from moved, jsonb_to_recordset($17::jsonb) as e (
    seq integer, at timestamptz, actor_id text, actor_role text, actor_org text, act text, command_id text,
    fingerprint text, type text, data jsonb, hash text)
), owed as (
  insert into outbox (case_id, seq, kind, payload)
  select moved.id, d.seq, d.kind, d.payload
  from moved, jsonb_to_recordset($18::jsonb) as d (seq integer, kind text, payload jsonb)
), done as (
  delete from open_duties using moved
  where $23::jsonb is not null and case_id = moved.id
    and open_duties.id not in (select d.id from jsonb_to_recordset($23::jsonb) as d (id text))
), due as (
  insert into open_duties (case_id, id, kind, name, org, person, started_at, yellow_at, due_at, paused)
  select moved.id, d.* from moved, jsonb_to_recordset($23::jsonb) as d (${DUTY_FIELDS})
  on conflict (case_id, id) do update
  set kind = excluded.kind, name = excluded.name, org = excluded.org, person = excluded.person,
      started_at = excluded.started_at, yellow_at = excluded.yellow_at, due_at = excluded.due_at, paused = excluded.paused
), forgotten as (
  delete from open_supervision using moved
  where $24::jsonb is not null and case_id = moved.id
    and open_supervision.id not in (select s.id from jsonb_to_recordset($24::jsonb) as s (id text))
), asked as (
  insert into open_supervision as known (case_id, id, kind, listed, standing, asked_at)
  select moved.id, s.id, s.kind, s.listed, s.standing, coalesce(s.asked_at, before.asked_at)
  from moved cross join jsonb_to_recordset($24::jsonb) as s (${SUPERVISION_FIELDS})
  left join open_supervision before on before.case_id = moved.id and before.id = s.id
  on conflict (case_id, id) do update set listed = excluded.listed, standing = excluded.standing
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

async function onFile(db: Queryable, events: readonly RecordedEvent[]): Promise<Recorded> {
  const [first] = events;
  if (first === undefined) throw new RangeError('nothing to record');
  const there = await readEventsAfter(db, first.caseId, first.seq - 1);
  const ours = events.every((event, index) => canonicalJson(event) === canonicalJson(there[index]));
  return { unknown: ours && there.length === events.length ? [] : there };
}
