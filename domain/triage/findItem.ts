import { matchPatterns, type Match } from './matchPatterns';
import type { SearchedText } from './searchText';
import { FURTHER_WORD_SHARE, NEGATIVE_SHARE } from './thresholds';
import type { Subject, WordIndex } from './wordIndex';

export interface ScoredSubject {
  readonly subject: Subject;
  readonly score: number;
  /** The strongest first. */
  readonly matches: readonly Match[];
  readonly against: readonly Match[];
}

/** Subjects that the words point at, the strongest first; those that more speaks against than for are left out. */
export function findItem(index: WordIndex, text: SearchedText, place: SearchedText | null): ScoredSubject[] {
  const positive = byTarget(matchPatterns(index, index.positive, text, place));
  const negative = byTarget(matchPatterns(index, index.negative, text, null, positive));
  const scored: ScoredSubject[] = [];
  for (const [code, matches] of positive) {
    const subject = index.subjects.get(code);
    if (subject === undefined) continue;
    const against = negative.get(code) ?? [];
    const strongest = strongestFirst(matches);
    const score = total(strongest) - NEGATIVE_SHARE * total(strongestFirst(against));
    if (score > 0) scored.push({ subject, score, matches: strongest, against });
  }
  return scored.sort((a, b) => b.score - a.score || (a.subject.code < b.subject.code ? -1 : 1));
}

/** The patrol item that the words fit best, among those behind a penalty item; null when they fit none. */
export function patrolItemOf({ subject, matches }: ScoredSubject): string | null {
  const scores = new Map<string, number>();
  for (const { pattern, weight } of matches) {
    if (pattern.source !== subject.code) scores.set(pattern.source, (scores.get(pattern.source) ?? 0) + weight);
  }
  const [best, second] = [...scores].sort(([, a], [, b]) => b - a);
  if (subject.note !== null) return null;
  if (subject.penalty === null) return subject.code;
  return best !== undefined && (second === undefined || best[1] > second[1]) ? best[0] : null;
}

/** Weights added up, the strongest first, each further one counting half the one before. */
export function total(matches: readonly Match[]): number {
  let sum = 0;
  let share = 1;
  for (const { weight } of matches) {
    sum += weight * share;
    share *= FURTHER_WORD_SHARE;
  }
  return sum;
}

export function byTarget(matches: readonly Match[]): Map<string, Match[]> {
  const found = new Map<string, Match[]>();
  for (const match of matches) {
    const known = found.get(match.pattern.target);
    if (known === undefined) found.set(match.pattern.target, [match]);
    else known.push(match);
  }
  return found;
}

export function strongestFirst(matches: readonly Match[]): readonly Match[] {
  return matches.length <= 1 ? matches : [...matches].sort((a, b) => b.weight - a.weight);
}
