import type { Instant } from '../domain/catalogue';
import type { UrgingKind } from '../domain/actInputs';
import type { Light } from '../domain/time/clock';
import type { UrgingStanding } from '../domain/urgingStanding';
import { DUTY_LIGHT } from './listDuties';
import type { Queryable } from './pool';

export interface UrgingFilter {
  readonly standing?: UrgingStanding;
  readonly kind?: UrgingKind;
  readonly listed?: boolean;
  readonly town?: string;
  /** The organisation whose eyes these are; null sees all. */
  readonly seenBy: string | null;
  readonly after?: { readonly at: Instant; readonly caseId: string; readonly id: string };
  readonly limit: number;
}

export interface ListedUrging {
  readonly caseId: string;
  readonly itemName: string;
  readonly town: string;
  readonly id: string;
  readonly kind: UrgingKind;
  readonly listed: boolean;
  readonly standing: UrgingStanding;
  readonly by: string;
  readonly at: Instant;
  readonly clockId: string | null;
  readonly requirement: string;
  readonly org: string;
  /** While the answer is owed. */
  readonly dueAt: Instant | null;
  readonly light: Light | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Instant | null;
  readonly returns: number;
  /** What was said when the answer was last checked. */
  readonly opinion: string | null;
}

/** A page of the urgings and orders in cases that go on, the newest first. Those of a closed case are in its file. */
export async function listUrgings(db: Queryable, filter: UrgingFilter): Promise<readonly ListedUrging[]> {
  const where = [`s.kind <> 'appeal'`];
  const values: unknown[] = [];
  const given = (condition: (n: string) => string, value: unknown): void => {
    if (value === undefined || value === null) return;
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  given((n) => `(c.town = ${n} or c.owner = ${n} or ${n} = any(c.cooperating))`, filter.seenBy);
  // In words of the index of what is owed.
  if (filter.standing !== undefined && filter.standing !== 'done') where.push(`s.standing <> 'done'`);
  given((n) => `s.standing = ${n}`, filter.standing);
  given((n) => `s.kind = ${n}`, filter.kind);
  given((n) => `s.listed = ${n}`, filter.listed);
  given((n) => `c.town = ${n}`, filter.town);
  if (filter.after !== undefined) {
    values.push(filter.after.at, filter.after.caseId, filter.after.id);
    const n = values.length;
    where.push(`(s.asked_at, s.case_id, s.id) < ($${n - 2}, $${n - 1}, $${n})`);
  }
  values.push(filter.limit);
  const { rows } = await db.query<ListedUrging>(
    `with page as (
       select s.* from open_supervision s join cases c on c.id = s.case_id
       where ${where.join(' and ')}
       order by s.asked_at desc, s.case_id desc, s.id desc limit $${values.length})
     select c.id as "caseId", c.state -> 'item' ->> 'name' as "itemName", c.town, s.id, s.kind, s.listed, s.standing,
       u ->> 'by' as by, s.asked_at as at, u ->> 'clockId' as "clockId", u ->> 'requirement' as requirement,
       u ->> 'org' as org, d.due_at as "dueAt", case when d.id is null then null else ${DUTY_LIGHT} end as light,
       u ->> 'answer' as answer, u ->> 'answeredBy' as "answeredBy",
       case when u ->> 'answer' is null then null else e.answered_at end as "answeredAt",
       (u ->> 'returns')::int as returns, e.opinion
     from page s
     join cases c on c.id = s.case_id
     join lateral jsonb_array_elements(c.state -> 'urgings') u on u ->> 'id' = s.id
     left join open_duties d on d.case_id = s.case_id and d.id = s.id
     cross join lateral (
       select max(at) filter (where type = 'urging_answered') as answered_at,
         (array_agg(data ->> 'opinion' order by seq desc) filter (where type = 'supervision_checked'))[1] as opinion
       from events where case_id = s.case_id and type in ('urging_answered', 'supervision_checked')
         and data ->> 'urgingId' = s.id) e
     order by s.asked_at desc, s.case_id desc, s.id desc`,
    values,
  );
  return rows;
}
