import { random } from '../labelled/random';

export interface Example {
  /** Which features stand in the text, and how much each counts. */
  readonly features: readonly number[];
  readonly values: readonly number[];
  /** The share of truth of each class: 1 for one, or shared where two answers are as good. */
  readonly target: readonly number[];
  readonly weight: number;
}

export interface Fit {
  /** features × classes. */
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

/** Softmax regression by AdaGrad with L2 on what each example touches. The seed fixes the order of the examples. */
export function fitLinear(
  examples: readonly Example[],
  sizes: { readonly features: number; readonly classes: number },
  { epochs, rate, l2, seed }: { epochs: number; rate: number; l2: number; seed: number },
): Fit {
  const { classes } = sizes;
  const weights = new Float64Array(sizes.features * classes);
  const seen = new Float64Array(sizes.features * classes).fill(1e-6);
  const bias = new Float64Array(classes);
  const seenBias = new Float64Array(classes).fill(1e-6);
  const order = examples.map((_, index) => index);
  const next = random(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      const p = softmax(scores(example, { weights, bias }, classes));
      for (let c = 0; c < classes; c += 1) {
        const error = example.weight * ((p[c] ?? 0) - (example.target[c] ?? 0));
        seenBias[c] = (seenBias[c] ?? 0) + error * error;
        bias[c] = (bias[c] ?? 0) - (rate * error) / Math.sqrt(seenBias[c] ?? 1);
        for (let f = 0; f < example.features.length; f += 1) {
          const at = (example.features[f] ?? 0) * classes + c;
          const slope = error * (example.values[f] ?? 0) + l2 * (weights[at] ?? 0);
          seen[at] = (seen[at] ?? 0) + slope * slope;
          weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(seen[at] ?? 1);
        }
      }
    }
  }
  return { weights, bias };
}

export function scores(
  { features, values }: Pick<Example, 'features' | 'values'>,
  { weights, bias }: Fit,
  classes: number,
): number[] {
  const sum = Array.from(bias);
  for (let f = 0; f < features.length; f += 1) {
    const base = (features[f] ?? 0) * classes;
    for (let c = 0; c < classes; c += 1) sum[c] = (sum[c] ?? 0) + (weights[base + c] ?? 0) * (values[f] ?? 0);
  }
  return sum;
}

export function softmax(values: readonly number[]): number[] {
  const top = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - top));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
}
