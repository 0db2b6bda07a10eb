import type { Catalogue, GradingRule, Period } from '../domain/catalogue';
import { ALL_PROCEDURES } from '../domain/procedures/procedures';
import { gradeClue, REPORTED_FACTS, type ReportedFacts } from '../domain/triage/gradeClue';
import { SIMULATED_STAGES } from './season';

/** The periods by which a season's cases can get late, and the one that the party may speak in. */
export function periodsThatCount({ periods }: Pick<Catalogue, 'periods'>): readonly Period[] {
  const ids = new Set<string>(['notice_statement']);
  // The summary procedure's stages have the same periods; the rules of a season ask the ordinary one.
  for (const { id, stages } of ALL_PROCEDURES) {
    if (id !== 'ordinary') continue;
    for (const stage of SIMULATED_STAGES) ids.add(stages[stage].period ?? '');
  }
  return periods.filter(({ id }) => ids.has(id));
}

/**
 * The grading rules that decide anything at the report, which is all that a season knows of its cases: each item is graded without a
 * fact and with each that can be reported. Several facts at once bring in no other rule: the first of theirs decides.
 */
export function rulesThatCount(catalogue: Catalogue): readonly GradingRule[] {
  const said: readonly ReportedFacts[] = [{}, ...REPORTED_FACTS.map((fact) => ({ [fact]: true }))];
  const deciding = new Set(
    catalogue.items.flatMap((item) => said.map((facts) => gradeClue(item, facts, catalogue).ruleId)),
  );
  return catalogue.gradingRules.filter(({ id }) => deciding.has(id));
}
