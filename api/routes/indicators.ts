import { readIndicator, readIndicatorCases } from '../../db/readIndicator';
import type { Indicator } from '../../domain/evaluation/indicator';
import { INDICATORS } from '../../domain/evaluation/indicators';
import { wilson } from '../../domain/evaluation/wilson';
import type { ApiApp, RouteDeps } from '../apiApp';
import { indicatorView } from '../formulaViews';
import { EVALUATORS, onlyFor } from '../onlyFor';
import { newestOf } from '../../domain/evaluation/newestOf';
import { Problem } from '../problem';
import { withNames } from '../withNames';
import { PROBLEMS } from '../schemas/common';
import {
  DrillDown,
  IndicatorCases,
  IndicatorList,
  IndicatorPage,
  IndicatorParams,
  IndicatorQuerystring,
} from '../schemas/indicators';

const PAGE = 500;

/** 履职评估: every figure with its formula, its interval and the cases that it was reckoned from. */
export function indicatorRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/indicators',
    { schema: { summary: '指标及其公式', tags: ['评估'], response: { 200: IndicatorList, ...PROBLEMS } } },
    async (request) => {
      await onlyFor(deps, request, EVALUATORS);
      return { indicators: INDICATORS.map(indicatorView) };
    },
  );

  app.get(
    '/api/v1/indicators/:id',
    {
      schema: {
        summary: '一个指标的数值',
        tags: ['评估'],
        params: IndicatorParams,
        querystring: IndicatorQuerystring,
        response: { 200: IndicatorPage, ...PROBLEMS },
      },
    },
    async (request) => {
      await onlyFor(deps, request, EVALUATORS);
      const indicator = find(request.params.id, request.query.version);
      const { id, version, unit } = indicator;
      const rows = await readIndicator(deps.db, { ...request.query, indicator: id, version });
      return {
        indicator: indicatorView(indicator),
        rows: (await withNames(deps, request.query.by, rows)).map(({ who, name, since, hits, n, medianMs, p90Ms }) => {
          const interval = unit === 'share' ? wilson(hits, n) : null;
          return {
            who,
            name,
            since,
            hits,
            n,
            share: unit === 'share' ? hits / n : null,
            low: interval?.low ?? null,
            high: interval?.high ?? null,
            medianMs: unit === 'ms' ? medianMs : null,
            p90Ms: unit === 'ms' ? p90Ms : null,
            note: n < deps.evaluation.enough ? '样本太少' : null,
          };
        }),
      };
    },
  );

  app.get(
    '/api/v1/indicators/:id/cases',
    {
      schema: {
        summary: '指标背后的案件',
        tags: ['评估'],
        params: IndicatorParams,
        querystring: DrillDown,
        response: { 200: IndicatorCases, ...PROBLEMS },
      },
    },
    async (request) => {
      await onlyFor(deps, request, EVALUATORS);
      const { id, version } = find(request.params.id, request.query.version);
      const cases = await readIndicatorCases(deps.db, { ...request.query, indicator: id, version, limit: PAGE + 1 });
      return { cases: cases.slice(0, PAGE), more: cases.length > PAGE };
    },
  );
}

function find(id: string, version: number | undefined): Indicator {
  const found = newestOf(INDICATORS, id, version);
  if (found === undefined) throw new Problem('not_found', '没有这个指标或者这个版本，请从 /api/v1/indicators 选取。');
  return found;
}
