import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { nothingSeen, runWalk } from './support/runWalk';
import { choices, places, starts } from './support/walk';

/**
 * `npm run model -- --cases 100000 [--seed 7]`: the model's long run. It prints its seed and how far it is; where an
 * invariant breaks, the seed that has it again and the shortest story that breaks it.
 */
const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' } } });
const cases = whole(values.cases ?? '100000');
const seed = whole(values.seed ?? String(randomInt(2 ** 30)));
const BATCH = Math.min(1_000, cases);

const seen = nothingSeen();
const began = Date.now();
console.log(`model: ${cases} cases, --seed ${seed}`);
for (let done = 0; done < cases; done += BATCH) {
  const batch = seed + done / BATCH;
  const run = fc.check(
    fc.property(starts, places, choices, (start, from, walk) => {
      runWalk(start, from, walk, seen);
    }),
    { seed: batch, numRuns: Math.min(BATCH, cases - done) },
  );
  if (run.failed) {
    const why = run.errorInstance instanceof Error ? run.errorInstance.message : 'no reason given';
    console.error(`broken after ${done + run.numRuns} cases; again: --seed ${batch} --cases ${BATCH}\n${why}`);
    console.error(`shrunk ${run.numShrinks} times, path ${run.counterexamplePath ?? ''}`);
    process.exitCode = 1;
    break;
  }
  const seconds = Math.round((Date.now() - began) / 1_000);
  console.log(`${done + run.numRuns} cases, ${seen.allowed} acts allowed, ${seen.refused} refused, ${seconds} s`);
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`not a whole number: ${text}`);
  return value;
}
