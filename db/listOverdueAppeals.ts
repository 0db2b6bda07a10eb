import type { Instant } from '../domain/catalogue';
import type { Light } from '../domain/time/clock';
import { DUTY_LIGHT } from './listDuties';
import type { Queryable } from './pool';

export interface AppealFilter {
  readonly judged?: boolean;
  readonly town?: string;
  /** The organisation whose eyes these are; null sees all. */
  readonly seenBy: string | null;
  readonly limit: number;
}

export interface ListedAppeal {
  readonly caseId: string;
  readonly itemName: string;
  readonly town: string;
  readonly overdueId: string;
  readonly name: string;
  readonly org: string;
  readonly person: string | null;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly by: string;
  readonly reason: string;
  readonly appealedAt: Instant;
  /** While it isn't judged. */
  readonly judgeBy: Instant | null;
  readonly light: Light | null;
  readonly judgement: { readonly by: string; readonly granted: boolean; readonly reason: string } | null;
}

/** Appeals against a red light in cases that go on: those to be judged first, the oldest first. */
export async function listOverdueAppeals(db: Queryable, filter: AppealFilter): Promise<readonly ListedAppeal[]> {
  const { judged = null, town = null, seenBy, limit } = filter;
  const { rows } = await db.query<ListedAppeal>(
    `with page as (
       select s.* from open_supervision s join cases c on c.id = s.case_id
       where s.kind = 'appeal'
         and ($1::boolean is null or (s.standing = 'done') = $1)
         and ($2::text is null or c.town = $2)
         and ($3::text is null or c.town = $3 or c.owner = $3 or $3 = any(c.cooperating))
       order by s.standing = 'done', s.asked_at, s.case_id limit $4)
     select c.id as "caseId", c.state -> 'item' ->> 'name' as "itemName", c.town, s.id as "overdueId",
       o ->> 'name' as name, o ->> 'org' as org, o ->> 'person' as person, (o ->> 'startedAt')::timestamptz as "startedAt",
       (o ->> 'dueAt')::timestamptz as "dueAt", o -> 'appeal' ->> 'by' as by, o -> 'appeal' ->> 'reason' as reason,
       s.asked_at as "appealedAt", d.due_at as "judgeBy", case when d.id is null then null else ${DUTY_LIGHT} end as light,
       nullif(o -> 'appeal' -> 'judgement', 'null') as judgement
     from page s
     join cases c on c.id = s.case_id
     join lateral jsonb_array_elements(c.state -> 'overdue') o on o ->> 'id' = s.id
     left join open_duties d on d.case_id = s.case_id and d.id = s.id
     order by s.standing = 'done', s.asked_at, s.case_id`,
    [judged, town, seenBy, limit],
  );
  return rows;
}
