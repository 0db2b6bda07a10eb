import { FIELDS, type Field } from '../catalogue';
import { eachGram } from './grams';
import { OPENING_LENGTH } from './thresholds';

/** Out of scope first, then the seven fields: the order of the model's columns. */
export const OPINION_CLASSES = ['out_of_scope', ...FIELDS] as const;
export type OpinionClass = (typeof OPINION_CLASSES)[number];

/** How the rules and the learned opinion are weighed against each other; learned with the model, on texts it had not seen. */
export interface Weighing {
  readonly bias: number;
  readonly opinion: number;
  readonly rules: number;
  readonly others: number;
  /** What a rule's points for a field count beside the model's for it. */
  readonly fieldRules: number;
  /** What the fields' points are multiplied with, so that a confidence of 0.9 is right nine times in ten. */
  readonly sharpness: number;
}

/** A linear model over character grams, as trained by `npm run train` and read from the catalogue. */
export interface OpinionModel {
  readonly version: string;
  readonly grams: ReadonlyMap<string, number>;
  /** How telling each gram is: the rarer the more. */
  readonly rarity: Float32Array;
  /** For each gram a row with one weight for each class. */
  readonly weights: Float32Array;
  readonly bias: readonly number[];
  readonly weighing: Weighing;
}

export interface Opinion {
  /** Points for each class, by the order of OPINION_CLASSES; logs of odds, not probabilities. */
  readonly points: readonly number[];
  /** The most likely class, and how likely the model alone holds it. */
  readonly best: OpinionClass;
  readonly confidence: number;
}

/** A gram in the title or the first sentence says what it is about. */
export const OPENING_COUNTS = 1.5;
const CLASSES = OPINION_CLASSES.length;

/** What counts of a text, and how much; the same for training and for judging. */
export function gramCounts(normalText: string): Map<string, number> {
  const counts = new Map<string, number>();
  eachGram(normalText, (gram) => counts.set(gram, (counts.get(gram) ?? 0) + 1));
  const opening = new Set<string>();
  eachGram(normalText.slice(0, OPENING_LENGTH), (gram) => opening.add(gram));
  for (const [gram, count] of counts)
    counts.set(gram, (1 + Math.log(count)) * (opening.has(gram) ? OPENING_COUNTS : 1));
  return counts;
}

/** What the model makes of a text. Pure arithmetic over data handed in. */
export function secondOpinion(model: OpinionModel, normalText: string): Opinion {
  const sum = new Array<number>(CLASSES).fill(0);
  let squares = 0;
  for (const [gram, count] of gramCounts(normalText)) {
    const row = model.grams.get(gram);
    if (row === undefined) continue;
    const value = count * (model.rarity[row] ?? 0);
    squares += value * value;
    for (let c = 0; c < CLASSES; c += 1) sum[c] = (sum[c] ?? 0) + value * (model.weights[row * CLASSES + c] ?? 0);
  }
  // By length, so that a long letter isn't surer than a short one only for being long.
  const length = Math.sqrt(squares) || 1;
  const points = sum.map((value, c) => value / length + (model.bias[c] ?? 0));
  const shares = softmax(points);
  const best = shares.indexOf(Math.max(...shares));
  return { points, best: OPINION_CLASSES[best] ?? 'out_of_scope', confidence: shares[best] ?? 0 };
}

export interface Weighed {
  /** How likely it is that one of the seven fields should act, by both opinions together. */
  readonly ours: number;
  readonly field: Field;
  /** How likely that field is, if it is ours. */
  readonly fieldConfidence: number;
}

const MOST_POINTS = 6;

/** Both opinions together. `fields` are the rules' best points for each field. */
export function weigh(
  { weighing }: OpinionModel,
  opinion: Opinion,
  rules: { readonly ours: number; readonly others: number; readonly fields: ReadonlyMap<Field, number> },
): Weighed {
  const [out = 0, ...inside] = opinion.points;
  const odds =
    weighing.bias +
    weighing.opinion * (logSum(inside) - out) +
    weighing.rules * Math.min(rules.ours, MOST_POINTS) +
    weighing.others * Math.min(rules.others, MOST_POINTS);
  const points = FIELDS.map(
    (field, i) =>
      weighing.sharpness *
      ((inside[i] ?? 0) + weighing.fieldRules * Math.min(rules.fields.get(field) ?? 0, MOST_POINTS)),
  );
  const shares = softmax(points);
  const best = shares.indexOf(Math.max(...shares));
  return {
    ours: 1 / (1 + Math.exp(-odds)),
    field: FIELDS[best] ?? 'urban_management',
    fieldConfidence: shares[best] ?? 0,
  };
}

export function logSum(values: readonly number[]): number {
  const top = Math.max(...values);
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0));
}

export function softmax(values: readonly number[]): number[] {
  const all = logSum(values);
  return values.map((value) => Math.exp(value - all));
}
