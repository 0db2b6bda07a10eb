import type { CaseEventType, Stage } from '../domain/case';
import type { Queryable } from './pool';

/** A place in the order in which events were written. */
export interface LivePlace {
  readonly tx: string;
  readonly caseId: string;
  readonly seq: number;
}

export interface LiveEvent extends LivePlace {
  readonly at: string;
  readonly type: CaseEventType;
  readonly town: string;
  readonly owner: string;
  readonly stage: Stage;
}

export interface LivePage {
  readonly events: readonly LiveEvent[];
  /** Where the next look begins: after these, or where everything was seen. */
  readonly next: LivePlace;
}

/** Where the order ends now: all that is written from here on comes after. */
export async function liveNow(db: Queryable): Promise<LivePlace> {
  const { rows } = await db.query<{ tx: string }>({
    name: 'live-now',
    text: 'select pg_snapshot_xmin(pg_current_snapshot())::text as tx',
  });
  return { tx: rows[0]?.tx ?? '0', caseId: '', seq: 0 };
}

/**
 * Events after a place that somebody may see, in the order of their transactions and only up to the oldest that is under
 * way: none can come in before them any more.
 */
export async function liveEvents(
  db: Queryable,
  after: LivePlace,
  seenBy: string | null,
  limit: number,
): Promise<LivePage> {
  const { rows } = await db.query<LiveEvent & { horizon: string }>({
    name: 'live-events',
    text: `with seen as (select pg_snapshot_xmin(pg_current_snapshot()) as horizon), found as (
             select e.tx, e.case_id, e.seq, e.at, e.type, c.town, c.owner, c.stage
             from seen, events e join cases c on c.id = e.case_id
             where e.tx < seen.horizon and (e.tx, e.case_id, e.seq) > ($1::text::xid8, $2, $3)
               and ($4::text is null or c.town = $4 or c.owner = $4 or $4 = any(c.cooperating))
             order by e.tx, e.case_id, e.seq limit $5
           )
           select horizon::text as horizon, tx::text as tx, case_id as "caseId", seq, at, type, town, owner, stage
           from seen left join found on true order by found.tx, case_id, seq`,
    values: [after.tx, after.caseId, after.seq, seenBy, limit],
  });
  const events = rows.filter(({ caseId }) => caseId !== null).map(({ horizon: _horizon, ...event }) => event);
  const last = events.at(-1);
  const whole = last === undefined || events.length < limit;
  const horizon = { tx: rows[0]?.horizon ?? after.tx, caseId: '', seq: 0 };
  // A horizon that lies before the place (a restored database) must not take it back.
  if (whole) return { events, next: BigInt(horizon.tx) > BigInt(after.tx) ? horizon : (last ?? after) };
  return { events, next: last };
}
