import type { LawDate } from '../domain/catalogue';
import type { Queryable } from './pool';

export const DIMENSIONS = ['town', 'org', 'team', 'officer', 'all'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export const WINDOWS = ['day', 'week', 'month', 'whole'] as const;
export type Window = (typeof WINDOWS)[number];

export interface IndicatorQuery {
  readonly indicator: string;
  readonly version: number;
  readonly from: LawDate;
  /** Included. */
  readonly to: LawDate;
  readonly by: Dimension;
  readonly per: Window;
}

export interface IndicatorRow {
  readonly who: string;
  /** First day of the window. */
  readonly since: LawDate;
  readonly hits: number;
  readonly n: number;
  /** Nearest rank: always something that was observed. */
  readonly medianMs: number;
  readonly p90Ms: number;
}

export const WHO: Readonly<Record<Dimension, string>> = {
  town: 'town',
  org: 'org',
  team: `coalesce(team, '')`,
  officer: `coalesce(observations.officer, '')`,
  all: `''`,
};
/** Where they are read from: an officer's deeds are those of the team that they were in on that day. */
export const FROM: Readonly<Record<Dimension, string>> = {
  town: 'observations',
  org: 'observations',
  team: `observations left join team_members as m
    on m.officer = observations.officer and day between m.since and coalesce(m.until, 'infinity')`,
  officer: 'observations',
  all: 'observations',
};
/** In a query whose third parameter is the first day asked for. */
export const SINCE: Readonly<Record<Window, string>> = {
  day: 'day',
  week: `date_trunc('week', day::timestamp)::date`,
  month: `date_trunc('month', day::timestamp)::date`,
  whole: '$3::date',
};

export async function readIndicator(db: Queryable, query: IndicatorQuery): Promise<readonly IndicatorRow[]> {
  const { rows } = await db.query<{
    who: string;
    since: LawDate;
    hits: number;
    n: number;
    median_ms: number;
    p90_ms: number;
  }>(
    `select ${WHO[query.by]} as who, ${SINCE[query.per]} as since, count(*) filter (where hit) as hits, count(*) as n,
       percentile_disc(0.5) within group (order by ms) as median_ms,
       percentile_disc(0.9) within group (order by ms) as p90_ms
     from ${FROM[query.by]} where indicator = $1 and version = $2 and day between $3 and $4
     group by 1, 2 order by 2, 1`,
    [query.indicator, query.version, query.from, query.to],
  );
  return rows.map(({ median_ms: medianMs, p90_ms: p90Ms, ...row }) => ({ ...row, medianMs, p90Ms }));
}

export interface IndicatorCase {
  readonly caseId: string;
  readonly day: LawDate;
  readonly hit: boolean;
  readonly ms: number;
}

/** Down to the cases that an indicator was reckoned from. */
export async function readIndicatorCases(
  db: Queryable,
  query: Omit<IndicatorQuery, 'per'> & { readonly who: string; readonly limit: number },
): Promise<readonly IndicatorCase[]> {
  const { rows } = await db.query<{ case_id: string; day: LawDate; hit: boolean; ms: number }>(
    `select case_id, day, hit, ms from ${FROM[query.by]}
     where indicator = $1 and version = $2 and day between $3 and $4 and ${WHO[query.by]} = $5
     order by hit, day, case_id, n limit $6`,
    [query.indicator, query.version, query.from, query.to, query.who, query.limit],
  );
  return rows.map(({ case_id: caseId, ...row }) => ({ caseId, ...row }));
}
