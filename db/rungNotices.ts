import type { Instant } from '../domain/catalogue';
import type { Role } from '../domain/people';
import type { Queryable } from './pool';

/** Who was told by a rung of a case's ladder; `seq` is that of the rung's event. */
export interface RungNotice {
  readonly seq: number;
  readonly org: string;
  readonly role: Role | null;
  readonly person: string | null;
  readonly at: Instant;
}

export async function rungNotices(db: Queryable, caseId: string): Promise<readonly RungNotice[]> {
  // `cause is not null` lets the index of causes find a case's notices.
  const { rows } = await db.query<RungNotice>(
    `select o.seq, n.org, n.role, n.person, n.created_at as at
     from notices n join outbox o on o.id = n.outbox_id
     where n.case_id = $1 and n.cause is not null and n.topic in ('due_warning', 'overdue_alert')
     order by o.seq, n.outbox_id`,
    [caseId],
  );
  return rows;
}
