import type { NoticeTopic } from '../domain/duties';
import type { Queryable } from './pool';

export interface Notice {
  readonly outboxId: number;
  readonly caseId: string;
  readonly org: string;
  readonly topic: NoticeTopic;
  readonly text: string;
}

/** One notice per outbox row, however often it is delivered. */
export async function insertNotices(db: Queryable, notices: readonly Notice[]): Promise<void> {
  await db.query({
    name: 'insert-notices',
    text: `insert into notices (outbox_id, case_id, org, topic, text)
           select n."outboxId", n."caseId", n.org, n.topic, n.text
           from jsonb_to_recordset($1::jsonb) as n ("outboxId" bigint, "caseId" text, org text, topic text, text text)
           on conflict do nothing`,
    values: [JSON.stringify(notices)],
  });
}
