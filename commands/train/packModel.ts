import type { SecondOpinionFile } from '../../config/tables/secondOpinion';
import type { OpinionModel } from '../../domain/triage/opinionModel';
import { OPINION_CLASSES } from '../../domain/triage/secondOpinion';

const CLASSES = OPINION_CLASSES.length;
const LARGEST = 127;

/** One byte for a weight: what is lost by that changes no judgement, and the file is a quarter as large. */
export function packModel(
  model: OpinionModel,
  trainedOn: SecondOpinionFile['trainedOn'],
  measured: SecondOpinionFile['measured'],
): SecondOpinionFile {
  const weightUnit = model.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / LARGEST;
  const rarityUnit = model.rarity.reduce((most, value) => Math.max(most, value), 0) / 255;
  const byte = (weight: number) => Math.round(weight / weightUnit);
  // A gram that weighs nothing anywhere still makes a text longer, so it stays only if it weighs something.
  const kept = [...model.grams].filter(
    ([, row]) =>
      model.itemGrams.has(row) ||
      model.weights.subarray(row * CLASSES, (row + 1) * CLASSES).some((weight) => byte(weight) !== 0),
  );
  const newRow = new Map(kept.map(([, row], at) => [row, at]));
  const items = new Map<string, { row: number; weight: number }[]>();
  for (const [row, found] of model.itemGrams) {
    for (const { item, weight } of found)
      items.set(item, [...(items.get(item) ?? []), { row: newRow.get(row) ?? 0, weight }]);
  }
  return {
    format: 'linear-grams-1',
    classes: OPINION_CLASSES,
    trainedOn,
    measured,
    weighing: model.weighing,
    itemWeighing: model.itemWeighing,
    bias: model.bias.map((value) => Math.round(value * 1e4) / 1e4),
    weightUnit,
    rarityUnit,
    grams: kept.map(([gram]) => gram).join(' '),
    rarity: Buffer.from(kept.map(([, row]) => Math.round((model.rarity[row] ?? 0) / rarityUnit))).toString('base64'),
    weights: Buffer.from(
      kept.flatMap(([, row]) =>
        Array.from(model.weights.subarray(row * CLASSES, (row + 1) * CLASSES), (weight) => byte(weight) & 255),
      ),
    ).toString('base64'),
    items: Object.fromEntries(
      [...items]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([item, found]) => {
          const sorted = found.sort((a, b) => a.row - b.row);
          return [
            item,
            {
              rows: sorted.map(({ row }) => row.toString(36)).join(' '),
              weights: Buffer.from(sorted.map(({ weight }) => Math.round(weight * 255))).toString('base64'),
            },
          ];
        }),
    ),
  };
}
