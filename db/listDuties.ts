import type { Field, Instant } from '../domain/catalogue';
import type { Stage } from '../domain/case';
import type { DutyKind } from '../domain/openDuties';
import type { Light } from '../domain/time/clock';
import type { Queryable } from './pool';

export interface DutyFilter {
  readonly org?: string;
  readonly person?: string;
  readonly kind?: DutyKind;
  readonly light?: Light;
  readonly town?: string;
  readonly stage?: Stage;
  readonly field?: Field;
  /** Only those whose time runs. */
  readonly running?: true;
  /** The organisation whose eyes these are; null sees all. */
  readonly seenBy: string | null;
  readonly after?: { readonly dueAt: Instant; readonly caseId: string; readonly id: string };
  readonly limit: number;
}

export interface ListedDuty {
  readonly caseId: string;
  readonly itemName: string;
  /** Where the first report says that it is: what tells two cases of an item apart. */
  readonly place: string | null;
  readonly openedAt: Instant;
  readonly town: string;
  readonly field: string;
  readonly stage: Stage;
  readonly id: string;
  readonly kind: DutyKind;
  readonly name: string;
  readonly org: string;
  readonly person: string | null;
  readonly startedAt: Instant;
  readonly yellowAt: Instant | null;
  readonly dueAt: Instant;
  readonly light: Light;
}

/** The light of a duty `d` of a case `c`, as `lightAt` has it; a case in skipped time is ahead of the clock on the wall. */
export const DUTY_LIGHT = `case
  when d.paused then 'grey'
  when d.due_at <= greatest(now(), c.updated_at) then 'red'
  when d.yellow_at <= greatest(now(), c.updated_at) then 'yellow'
  else 'green' end`;

/** A page of open duties, the earliest due first. */
export async function listDuties(db: Queryable, filter: DutyFilter): Promise<readonly ListedDuty[]> {
  const where: string[] = [];
  const values: unknown[] = [];
  const given = (condition: (n: string) => string, value: unknown): void => {
    if (value === undefined || value === null) return;
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  given((n) => `(c.town = ${n} or c.owner = ${n} or ${n} = any(c.cooperating))`, filter.seenBy);
  given((n) => `d.org = ${n}`, filter.org);
  given((n) => `d.person = ${n}`, filter.person);
  given((n) => `d.kind = ${n}`, filter.kind);
  given((n) => `${DUTY_LIGHT} = ${n}`, filter.light);
  given((n) => `c.town = ${n}`, filter.town);
  given((n) => `c.stage = ${n}`, filter.stage);
  given((n) => `c.field = ${n}`, filter.field);
  if (filter.running === true) where.push('not d.paused');
  if (filter.after !== undefined) {
    values.push(filter.after.dueAt, filter.after.caseId, filter.after.id);
    const n = values.length;
    where.push(`(d.due_at, d.case_id, d.id) > ($${n - 2}, $${n - 1}, $${n})`);
  }
  values.push(filter.limit);
  const { rows } = await db.query<ListedDuty>(
    `select d.case_id as "caseId", c.state -> 'item' ->> 'name' as "itemName",
       (select place from clues where clues.case_id = d.case_id order by received_at, id limit 1) as place,
       c.opened_at as "openedAt", c.town, c.field, c.stage, d.id, d.kind,
       d.name, d.org, d.person, d.started_at as "startedAt", d.yellow_at as "yellowAt", d.due_at as "dueAt",
       ${DUTY_LIGHT} as light
     from open_duties d join cases c on c.id = d.case_id
     ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
     order by d.due_at, d.case_id, d.id limit $${values.length}`,
    values,
  );
  return rows;
}
