import type { Grade, Instant } from '../domain/catalogue';
import type { Stage } from '../domain/case';
import type { Light } from '../domain/time/clock';
import type { Queryable } from './pool';
import type { StoredState } from './readModel';

/** By number: any of these, or whatever the year; else a part of a reported place, or one of these items. */
export type CaseSearch =
  | { readonly ids: readonly string[]; readonly number: string | null }
  | { readonly text: string; readonly items: readonly string[] };

export interface CaseFilter {
  readonly search?: CaseSearch;
  readonly town?: string;
  readonly stage?: Stage;
  readonly grade?: Grade;
  readonly light?: Light;
  readonly item?: string;
  readonly assignee?: string;
  readonly owner?: string;
  readonly open?: boolean;
  /** Opened at or after, and before. */
  readonly from?: Instant;
  readonly before?: Instant;
  /** The organisation whose eyes these are; null sees all. */
  readonly seenBy: string | null;
  readonly order: 'newest' | 'due';
  /** The last one of the page before: by its opening, or by its due instant, with `NEVER` for none. */
  readonly after?: { readonly at: Instant; readonly id: string };
  readonly limit: number;
}

export interface ListedCase {
  readonly state: StoredState;
  readonly light: Light;
  readonly dueAt: Instant | null;
}

/**
 * The light of a case, worked out from due instants and now. A case in skipped time is ahead of the clock on the
 * wall, so its own last instant counts where it is later. Grey where every clock is paused, as `worstLight` has it.
 */
export const LIGHT = `case
  when due_at <= greatest(now(), updated_at) then 'red'
  when yellow_at <= greatest(now(), updated_at) then 'yellow'
  when paused then 'grey'
  else 'green' end`;

/** When a case without a running clock is due, for the order of the list. */
export const NEVER: Instant = '9999-12-31T00:00:00.000Z';

const ORDERS = {
  newest: { by: 'opened_at', is: '<', order: 'opened_at desc, id desc' },
  due: { by: `coalesce(due_at, '${NEVER}')`, is: '>', order: `coalesce(due_at, '${NEVER}'), id` },
} as const;

/** A page of cases in the order that is wished. */
export async function listCases(db: Queryable, filter: CaseFilter): Promise<readonly ListedCase[]> {
  const { by, is, order } = ORDERS[filter.order];
  const where: string[] = [];
  const values: unknown[] = [];
  const given = (condition: (n: string) => string, value: unknown): void => {
    if (value === undefined || value === null) return;
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  given((n) => `(town = ${n} or owner = ${n} or ${n} = any(cooperating))`, filter.seenBy);
  if (filter.search !== undefined) where.push(sought(filter.search, values));
  given((n) => `town = ${n}`, filter.town);
  given((n) => `stage = ${n}`, filter.stage);
  given((n) => `grade = ${n}`, filter.grade);
  given((n) => `${LIGHT} = ${n}`, filter.light);
  given((n) => `item = ${n}`, filter.item);
  given((n) => `${n} = any(assignees)`, filter.assignee);
  given((n) => `owner = ${n}`, filter.owner);
  if (filter.open !== undefined) where.push(`closed_at is ${filter.open ? '' : 'not '}null`);
  given((n) => `opened_at >= ${n}`, filter.from);
  given((n) => `opened_at < ${n}`, filter.before);
  if (filter.after !== undefined) {
    values.push(filter.after.at, filter.after.id);
    where.push(`(${by}, id) ${is} ($${values.length - 1}::timestamptz, $${values.length})`);
  }
  values.push(filter.limit);
  const { rows } = await db.query<{ state: StoredState; light: Light; due_at: string | null }>(
    `select state, ${LIGHT} as light, due_at from cases ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
     order by ${order} limit $${values.length}`,
    values,
  );
  return rows.map((row) => ({ state: row.state, light: row.light, dueAt: row.due_at }));
}

/** The index `clues_place` holds all that is read of the clues, the expression is that of `cases_number`. */
function sought(search: CaseSearch, values: unknown[]): string {
  const next = (value: unknown): string => `$${values.push(value)}`;
  return 'ids' in search
    ? `(id = any(${next(search.ids)}) or split_part(id, '-', 2) = ${next(search.number)})`
    : `(item = any(${next(search.items)})
        or id in (select case_id from clues where case_id is not null and place is not null and strpos(place, ${next(search.text)}) > 0))`;
}
