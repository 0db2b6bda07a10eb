import { patrolItemOf, type ScoredSubject } from './findItem';
import type { SearchedText } from './searchText';
import type { Field } from '../catalogue';
import { AGREED_FLOOR, AGREED_LEAD, CASE_FLOOR, CASE_LEAD } from './thresholds';
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

/**
 * The item that the words point at, when it is strong enough and far enough ahead; null when it isn't clear.
 * `agreed` is the field that rules and model are both sure of: inside it weaker words will do, outside it none.
 */
export function clearItem(
  scored: readonly ScoredSubject[],
  text: SearchedText,
  agreed: Field | null = null,
): Choice | null {
  const inField = agreed === null ? scored : scored.filter(({ subject }) => subject.field === agreed);
  const [first, second] = inField;
  const [floor, lead] = agreed === null ? [CASE_FLOOR, CASE_LEAD] : [AGREED_FLOOR, AGREED_LEAD];
  if (first === undefined || first.score < floor) return null;
  if (reporterIsUnsure(text)) return null;
  if (second !== undefined && first.score < second.score * lead) return null;
  return { subject: first.subject, patrolItem: patrolItemOf(first), confidence: confidenceIn(first, second) };
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
