import type { Catalogue, PenaltyItem } from '../catalogue';
import { CUE_FACTS } from '../grading/cueFacts';
import { UNKNOWN_FACTS, type GradingFacts } from '../grading/facts';
import { grade, type Grading } from '../grading/grade';

/** All that can be known when a clue comes in. */
export const REPORTED_FACTS = [...CUE_FACTS, 'severalTowns'] as const;
export type ReportedFacts = Partial<Pick<GradingFacts, (typeof REPORTED_FACTS)[number]>>;

const known = new WeakMap<Catalogue, Map<string, Grading>>();

/**
 * The grade by what is said at report time. Few facts can be known then, so the same answers come again and again:
 * they are worked out once for each catalogue, which judging thousands of clues a second needs.
 */
export function gradeClue(item: PenaltyItem, facts: ReportedFacts, catalogue: Catalogue): Grading {
  const gradings = known.get(catalogue) ?? new Map<string, Grading>();
  known.set(catalogue, gradings);
  let key = item.code;
  for (const name of REPORTED_FACTS) key += ` ${String(facts[name] ?? null)}`;
  const found = gradings.get(key);
  if (found !== undefined) return found;
  const grading = grade(item, { ...UNKNOWN_FACTS, ...facts }, catalogue.gradingRules, catalogue.limits);
  gradings.set(key, grading);
  return grading;
}
