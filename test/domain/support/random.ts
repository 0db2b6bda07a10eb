import { randomInt } from 'node:crypto';

interface Knobs {
  readonly seed: number;
  readonly runs: number;
}

/**
 * The seed and the number of runs of a random test, printed so that a red run can be had again:
 * `FC_SEED=… FC_RUNS=… npx vitest run --project domain`.
 */
export function knobs(test: string, runs: number): Knobs {
  // eslint-disable-next-line no-restricted-properties -- a test's own knobs are no part of the service's environment
  const { FC_SEED, FC_RUNS } = process.env;
  const chosen = { seed: number(FC_SEED) ?? randomInt(2 ** 31), runs: number(FC_RUNS) ?? runs };
  console.log(`${test}: FC_SEED=${chosen.seed} FC_RUNS=${chosen.runs}`);
  return chosen;
}

function number(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  const value = Number(text);
  if (!Number.isInteger(value)) throw new Error(`not a whole number: ${text}`);
  return value;
}
