import type { LawDate } from '../domain/catalogue';
import type { Queryable } from './pool';
import { FROM, SINCE, WHO, type Dimension, type Window } from './readIndicator';

export interface FiguresQuery {
  readonly indicators: readonly { readonly indicator: string; readonly indicatorVersion: number }[];
  readonly from: LawDate;
  /** Included. */
  readonly to: LawDate;
  readonly by: Dimension;
  readonly per: Window;
}

export interface FigureRow {
  readonly indicator: string;
  readonly version: number;
  readonly who: string;
  /** First day of the window. */
  readonly since: LawDate;
  readonly hits: number;
  readonly n: number;
}

/** What several indicators counted, at once: the whole of a ranking in one query. */
export async function readFigures(db: Queryable, query: FiguresQuery): Promise<readonly FigureRow[]> {
  const { rows } = await db.query<FigureRow>(
    // By day first: the first day of a window is then worked out for each day and not for each observation.
    `select indicator, version, who, ${SINCE[query.per]} as since, sum(hits)::integer as hits, sum(n)::integer as n
     from (
       select indicator, version, ${WHO[query.by]} as who, day, count(*) filter (where hit) as hits, count(*) as n
       from ${FROM[query.by]}
       where (indicator, version) in (select * from unnest($1::text[], $2::integer[])) and day between $3 and $4
       group by 1, 2, 3, 4
     ) as days
     group by 1, 2, 3, 4`,
    [
      query.indicators.map(({ indicator }) => indicator),
      query.indicators.map(({ indicatorVersion }) => indicatorVersion),
      query.from,
      query.to,
    ],
  );
  return rows;
}
