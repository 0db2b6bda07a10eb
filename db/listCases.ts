import type { Grade, Instant } from '../domain/catalogue';
import type { Stage } from '../domain/case';
import type { Light } from '../domain/time/clock';
import type { Queryable } from './pool';
import type { StoredState } from './readModel';

export interface CaseFilter {
  readonly town?: string;
  readonly stage?: Stage;
  readonly grade?: Grade;
  readonly light?: Light;
  readonly item?: string;
  readonly assignee?: string;
  /** Opened at or after, and before. */
  readonly from?: Instant;
  readonly before?: Instant;
  /** The organisation whose eyes these are; null sees all. */
  readonly seenBy: string | null;
  readonly after?: { readonly openedAt: Instant; readonly id: string };
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

/** A page of cases, newest first. */
export async function listCases(db: Queryable, filter: CaseFilter): Promise<readonly ListedCase[]> {
  const where: string[] = [];
  const values: unknown[] = [];
  const given = (condition: (n: string) => string, value: unknown): void => {
    if (value === undefined || value === null) return;
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  given((n) => `(town = ${n} or owner = ${n} or ${n} = any(cooperating))`, filter.seenBy);
  given((n) => `town = ${n}`, filter.town);
  given((n) => `stage = ${n}`, filter.stage);
  given((n) => `grade = ${n}`, filter.grade);
  given((n) => `${LIGHT} = ${n}`, filter.light);
  given((n) => `item = ${n}`, filter.item);
  given((n) => `${n} = any(assignees)`, filter.assignee);
  given((n) => `opened_at >= ${n}`, filter.from);
  given((n) => `opened_at < ${n}`, filter.before);
  if (filter.after !== undefined) {
    values.push(filter.after.openedAt, filter.after.id);
    where.push(`(opened_at, id) < ($${values.length - 1}, $${values.length})`);
  }
  values.push(filter.limit);
  const { rows } = await db.query<{ state: StoredState; light: Light; due_at: string | null }>(
    `select state, ${LIGHT} as light, due_at from cases ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
     order by opened_at desc, id desc limit $${values.length}`,
    values,
  );
  return rows.map((row) => ({ state: row.state, light: row.light, dueAt: row.due_at }));
}
