import type { Grade, GradingRule, GradingRuleProcedure, Limit, PenaltyItem } from '../catalogue';
import type { Reason } from '../reason';
import { GRADE_LABELS } from '../labels';
import { FACT_LABELS } from './factLabels';
import type { GradingFacts } from './facts';
import { limitValues } from './limitValues';
import { PREDICATES } from './predicates';
import type { Verdict } from './verdict';

export interface Grading {
  readonly grade: Grade;
  readonly procedure: GradingRuleProcedure;
  readonly ruleId: string;
  /** The deciding rule first, then every other that leads to the bureau, then what was not known. */
  readonly reasons: readonly Reason[];
}

/**
 * Which grade, and why. The first rule by priority that holds decides.
 * Throws when no rule holds or one has no predicate: the loader has made sure of both.
 */
export function grade(
  item: PenaltyItem,
  facts: GradingFacts,
  rules: readonly GradingRule[],
  limits: readonly Limit[],
): Grading {
  const values = limitValues(limits);
  const judged = [...rules]
    .sort((a, b) => a.priority - b.priority)
    .map((rule) => ({ rule, verdict: predicate(rule.id).holds(item, facts, values) }));

  const deciding = judged.find(({ verdict }) => verdict === true)?.rule;
  if (deciding === undefined) throw new Error(`no grading rule holds for item ${item.code}`);

  const others = judged.filter(({ rule, verdict }) => verdict === true && rule.grade === 'bureau' && rule !== deciding);
  return {
    grade: deciding.grade,
    procedure: deciding.procedure,
    ruleId: deciding.id,
    reasons: [
      ruleReason(deciding, '适用规则'),
      ...others.map(({ rule }) => ruleReason(rule, '同时符合规则')),
      ...unknownFacts(judged, facts, deciding),
    ],
  };
}

function predicate(id: string) {
  const found = PREDICATES[id];
  if (found === undefined) throw new Error(`grading rule ${id} has no predicate`);
  return found;
}

function ruleReason(rule: GradingRule, lead: string): Reason {
  return {
    kind: 'rule',
    text: `${lead}${rule.id}“${rule.condition}”，${GRADE_LABELS[rule.grade]}（${rule.basis}）。`,
    ref: rule.id,
    at: null,
  };
}

/** A rule that would have come first but couldn't be judged: the grade may still change, and it is said why. */
function unknownFacts(
  judged: readonly { readonly rule: GradingRule; readonly verdict: Verdict }[],
  facts: GradingFacts,
  deciding: GradingRule,
): Reason[] {
  const open = judged.filter(({ rule, verdict }) => verdict === null && rule.priority < deciding.priority);
  const names = new Set(open.flatMap(({ rule }) => predicate(rule.id).needs).filter((name) => facts[name] === null));
  if (names.size === 0) return [];
  const labels = [...names].map((name) => FACT_LABELS[name]).join('、');
  return [{ kind: 'doubt', text: `下列事实尚不知道，查明后分级可能改变：${labels}。`, ref: null, at: null }];
}
