import type { NoticeTopic } from '../domain/noticeTopics';
import type { Queryable } from './pool';

export interface Delivery {
  readonly id: number;
  readonly caseId: string;
  readonly org: string;
  readonly role: string | null;
  readonly person: string | null;
  readonly topic: NoticeTopic;
  readonly createdAt: string;
  /** This try among them. */
  readonly attempts: number;
}

/**
 * Takes what is to go out by a sink and hides it from other senders for the time that a try may last. No lock is held while
 * a slow sink is waited for; a sender that dies leaves it to the next, who sends the same under the same number.
 */
export async function takeDeliveries(
  db: Queryable,
  sink: string,
  limit: number,
  leaseMs: number,
): Promise<readonly Delivery[]> {
  const { rows } = await db.query<Delivery>(
    `with taken as (
       select id from deliveries where sink = $1 and status = 'waiting' and next_at <= now()
       order by next_at, id limit $2 for update skip locked
     ), tried as (
       update deliveries set attempts = attempts + 1, next_at = now() + make_interval(secs => $3 / 1000.0)
       from taken where deliveries.id = taken.id returning deliveries.id, notice_id, attempts
     )
     select tried.id, n.case_id as "caseId", n.org, n.role, n.person, n.topic, n.created_at as "createdAt", attempts
     from tried join notices n on n.outbox_id = notice_id order by tried.id`,
    [sink, limit, leaseMs],
  );
  return rows;
}

/** The sink said that it has them. */
export async function markDelivered(db: Queryable, ids: readonly number[]): Promise<void> {
  await db.query(
    `update deliveries set status = 'delivered', delivered_at = now(), last_error = null
     where id = any($1) and status = 'waiting'`,
    [ids],
  );
}

/** It didn't: tried again later, twice as late each time and at most an hour; after the last try they are dead letters. */
export async function markFailed(
  db: Queryable,
  ids: readonly number[],
  reason: string,
  most: number,
  firstMs: number,
): Promise<void> {
  await db.query(
    `update deliveries
     set last_error = $2, status = case when attempts >= $3 then 'dead' else 'waiting' end,
         next_at = now() + least(interval '1 hour', make_interval(secs => $4 / 1000.0) * power(2, attempts - 1))
     where id = any($1) and status = 'waiting'`,
    [ids, reason.slice(0, 500), most, firstMs],
  );
}

/** Not now: quiet hours. It was no try. */
export async function postpone(db: Queryable, ids: readonly number[], until: string): Promise<void> {
  await db.query('update deliveries set attempts = attempts - 1, next_at = $2 where id = any($1)', [ids, until]);
}

export interface DeliveryRow {
  readonly id: number;
  readonly sink: string;
  readonly status: string;
  readonly caseId: string;
  readonly org: string;
  readonly topic: string;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: string;
  readonly deliveredAt: string | null;
}

/** Deliveries of one status, the newest first. */
export async function listDeliveries(
  db: Queryable,
  status: string,
  before: number | null,
  limit: number,
): Promise<readonly DeliveryRow[]> {
  const { rows } = await db.query<DeliveryRow>(
    `select d.id, d.sink, d.status, n.case_id as "caseId", n.org, n.topic, d.attempts, d.last_error as "lastError",
       d.created_at as "createdAt", d.delivered_at as "deliveredAt"
     from deliveries d join notices n on n.outbox_id = d.notice_id
     where d.status = $1 and ($2::bigint is null or d.id < $2) order by d.id desc limit $3`,
    [status, before, limit],
  );
  return rows;
}

/** A dead letter goes out again, with all its tries. False where it isn't dead. */
export async function resend(db: Queryable, id: number, by: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update deliveries set status = 'waiting', attempts = 0, next_at = now(), resent_by = $2
     where id = $1 and status = 'dead'`,
    [id, by],
  );
  return rowCount === 1;
}
