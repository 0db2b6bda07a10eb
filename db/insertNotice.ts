import type { NoticeTopic } from '../domain/duties';
import type { Queryable } from './pool';

interface Notice {
  readonly outboxId: number;
  readonly caseId: string;
  readonly org: string;
  readonly topic: NoticeTopic;
  readonly text: string;
}

/** One notice per outbox row, however often it is delivered. */
export async function insertNotice(db: Queryable, notice: Notice): Promise<void> {
  await db.query({
    name: 'insert-notice',
    text: `insert into notices (outbox_id, case_id, org, topic, text) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    values: [notice.outboxId, notice.caseId, notice.org, notice.topic, notice.text],
  });
}
