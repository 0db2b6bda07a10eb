import type { Field } from '../catalogue';
import type { OpinionModel } from './opinionModel';
import { MOST_POINTS, softmax, type KnownGrams } from './secondOpinion';
import type { ScoredSubject } from './findItem';
import type { Subject } from './wordIndex';

export interface RankedItem {
  readonly subject: Subject;
  /** How likely it is the item, among those that anything points to. */
  readonly share: number;
  /** What the rules found for it; null where only the likeness to known clues speaks. */
  readonly byRules: ScoredSubject | null;
}

/** Below this likeness two texts share everyday words only. */
const LEAST_LIKENESS = 0.02;

/** How like a text's opening is to the known clues of each item: cosines of grams, 0–1. */
export function itemLikeness({ itemGrams }: OpinionModel, { rows, values, length }: KnownGrams): Map<string, number> {
  const likeness = new Map<string, number>();
  for (let i = 0; i < rows.length; i += 1) {
    const value = (values[i] ?? 0) / length;
    for (const { item, weight } of itemGrams.get(rows[i] ?? -1) ?? [])
      likeness.set(item, (likeness.get(item) ?? 0) + value * weight);
  }
  return likeness;
}

/** Items by both, the likeliest first. */
export function rankItems(
  { itemWeighing }: OpinionModel,
  likeness: ReadonlyMap<string, number>,
  scored: readonly ScoredSubject[],
  subjects: ReadonlyMap<string, Subject>,
  field: Field,
): RankedItem[] {
  const byRules = new Map(scored.map((one) => [one.subject.code, one]));
  const codes = new Set(byRules.keys());
  for (const [code, like] of likeness) if (like >= LEAST_LIKENESS) codes.add(code);
  const ranked = [...codes]
    .flatMap((code) => {
      const subject = subjects.get(code);
      if (subject === undefined) return [];
      const rules = byRules.get(code) ?? null;
      const points =
        Math.min(rules?.score ?? 0, MOST_POINTS) +
        itemWeighing.likeness * (likeness.get(code) ?? 0) +
        (subject.field === field ? itemWeighing.field : 0);
      return [{ subject, byRules: rules, points }];
    })
    .sort((a, b) => b.points - a.points || (a.subject.code < b.subject.code ? -1 : 1));
  if (ranked.length === 0) return [];
  const shares = softmax(ranked.map(({ points }) => points * itemWeighing.sharpness));
  return ranked.map(({ subject, byRules: rules }, i) => ({ subject, byRules: rules, share: shares[i] ?? 0 }));
}
