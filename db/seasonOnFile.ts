import type { Instant } from '../domain/catalogue';
import type { Queryable } from './pool';

/** When the first and the last case on file were opened, and how many there are; null = there is none. */
export async function seasonOnFile(
  db: Queryable,
): Promise<{ readonly first: Instant; readonly last: Instant; readonly cases: number } | null> {
  const { rows } = await db.query<{ first: Instant | null; last: Instant | null; cases: number }>(
    'select min(opened_at) as first, max(opened_at) as last, count(*) as cases from cases',
  );
  const [{ first, last, cases } = { first: null, last: null, cases: 0 }] = rows;
  return first === null || last === null ? null : { first, last, cases };
}
