import type { CaseEvent, RecordedEvent } from '../domain/case';
import type { Queryable } from './pool';

export interface StoredEvent {
  readonly event: RecordedEvent;
  readonly hash: string;
}

interface Row {
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

/** A case's events in order, as they were recorded. */
export async function readEvents(db: Queryable, caseId: string): Promise<readonly StoredEvent[]> {
  const { rows } = await db.query<Row>({
    name: 'read-events',
    text: `select case_id, seq, at, actor_id, actor_role, actor_org, act, command_id, fingerprint, type, data, hash
           from events where case_id = $1 order by seq`,
    values: [caseId],
  });
  return rows.map(toStored);
}

/** A case's events after a number, in order. */
export async function readEventsAfter(db: Queryable, caseId: string, seq: number): Promise<readonly RecordedEvent[]> {
  const { rows } = await db.query<Row>({
    name: 'read-events-after',
    text: `select case_id, seq, at, actor_id, actor_role, actor_org, act, command_id, fingerprint, type, data, hash
           from events where case_id = $1 and seq > $2 order by seq`,
    values: [caseId, seq],
  });
  return rows.map((row) => toStored(row).event);
}

/** The events of one command in a case: what a caller is answered who asks again under the same key. */
export async function readCommand(db: Queryable, caseId: string, commandId: string): Promise<readonly StoredEvent[]> {
  const { rows } = await db.query<Row>({
    name: 'read-command',
    text: `select case_id, seq, at, actor_id, actor_role, actor_org, act, command_id, fingerprint, type, data, hash
           from events where case_id = $1 and command_id = $2 order by seq`,
    values: [caseId, commandId],
  });
  return rows.map(toStored);
}

function toStored(row: Row): StoredEvent {
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
