import { patrolItemOf, type ScoredSubject } from './findItem';
import type { SearchedText } from './searchText';
import type { Field } from '../catalogue';
import type { RankedItem } from './itemOpinion';
import { CASE_FLOOR, CASE_LEAD, RULES_TIE, SURE_ITEM } from './thresholds';
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
export function clearItem(scored: readonly ScoredSubject[], text: SearchedText): Choice | null {
  const [first, second] = scored;
  if (first === undefined || first.score < CASE_FLOOR) return null;
  if (second !== undefined && first.score < second.score * CASE_LEAD) return null;
  if (reporterIsUnsure(text)) return null;
  return { subject: first.subject, patrolItem: patrolItemOf(first), confidence: confidenceIn(first, second) };
}

/** The likeliest item by rules and model, when it is far enough ahead and the rules have words to show for it. */
export function likelyItem(ranked: readonly RankedItem[], field: Field | null, text: SearchedText): Choice | null {
  const [first] = ranked;
  if (first === undefined || first.byRules === null || first.share < SURE_ITEM) return null;
  if (first.subject.field !== field || reporterIsUnsure(text)) return null;
  // Where the words point as much to an item of another grade, likeness alone must not choose who decides the case.
  const words = first.byRules.score;
  const tied = ranked.some(
    ({ subject, byRules }) =>
      byRules !== null &&
      byRules.score * RULES_TIE > words &&
      subject.penalty?.gradeDefault !== first.subject.penalty?.gradeDefault,
  );
  if (tied) return null;
  return { subject: first.subject, patrolItem: patrolItemOf(first.byRules), confidence: first.share };
}

// 不知道是油烟还是油漆: who was there can't tell, so words can't.
const UNSURE = /(不知道|不晓得|分不清|不确定|搞不清|说不清|看不出)[^。！!？?\n]{0,6}是[^。！!？?\n]{1,24}还是/;

export function reporterIsUnsure({ normal }: SearchedText): boolean {
  return UNSURE.test(normal.text);
}

function confidenceIn(first: ScoredSubject, second: ScoredSubject | undefined): number {
  const ahead = first.score / (first.score + (second?.score ?? 0));
  return ahead * Math.min(1, first.score / (2 * CASE_FLOOR));
}
