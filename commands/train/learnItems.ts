import type { Catalogue } from '../../domain/catalogue';
import type { ItemWeighing } from '../../domain/triage/opinionModel';
import { itemLikeness, rankItems } from '../../domain/triage/itemOpinion';
import { normalise } from '../../domain/triage/normalise';
import type { OpinionModel } from '../../domain/triage/opinionModel';
import { gramCounts } from '../../domain/triage/secondOpinion';
import type { Find } from '../../domain/triage/searchText';
import { searchText } from '../../domain/triage/searchText';
import { weigh, secondOpinion } from '../../domain/triage/secondOpinion';
import { ruleSigns } from '../../domain/triage/ruleSigns';
import { wordIndex } from '../../domain/triage/wordIndex';
import { LEARNED, type Lesson } from './learn';

/** Grams kept for an item: more of them are everyday words. */
const KEPT = 150;

/** The middle of the known clues of each item, as grams; the same rarity of grams as the model's. */
export function learnItems(model: OpinionModel, lessons: readonly Lesson[]): OpinionModel['itemGrams'] {
  const middles = new Map<string, Map<number, number>>();
  for (const { text, item } of lessons) {
    if (item === null) continue;
    const middle = middles.get(item) ?? new Map<number, number>();
    middles.set(item, middle);
    const values = [...gramCounts(normalise(text).text.slice(0, LEARNED))].flatMap(([gram, count]) => {
      const row = model.grams.get(gram);
      return row === undefined ? [] : [[row, count * (model.rarity[row] ?? 0)] as const];
    });
    const length = Math.sqrt(values.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
    for (const [row, value] of values) middle.set(row, (middle.get(row) ?? 0) + value / length);
  }
  const byRow = new Map<number, { item: string; weight: number }[]>();
  for (const [item, middle] of middles) {
    const kept = [...middle].sort(([, a], [, b]) => b - a).slice(0, KEPT);
    const length = Math.sqrt(kept.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
    for (const [row, value] of kept) byRow.set(row, [...(byRow.get(row) ?? []), { item, weight: value / length }]);
  }
  return byRow;
}

export interface HeardItem {
  readonly item: string;
  readonly rank: (weighing: ItemWeighing) => readonly { readonly code: string; readonly share: number }[];
}

/** What model and rules make of the items of clues that the model has not seen. */
export function hearItems(
  model: OpinionModel,
  lessons: readonly Lesson[],
  catalogue: Catalogue,
  find: Find,
): HeardItem[] {
  const { subjects } = wordIndex(catalogue);
  return lessons.flatMap(({ text, item }) => {
    if (item === null) return [];
    const searched = searchText(text, find);
    const signs = ruleSigns(catalogue, searched, null);
    const opinion = secondOpinion(model, searched.normal.text);
    const { field } = weigh(model, opinion, signs);
    const likeness = itemLikeness(model, opinion.opening);
    return [
      {
        item,
        rank: (itemWeighing: ItemWeighing) =>
          rankItems({ ...model, itemWeighing }, likeness, signs.scored, subjects, field).map(({ subject, share }) => ({
            code: subject.code,
            share,
          })),
      },
    ];
  });
}

/** The best of a few combinations by the likelihood of the right item. */
export function learnItemWeighing(heard: readonly HeardItem[]): ItemWeighing {
  const LEAST = 1e-3;
  let best: ItemWeighing & { loss: number } = { likeness: 0, field: 0, sharpness: 1, loss: Infinity };
  for (const likeness of [5, 10, 15, 20, 30]) {
    for (const field of [0, 1, 2]) {
      for (const sharpness of [0.4, 0.6, 0.8, 1, 1.3]) {
        const loss = heard.reduce((sum, one) => {
          const right = one.rank({ likeness, field, sharpness }).find(({ code }) => code === one.item);
          return sum - Math.log(Math.max(LEAST, right?.share ?? 0));
        }, 0);
        if (loss < best.loss) best = { likeness, field, sharpness, loss };
      }
    }
  }
  return { likeness: best.likeness, field: best.field, sharpness: best.sharpness };
}
