import type { NoticeTopic } from '../domain/noticeTopics';
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

/** A way out of the house that a notice is to take, from when on; null = at once. */
export interface WayOut {
  readonly noticeId: number;
  readonly sink: string;
  readonly nextAt: string | null;
}

/** One notice per outbox row and per cause, however often it is delivered, and with it its ways out of the house. */
export async function insertNotices(
  db: Queryable,
  notices: readonly Notice[],
  waysOut: readonly WayOut[] = [],
): Promise<void> {
  await db.query({
    name: 'insert-notices',
    text: `with told as (
             insert into notices (outbox_id, case_id, org, role, person, topic, text, cause)
             select n."outboxId", n."caseId", n.org, n.role, n.person, n.topic, n.text, n.cause
             from jsonb_to_recordset($1::jsonb) as n ("outboxId" bigint, "caseId" text, org text, role text,
               person text, topic text, text text, cause text)
             on conflict do nothing returning outbox_id
           )
           insert into deliveries (notice_id, sink, next_at)
           select told.outbox_id, w.sink, coalesce(w."nextAt", now())
           from told join jsonb_to_recordset($2::jsonb) as w ("noticeId" bigint, sink text, "nextAt" timestamptz)
             on w."noticeId" = told.outbox_id`,
    values: [JSON.stringify(notices), JSON.stringify(waysOut)],
  });
}
