import { FIELDS, type Field } from '../catalogue';
import { eachGram } from './grams';
import type { OpinionModel } from './opinionModel';
import { NONE, wordAt, wordTrie, type WordTrie } from './wordTrie';

/** Out of scope first, then the seven fields: the order of the model's columns. */
export const OPINION_CLASSES = ['out_of_scope', ...FIELDS] as const;
export type OpinionClass = (typeof OPINION_CLASSES)[number];

export interface Opinion {
  /** Points for each class, by the order of OPINION_CLASSES; logs of odds, not probabilities. */
  readonly points: readonly number[];
  /** Logs of odds of being ours: of the opening, and of the stretch that speaks most for it. */
  readonly ours: number;
  readonly strongest: number;
  /** The most likely class, and how likely the model alone holds it. */
  readonly best: OpinionClass;
  readonly confidence: number;
  /** What the model knows of the opening. */
  readonly opening: KnownGrams;
}

export interface KnownGrams {
  readonly rows: readonly number[];
  /** How much each counts; over `length`, so that a long stretch isn't surer only for being long. */
  readonly values: readonly number[];
  readonly length: number;
}

/**
 * People say what it is about in the title and the first sentence; a long letter's history and feelings drown it.
 * So the opening speaks, and of the rest the one stretch that speaks most for us. Lengths chosen on texts left out.
 */
export const FIRST_PART = 100;
const STRETCH = 120;
const STEP = 60;
const LONGEST_READ = 1_200;
const CLASSES = OPINION_CLASSES.length;

/** What counts of a stretch of text, and how much; the same for training and for judging. */
export function gramCounts(normalText: string): Map<string, number> {
  const counts = new Map<string, number>();
  eachGram(normalText, (start, end) => {
    const gram = normalText.slice(start, end);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  });
  for (const [gram, count] of counts) counts.set(gram, 1 + Math.log(count));
  return counts;
}

/** What the model makes of a text. Pure arithmetic over data handed in. */
export function secondOpinion(model: OpinionModel, normalText: string): Opinion {
  const opening = knownGrams(model, normalText.slice(0, FIRST_PART));
  const points = pointsOf(model, opening);
  const ours = oddsOf(points);
  let strongest = ours;
  const end = Math.min(normalText.length, LONGEST_READ);
  for (let at = STEP; at + STEP < end; at += STEP)
    strongest = Math.max(strongest, oddsOf(pointsOf(model, knownGrams(model, normalText.slice(at, at + STRETCH)))));
  const shares = softmax(points);
  const best = shares.indexOf(Math.max(...shares));
  return {
    points,
    ours,
    strongest,
    best: OPINION_CLASSES[best] ?? 'out_of_scope',
    confidence: shares[best] ?? 0,
    opening,
  };
}

function oddsOf([out = 0, ...inside]: readonly number[]): number {
  return logSum(inside) - out;
}

function knownGrams({ grams, rarity }: OpinionModel, stretch: string): KnownGrams {
  const counts = new Map<number, number>();
  const trie = trieOf(grams);
  eachGram(stretch, (start, end) => {
    const row = wordAt(trie, stretch, start, end);
    if (row !== NONE) counts.set(row, (counts.get(row) ?? 0) + 1);
  });
  const rows: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const [row, count] of counts) {
    const value = (1 + Math.log(count)) * (rarity[row] ?? 0);
    rows.push(row);
    values.push(value);
    squares += value * value;
  }
  return { rows, values, length: lengthOf(squares) };
}

const tries = new WeakMap<OpinionModel['grams'], WordTrie>();

/** Walked, and not looked up by their text: to cut the grams out and to hash them was half of the second opinion. */
function trieOf(grams: OpinionModel['grams']): WordTrie {
  const known = tries.get(grams);
  if (known !== undefined) return known;
  const words = new Array<string>(grams.size).fill('');
  for (const [gram, row] of grams) words[row] = gram;
  const { trie } = wordTrie(words);
  tries.set(grams, trie);
  return trie;
}

function pointsOf({ weights, bias }: OpinionModel, { rows, values, length }: KnownGrams): number[] {
  const sum = new Float64Array(CLASSES);
  for (let i = 0; i < rows.length; i += 1) {
    const base = (rows[i] ?? 0) * CLASSES;
    const value = values[i] ?? 0;
    for (let c = 0; c < CLASSES; c += 1) sum[c] = (sum[c] ?? 0) + value * (weights[base + c] ?? 0);
  }
  return Array.from(sum, (value, c) => value / length + (bias[c] ?? 0));
}

/** A stretch of which hardly anything is known must not shout: two known grams are no evidence. */
const UNKNOWN = 100;

export function lengthOf(squares: number): number {
  return Math.sqrt(squares + UNKNOWN);
}

export interface Weighed {
  /** How likely it is that one of the seven fields should act, by both opinions together. */
  readonly ours: number;
  readonly field: Field;
  /** How likely that field is, if it is ours. */
  readonly fieldConfidence: number;
}

/** More words than this say nothing new. */
export const MOST_POINTS = 6;

/** Both opinions together. `fields` are the rules' best points for each field. */
export function weigh(
  { weighing }: OpinionModel,
  opinion: Opinion,
  rules: { readonly ours: number; readonly others: number; readonly fields: ReadonlyMap<Field, number> },
): Weighed {
  const [, ...inside] = opinion.points;
  const odds =
    weighing.bias +
    weighing.opinion * opinion.ours +
    weighing.strongest * opinion.strongest +
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
