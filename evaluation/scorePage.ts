import { readFigures, type FiguresQuery } from '../db/readFigures';
import type { Queryable } from '../db/pool';
import type { ScoreFormula } from '../domain/evaluation/score';
import { scoresView, type ScoreRow } from './scoresView';

export type ScoreRange = Omit<FiguresQuery, 'indicators'>;

/** What a formula makes of what was counted in a range. */
export async function scorePage(
  db: Queryable,
  formula: ScoreFormula,
  range: ScoreRange,
  enough: number,
): Promise<readonly ScoreRow[]> {
  return scoresView(formula, await readFigures(db, { ...range, indicators: formula.parts }), enough);
}
