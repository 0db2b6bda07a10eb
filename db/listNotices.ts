import type { Queryable } from './pool';

export interface NoticeRow {
  readonly id: number;
  readonly caseId: string;
  /** Whom in the organisation it is for; both null = everybody. */
  readonly role: string | null;
  readonly person: string | null;
  readonly topic: string;
  readonly text: string;
  readonly createdAt: string;
}

/** An organisation's newest notices. */
export async function listNotices(db: Queryable, org: string, limit: number): Promise<readonly NoticeRow[]> {
  const { rows } = await db.query<{
    outbox_id: number;
    case_id: string;
    role: string | null;
    person: string | null;
    topic: string;
    text: string;
    created_at: string;
  }>(
    'select outbox_id, case_id, role, person, topic, text, created_at from notices where org = $1 order by created_at desc, outbox_id desc limit $2',
    [org, limit],
  );
  return rows.map((row) => ({
    id: row.outbox_id,
    caseId: row.case_id,
    role: row.role,
    person: row.person,
    topic: row.topic,
    text: row.text,
    createdAt: row.created_at,
  }));
}
