import type { Instant } from '../domain/catalogue';
import type { Queryable } from './pool';

export interface WallFigures {
  readonly cluesToday: number;
  /** Cases closed since the beginning of the month, by town. */
  readonly closed: readonly { readonly town: string; readonly cases: number }[];
}

/** What only the wall counts. */
export async function wallFigures(
  db: Queryable,
  since: { readonly today: Instant; readonly month: Instant },
): Promise<WallFigures> {
  const clues = await db.query<{ clues: number }>('select count(*)::int as clues from clues where received_at >= $1', [
    since.today,
  ]);
  const closed = await db.query<{ town: string; cases: number }>(
    'select town, count(*)::int as cases from cases where closed_at >= $1 group by town',
    [since.month],
  );
  return { cluesToday: clues.rows[0]?.clues ?? 0, closed: closed.rows };
}
