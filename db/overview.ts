import { LIGHT } from './listCases';
import type { Queryable } from './pool';

export interface OverviewRow {
  readonly town: string;
  readonly grade: string;
  readonly stage: string;
  readonly light: string;
  readonly cases: number;
}

export interface Overview {
  readonly cells: readonly OverviewRow[];
  readonly clues: readonly {
    readonly outcome: string;
    readonly clues: number;
    readonly open: number;
    readonly overdue: number;
  }[];
}

/** Counts for the first page: cases by town, grade, stage and light, clues by what became of them. */
export async function overview(db: Queryable, seenBy: string | null): Promise<Overview> {
  const cells = await db.query<OverviewRow>(
    `select town, grade, stage, ${LIGHT} as light, count(*)::int as cases from cases
     where $1::text is null or town = $1 or owner = $1 or $1 = any(cooperating)
     group by 1, 2, 3, 4`,
    [seenBy],
  );
  const clues = await db.query<{ outcome: string; clues: number; open: number; overdue: number }>(
    `select outcome, count(*)::int as clues, count(*) filter (where outcome = 'desk' and settled_at is null)::int as open,
            count(*) filter (where outcome = 'desk' and settled_at is null and due_at <= now())::int as overdue
     from clues where $1::text is null or town = $1 group by 1`,
    [seenBy],
  );
  return { cells: cells.rows, clues: clues.rows };
}
