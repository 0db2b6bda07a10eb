import type { NoticeTopic } from '../domain/duties';
import type { Queryable } from './pool';

export interface Notice {
  readonly outboxId: number;
  readonly caseId: string;
  readonly org: string;
  readonly role: string | null;
  readonly person: string | null;
  readonly topic: NoticeTopic;
  readonly text: string;
  /** null = it is told once for its outbox row. */
  readonly cause: string | null;
}

/** One notice per outbox row and per cause, however often it is delivered. */
export async function insertNotices(db: Queryable, notices: readonly Notice[]): Promise<void> {
  await db.query({
    name: 'insert-notices',
    text: `insert into notices (outbox_id, case_id, org, role, person, topic, text, cause)
           select n."outboxId", n."caseId", n.org, n.role, n.person, n.topic, n.text, n.cause
           from jsonb_to_recordset($1::jsonb) as n ("outboxId" bigint, "caseId" text, org text, role text,
             person text, topic text, text text, cause text)
           on conflict do nothing`,
    values: [JSON.stringify(notices)],
  });
}
