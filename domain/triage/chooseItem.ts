import { patrolItemOf, type ScoredSubject } from './findItem';
import { CASE_FLOOR, CASE_LEAD } from './thresholds';
import type { Subject, WordIndex } from './wordIndex';

export interface Choice {
  readonly subject: Subject;
  readonly patrolItem: string | null;
  readonly confidence: number;
}

/** The item that the reporter's own form names, by its code; null when no list has it. */
export function itemByCode(index: WordIndex, code: string): Choice | null {
  const patrol = index.patrolItems.get(code);
  const subject = index.subjects.get(patrol?.penaltyItem ?? code);
  return subject === undefined ? null : { subject, patrolItem: patrol?.code ?? null, confidence: 1 };
}

/** The item that the words point at, when it is strong enough and far enough ahead; null when it isn't clear. */
export function clearItem(scored: readonly ScoredSubject[]): Choice | null {
  const [first, second] = scored;
  if (first === undefined || first.score < CASE_FLOOR) return null;
  if (second !== undefined && first.score < second.score * CASE_LEAD) return null;
  return { subject: first.subject, patrolItem: patrolItemOf(first), confidence: confidenceIn(first, second) };
}

function confidenceIn(first: ScoredSubject, second: ScoredSubject | undefined): number {
  const ahead = first.score / (first.score + (second?.score ?? 0));
  return ahead * Math.min(1, first.score / (2 * CASE_FLOOR));
}
