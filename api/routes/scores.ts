import type { ScoreFormula } from '../../domain/evaluation/score';
import type { ApiApp, RouteDeps } from '../apiApp';
import { scoreFormulaView } from '../formulaViews';
import { EVALUATORS, onlyFor } from '../onlyFor';
import { newestOf } from '../../domain/evaluation/newestOf';
import { Problem } from '../problem';
import { withNames } from '../withNames';
import { PROBLEMS } from '../schemas/common';
import { ScoreFormulaList, ScorePage, ScoreParams, ScoreQuerystring } from '../schemas/scores';
import { townsWithoutCases } from '../../evaluation/townsWithoutCases';
import { scorePage, type ScoreRange } from '../../evaluation/scorePage';

/** 履职得分: indicators weighed by data, with intervals, and places only for those of whom enough is known. */
export function scoreRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/scores',
    { schema: { summary: '得分公式及其权重', tags: ['评估'], response: { 200: ScoreFormulaList, ...PROBLEMS } } },
    async (request) => {
      await onlyFor(deps, request, EVALUATORS);
      return { formulas: deps.evaluation.formulas.map(scoreFormulaView) };
    },
  );

  app.get(
    '/api/v1/scores/:formula',
    {
      schema: {
        summary: '得分和名次',
        tags: ['评估'],
        params: ScoreParams,
        querystring: ScoreQuerystring,
        response: { 200: ScorePage, ...PROBLEMS },
      },
    },
    async (request) => {
      await onlyFor(deps, request, EVALUATORS);
      const { version, against, ...range } = request.query;
      const { formulas } = deps.evaluation;
      const formula = find(formulas, request.params.formula, version);
      const other = against === undefined ? null : find(formulas, request.params.formula, against);
      return {
        ...(await pageOf(formula, range)),
        against: other === null ? null : await pageOf(other, range),
        townsWithoutCases: (await townsWithoutCases(deps.db, deps.catalogue.towns, range)).map(({ name }) => name),
      };
    },
  );

  async function pageOf(formula: ScoreFormula, range: ScoreRange) {
    const rows = await scorePage(deps.db, formula, range, deps.evaluation.enough);
    return { formula: scoreFormulaView(formula), rows: await withNames(deps, range.by, rows) };
  }
}

function find(formulas: readonly ScoreFormula[], id: string, version: number | undefined): ScoreFormula {
  const found = newestOf(formulas, id, version);
  if (found === undefined) throw new Problem('not_found', '没有这个得分公式或者这个版本，请从 /api/v1/scores 选取。');
  return found;
}
