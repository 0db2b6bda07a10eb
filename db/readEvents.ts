import type { CaseEvent, RecordedEvent } from '../domain/case';
import type { Queryable } from './pool';
import { readLaw } from './readCase';

export interface StoredEvent {
  readonly event: RecordedEvent;
  readonly hash: string;
}

export interface EventRow {
  case_id: string;
  seq: number;
  at: string;
  actor_id: string;
  actor_role: RecordedEvent['actor']['role'];
  actor_org: string;
  act: RecordedEvent['act'];
  command_id: string;
  fingerprint: string;
  type: string;
  data: Record<string, unknown>;
  hash: string;
}

/** With the law put back where it is kept apart. */
export const EVENT_COLUMNS = `events.case_id, events.seq, events.at, events.actor_id, events.actor_role, events.actor_org,
  events.act, events.command_id, events.fingerprint, events.type, events.hash,
  case when events.law is null then events.data
       else events.data || jsonb_build_object('law', (select body from laws where laws.id = events.law)) end as data`;

/** A case's events in order, as they were recorded. */
export async function readEvents(db: Queryable, caseId: string): Promise<readonly StoredEvent[]> {
  const { rows } = await db.query<EventRow>({
    name: 'read-events',
    text: `select ${EVENT_COLUMNS}
           from events where case_id = $1 order by seq`,
    values: [caseId],
  });
  return rows.map(toStored);
}

/**
 * The events of several cases, each case's in order. The law is put back here and not by the database, which would unpack and
 * pack its 20 KB again for each case: that was a third of reading them.
 */
export async function readEventsOf(
  db: Queryable,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
  const { rows } = await db.query<EventRow & { law: string | null }>({
    name: 'read-events-of',
    text: `select case_id, seq, at, actor_id, actor_role, actor_org, act, command_id, fingerprint, type, data, hash, law
           from events where case_id = any($1) order by case_id, seq`,
    values: [caseIds],
  });
  const files = new Map<string, RecordedEvent[]>(caseIds.map((id) => [id, []]));
  for (const { law, ...row } of rows) {
    const data = law === null ? row.data : { ...row.data, law: await readLaw(db, law) };
    files.get(row.case_id)?.push(toStored({ ...row, data }).event);
  }
  return files;
}

/** A case's events after a number, in order. */
export async function readEventsAfter(db: Queryable, caseId: string, seq: number): Promise<readonly RecordedEvent[]> {
  const { rows } = await db.query<EventRow>({
    name: 'read-events-after',
    text: `select ${EVENT_COLUMNS}
           from events where case_id = $1 and seq > $2 order by seq`,
    values: [caseId, seq],
  });
  return rows.map((row) => toStored(row).event);
}

export function toStored(row: EventRow): StoredEvent {
  return {
    hash: row.hash,
    event: {
      caseId: row.case_id,
      seq: row.seq,
      at: row.at,
      actor: { id: row.actor_id, role: row.actor_role, org: row.actor_org },
      act: row.act,
      commandId: row.command_id,
      fingerprint: row.fingerprint,
      event: { type: row.type, ...row.data } as CaseEvent,
    },
  };
}
