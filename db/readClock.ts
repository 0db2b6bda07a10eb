import type { Instant } from '../domain/catalogue';
import { instantOf } from '../domain/time/lawDate';
import type { Queryable } from './pool';

/**
 * The house's clock: the database's, carried on by one that nobody can set. A process's own may be an hour off, and be put
 * right while it runs; what is signed, sent or shown under an instant goes by this one.
 */
export async function readClock(db: Queryable): Promise<() => Instant> {
  const { rows } = await db.query<{ ms: number }>({
    name: 'read-clock',
    text: 'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
  });
  const [row] = rows;
  if (row === undefined) throw new Error('the database tells no time');
  // From the answer on, so that it never runs ahead.
  const answered = performance.now();
  return () => instantOf(Math.floor(row.ms + performance.now() - answered));
}
