import { readFigures, type FiguresQuery } from '../../db/readFigures';
import { INDICATORS } from '../../domain/evaluation/indicators';
import { newestOf } from '../../domain/evaluation/newestOf';
import type { ScoreFormula } from '../../domain/evaluation/score';
import type { ApiApp, RouteDeps } from '../apiApp';
import { identifyReader } from '../evaluationReader';
import { Problem } from '../problem';
import { PROBLEMS } from '../schemas/common';
import { ScoreFormulaList, ScorePage, ScoreParams, ScoreQuerystring } from '../schemas/scores';
import { scoresView } from '../scoresView';

type Range = Omit<FiguresQuery, 'indicators'>;

/** 履职得分: indicators weighed by data, with intervals, and places only for those of whom enough is known. */
export function scoreRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/scores',
    { schema: { summary: '得分公式及其权重', tags: ['评估'], response: { 200: ScoreFormulaList, ...PROBLEMS } } },
    async (request) => {
      await identifyReader(deps, request);
      return { formulas: deps.evaluation.formulas.map(definition) };
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
      await identifyReader(deps, request);
      const { version, against, ...range } = request.query;
      const { formulas } = deps.evaluation;
      const formula = find(formulas, request.params.formula, version);
      const other = against === undefined ? null : find(formulas, request.params.formula, against);
      return {
        ...(await pageOf(formula, range)),
        against: other === null ? null : await pageOf(other, range),
        townsWithoutCases: await townsWithoutCases(range),
      };
    },
  );

  async function pageOf(formula: ScoreFormula, range: Range) {
    const rows = await readFigures(deps.db, { ...range, indicators: formula.parts });
    return { formula: definition(formula), rows: scoresView(formula, rows, deps.evaluation.enough) };
  }

  /** 零突破: every town has handled a case. */
  async function townsWithoutCases({ from, to }: Range): Promise<string[]> {
    const closed = await readFigures(deps.db, {
      ...{ from, to, by: 'town', per: 'whole' },
      indicators: [{ indicator: 'closed_in_town', indicatorVersion: 1 }],
    });
    return deps.catalogue.towns
      .filter(({ code }) => !closed.some(({ who, hits }) => who === code && hits > 0))
      .map(({ name }) => name);
  }
}

function find(formulas: readonly ScoreFormula[], id: string, version: number | undefined): ScoreFormula {
  const found = newestOf(formulas, id, version);
  if (found === undefined) throw new Problem('not_found', '没有这个得分公式或者这个版本，请从 /api/v1/scores 选取。');
  return found;
}

function definition({ id, version, label, inForceFrom, verified, parts }: ScoreFormula) {
  return {
    ...{ id, version, label, inForceFrom, verified },
    parts: parts.map(({ indicator, indicatorVersion, weight, countsAs }) => ({
      ...{ indicator, version: indicatorVersion, weight, countsAs },
      label: INDICATORS.find((one) => one.id === indicator && one.version === indicatorVersion)?.label ?? indicator,
    })),
  };
}
