import { fileOf } from '../config/catalogueTables';
import { CatalogueError } from '../config/catalogueError';
import { loadEvaluation } from '../config/evaluation';
import { newestOf } from '../domain/evaluation/newestOf';
import type { ScoreFormula } from '../domain/evaluation/score';
import { withChangedFile } from './withChangedFile';

export type TriedWeights =
  { readonly before: ScoreFormula; readonly after: ScoreFormula } | { readonly faults: string };

/**
 * The newest version of a formula as it is and as another file of weights would have it; `faults`: why that file can't be read, each with
 * its line and column, or why it mustn't be so: what scores were given under stays as it was.
 */
export async function tryWeights(
  catalogueDir: string,
  now: readonly ScoreFormula[],
  { formula, text }: { readonly formula: string; readonly text: string },
): Promise<TriedWeights> {
  const next = await weightsOf(catalogueDir, text);
  if ('faults' in next) return next;
  const changed = now.find((one) => {
    const kept = newestOf(next.formulas, one.id, one.version);
    return kept === undefined || JSON.stringify(kept.parts) !== JSON.stringify(one.parts);
  });
  if (changed !== undefined)
    return { faults: `“${changed.label}”第 ${changed.version} 版已有得分，不能改动或删去；请保留它，另列新的一版。` };
  const [before, after] = [now, next.formulas].map((formulas) => newestOf(formulas, formula, undefined));
  if (before === undefined || after === undefined) return { faults: `没有得分公式 ${formula}。` };
  if (before.version === after.version) return { faults: `文件里“${before.label}”没有新的一版。` };
  return { before, after };
}

async function weightsOf(
  catalogueDir: string,
  text: string,
): Promise<{ readonly formulas: readonly ScoreFormula[] } | { readonly faults: string }> {
  try {
    return await withChangedFile(catalogueDir, { file: fileOf('score_weights'), text }, loadEvaluation);
  } catch (error) {
    if (error instanceof CatalogueError) return { faults: error.message };
    throw error;
  }
}
