import type { Catalogue, PenaltyItem } from '../catalogue';
import { UNKNOWN_FACTS, type GradingFacts } from '../grading/facts';
import { grade, type Grading } from '../grading/grade';

const known = new WeakMap<Catalogue, Map<string, Grading>>();

/**
 * The grade by what is said at report time. Few facts can be known then, so the same answers come again and again:
 * they are worked out once for each catalogue, which judging thousands of clues a second needs.
 */
export function gradeClue(item: PenaltyItem, facts: Partial<GradingFacts>, catalogue: Catalogue): Grading {
  const gradings = known.get(catalogue) ?? new Map<string, Grading>();
  known.set(catalogue, gradings);
  const key = `${item.code} ${Object.entries(facts)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${String(value)}`)
    .sort()
    .join(' ')}`;
  const found = gradings.get(key);
  if (found !== undefined) return found;
  const grading = grade(item, { ...UNKNOWN_FACTS, ...facts }, catalogue.gradingRules, catalogue.limits);
  gradings.set(key, grading);
  return grading;
}
