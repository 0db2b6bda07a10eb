import type { LawDate } from '../domain/catalogue';
import type { Queryable } from './pool';
import { SINCE, WHO, type Dimension, type Window } from './readIndicator';

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
    `select indicator, version, ${WHO[query.by]} as who, ${SINCE[query.per]} as since,
       count(*) filter (where hit) as hits, count(*) as n
     from observations
     where (indicator, version) in (select * from unnest($1::text[], $2::integer[])) and day between $3 and $4
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
