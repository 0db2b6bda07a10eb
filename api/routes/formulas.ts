import { listReports } from '../../db/reports';
import { INDICATORS } from '../../domain/evaluation/indicators';
import { scorePage } from '../../evaluation/scorePage';
import type { ApiApp, RouteDeps } from '../apiApp';
import { indicatorView, scoreFormulaView } from '../formulaViews';
import { onlyFor } from '../onlyFor';
import { Problem } from '../problem';
import { FormulaHistory, ScoreDryRunBody, ScoreDryRunResult } from '../schemas/administration';
import { PROBLEMS } from '../schemas/common';
import { tryWeights } from '../tryWeights';
import { withNames } from '../withNames';

/** Some ten years of months with a version or two. */
const REPORTS = 200;

/** 公式: the indicators and scores with all their versions, where they were used, and what other weights would come to. */
export function formulaRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/administration/formulas',
    {
      schema: { summary: '指标和得分公式的各版', tags: ['系统管理'], response: { 200: FormulaHistory, ...PROBLEMS } },
    },
    async (request) => {
      await onlyFor(deps, request, ['admin', 'auditor']);
      const reports = await listReports(deps.db, REPORTS);
      return {
        indicators: INDICATORS.map(indicatorView),
        formulas: deps.evaluation.formulas.map(scoreFormulaView),
        reports: reports.map(({ month, version, madeAt, formulas }) => ({
          ...{ month, version, madeAt, formulas: [...formulas] },
        })),
      };
    },
  );

  app.post(
    '/api/v1/administration/score-dry-run',
    {
      schema: {
        summary: '试算：权重改了以后，得分和名次会怎样',
        description: '只试算，不改动目录，也不改动已有的得分。',
        tags: ['系统管理'],
        body: ScoreDryRunBody,
        response: { 200: ScoreDryRunResult, ...PROBLEMS },
      },
    },
    async (request) => {
      await onlyFor(deps, request, ['admin']);
      const { formula, text, from, to, by } = request.body;
      if (from > to) throw new Problem('unprocessable', '开始日期晚于结束日期。', { at: 'body/to' });
      const { formulas, enough } = deps.evaluation;
      const tried = await tryWeights(deps.catalogueDir, formulas, { formula, text });
      if ('faults' in tried) throw new Problem('unprocessable', tried.faults, { at: 'body/text' });
      const range = { from, to, by, per: 'whole' } as const;
      const pageOf = async (one: typeof tried.before) => ({
        formula: scoreFormulaView(one),
        rows: await withNames(deps, by, await scorePage(deps.db, one, range, enough)),
      });
      return { before: await pageOf(tried.before), after: await pageOf(tried.after) };
    },
  );
}
