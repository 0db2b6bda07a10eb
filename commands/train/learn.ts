import type { Catalogue } from '../../domain/catalogue';
import { normalise } from '../../domain/triage/normalise';
import { ruleSigns, type RuleSigns } from '../../domain/triage/ruleSigns';
import { searchText, type Find } from '../../domain/triage/searchText';
import type { OpinionModel, Weighing } from '../../domain/triage/opinionModel';
import {
  gramCounts,
  lengthOf,
  logSum,
  OPINION_CLASSES,
  secondOpinion,
  type Opinion,
} from '../../domain/triage/secondOpinion';
import type { Domain } from '../labelled/readLabelled';
import { fitLinear, type Example } from './fitLinear';

export interface Lesson {
  readonly text: string;
  readonly domain: Domain;
  readonly secondDomain: Domain | null;
  readonly item: string | null;
}

const CLASSES = OPINION_CLASSES.length;
/** Of each text the opening is learned, with a little more than is read: what comes after tells of other things. */
export const LEARNED = 200;
/** Chosen by leaving out a quarter of the hand-written training part at a time; the choice changes little. */
const FIT = { epochs: 15, rate: 0.3, l2: 2e-4, seed: 20_261_124 };
/** Where a second answer is as good, the first still is the labeller's. */
const FIRST_SHARE = 0.65;
export const NO_WEIGHING: Weighing = {
  bias: 0,
  opinion: 1,
  strongest: 0,
  rules: 0,
  others: 0,
  fieldRules: 0,
  sharpness: 1,
};

/** Learns the grams' weights from lessons. */
export function learn(lessons: readonly Lesson[]): OpinionModel {
  const counted = lessons.map(({ text }) => gramCounts(normalise(text).text.slice(0, LEARNED)));
  const texts = new Map<string, number>();
  for (const counts of counted) for (const gram of counts.keys()) texts.set(gram, (texts.get(gram) ?? 0) + 1);
  const grams = new Map([...texts.keys()].map((gram, row) => [gram, row]));
  const rarity = Float32Array.from(texts.values(), (count) => Math.log((lessons.length + 1) / (count + 1)));

  const examples = lessons.map((lesson, i): Example => {
    const features: number[] = [];
    const values: number[] = [];
    let squares = 0;
    for (const [gram, count] of counted[i] ?? []) {
      const row = grams.get(gram) ?? 0;
      const value = count * (rarity[row] ?? 0);
      features.push(row);
      values.push(value);
      squares += value * value;
    }
    const length = lengthOf(squares);
    return { features, values: values.map((value) => value / length), target: target(lesson), weight: 1 };
  });
  const { weights, bias } = fitLinear(examples, { features: grams.size, classes: CLASSES }, FIT);
  return {
    version: '',
    grams,
    rarity,
    weights: Float32Array.from(weights),
    bias: Array.from(bias),
    weighing: NO_WEIGHING,
    itemGrams: new Map(),
    itemWeighing: { likeness: 0, field: 0, sharpness: 1 },
  };
}

function target({ domain, secondDomain }: Lesson): number[] {
  return OPINION_CLASSES.map((known) => {
    if (secondDomain === null) return known === domain ? 1 : 0;
    return known === domain ? FIRST_SHARE : known === secondDomain ? 1 - FIRST_SHARE : 0;
  });
}

export interface Heard {
  readonly lesson: Lesson;
  readonly opinion: Opinion;
  readonly signs: RuleSigns;
}

/** What a model and the rules say to texts that the model has not seen. */
export function hear(model: OpinionModel, lessons: readonly Lesson[], catalogue: Catalogue, find: Find): Heard[] {
  return lessons.map((lesson) => {
    const text = searchText(lesson.text, find);
    return { lesson, opinion: secondOpinion(model, text.normal.text), signs: ruleSigns(catalogue, text, null) };
  });
}

const STEPS = 3_000;
const RATE = 0.002;
const MOST_POINTS = 6;

/** How much each opinion should count, by logistic regression over texts that the model had not seen. */
export function learnWeighing(heard: readonly Heard[]): Weighing {
  const rows = heard.map(({ lesson, opinion, signs }) => {
    const first = lesson.domain === 'out_of_scope' ? 0 : 1;
    const second = lesson.secondDomain === null ? first : lesson.secondDomain === 'out_of_scope' ? 0 : 1;
    return {
      x: [1, opinion.ours, opinion.strongest, Math.min(signs.ours, MOST_POINTS), Math.min(signs.others, MOST_POINTS)],
      y: FIRST_SHARE * first + (1 - FIRST_SHARE) * second,
    };
  });
  let w = [0, 0, 0, 0, 0];
  for (let step = 0; step < STEPS; step += 1) {
    const slope = [0, 0, 0, 0, 0];
    for (const { x, y } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * (w[i] ?? 0), 0)));
      x.forEach((value, i) => (slope[i] = (slope[i] ?? 0) + (p - y) * value));
    }
    w = w.map((value, i) => value - RATE * ((slope[i] ?? 0) + (i === 0 ? 0 : 0.5 * value)));
  }
  const [bias = 0, opinion = 1, strongest = 0, rules = 0, others = 0] = w;
  return { bias, opinion, strongest, rules, others, ...learnFieldWeighing(heard) };
}

/** The best of a few: enough for two numbers, and nothing to tune. */
function learnFieldWeighing(heard: readonly Heard[]): Pick<Weighing, 'fieldRules' | 'sharpness'> {
  const ours = heard.filter(({ lesson }) => lesson.domain !== 'out_of_scope' && lesson.secondDomain === null);
  let best = { fieldRules: 0, sharpness: 1, loss: Infinity };
  for (const fieldRules of [0, 0.2, 0.4, 0.6, 0.8, 1, 1.3]) {
    for (const sharpness of [0.5, 0.75, 1, 1.25, 1.5, 2, 3]) {
      const loss = ours.reduce((sum, { lesson, opinion, signs }) => {
        const points = OPINION_CLASSES.slice(1).map((known, i) => ({
          known,
          value:
            sharpness *
            ((opinion.points[i + 1] ?? 0) +
              fieldRules * Math.min(known === 'out_of_scope' ? 0 : (signs.fields.get(known) ?? 0), MOST_POINTS)),
        }));
        const right = points.find(({ known }) => known === lesson.domain)?.value ?? 0;
        return sum + logSum(points.map(({ value }) => value)) - right;
      }, 0);
      if (loss < best.loss) best = { fieldRules, sharpness, loss };
    }
  }
  return { fieldRules: best.fieldRules, sharpness: best.sharpness };
}
