import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { allEntries, breakGuard, nameOf, watchGuard, type Entry } from './support/breakGuard';
import { ALL_PROCEDURES } from '../../domain/procedures/procedures';
import { availableActs } from '../../domain/decide';
import { fold } from '../../domain/evolve';
import { refusalOf } from './support/aCase';
import { breakerOf } from './support/breakers';
import { ready } from './support/ready';
import { nothingSeen, runWalk } from './support/runWalk';
import { fileAt, PLACES } from './support/places';
import { STARTS } from './support/starts';
import { focused } from './support/walk';

/**
 * `npm run mutate [-- --cases 1800 --only decide_penalty,transfer_case --model]`: takes each guard out of each act once, in memory, and says who
 * finds it: an invariant of the model, which walks about that act, and the sentences. What nobody finds has survived; what
 * is never the one that refuses in those walks (another refuses before it, or its case can't come about) is named apart.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    model: { type: 'boolean' },
  },
});
const numRuns = Number(values.cases ?? '1800');
const seed = Number(values.seed ?? '1');
/** One walk in so many is enough to see that the invariants are sound. */
const SOUND = 30;
const only = (values.only ?? '').split(',');
const entries = allEntries().filter((entry) => only.some((part) => nameOf(entry).includes(part)));
console.log(`${entries.length} guards, ${numRuns} walks each, seed ${seed}`);

// With every guard in its place nothing may be found, or what is found below says nothing.
for (const entry of entries.filter(({ act }, at) => entries.findIndex((one) => one.act === act) === at)) {
  const found = walksAbout(entry, beginningsOf(entry), Math.ceil(numRuns / SOUND));
  if (found !== null) throw new Error(`with all its guards, ${entry.act}: ${found}`);
}

const survivors: string[] = [];
const idle: string[] = [];
let byModel = 0;
for (const entry of entries) {
  const name = nameOf(entry);
  const invariant = brokenInvariant(entry);
  const neverAsked = invariant === null && refusalsOf(entry) === 0;
  const sentence = values.model === true ? null : sentenceFinds(entry);
  if (invariant !== null) byModel += 1;
  if (neverAsked) idle.push(name);
  else if (invariant === null && sentence !== true) survivors.push(name);
  const finders = [
    invariant === null ? null : `model: ${invariant}`,
    sentence === true ? 'sentence' : null,
    neverAsked ? 'never the one that refuses' : null,
  ].filter((one) => one !== null);
  console.log(`${name} → ${finders.join(' · ') || 'survived'}`);
}
console.log(`${entries.length} guards: the model finds ${byModel}`);
console.log(`never the one that refuses, so that nothing changes without it: ${idle.join(', ') || 'none'}`);
console.log(`survived: ${survivors.join(', ') || 'none'}`);
process.exitCode = survivors.length > 0 ? 1 : 0;

function brokenInvariant(entry: Entry): string | null {
  // Where its case stands is found before the guard is gone; half of the walks begin where its act may be done at once.
  const beginnings = beginningsOf(entry);
  const mend = breakGuard(nameOf(entry));
  try {
    return walksAbout(entry, beginnings, numRuns);
  } finally {
    mend();
  }
}

/** How often it is this guard that refuses, in the same walks. */
function refusalsOf(entry: Entry): number {
  const beginnings = beginningsOf(entry);
  const { refusals, mend } = watchGuard(nameOf(entry));
  try {
    walksAbout(entry, beginnings, numRuns);
    return refusals();
  } finally {
    mend();
  }
}

function walksAbout({ act }: Entry, beginnings: ReturnType<typeof beginningsOf>, runs: number): string | null {
  const run = fc.check(
    fc.property(fc.constantFrom(...beginnings), focused, ({ start, place }, walk) => {
      runWalk(start, place, walk, nothingSeen(), act);
    }),
    { seed, numRuns: runs, endOnFailure: true },
  );
  if (!run.failed) return null;
  return run.errorInstance instanceof Error ? (run.errorInstance.message.split('\n')[0] ?? '') : 'broken';
}

function beginningsOf({ procedure, act }: Entry) {
  const at = ALL_PROCEDURES.find(({ id }) => id === procedure)?.acts[act]?.at ?? [];
  // A summary case may become an ordinary one, never the other way.
  const kinds = STARTS.filter((start) => procedure === 'ordinary' || start.procedure === 'summary');
  const all = kinds.flatMap((start) => PLACES.map((place) => ({ start, place })));
  const near = all.filter(({ start, place }) => {
    const state = fold(fileAt(start, place));
    return state.procedure.id === procedure && at.includes(state.stage);
  });
  return [...all, ...near, ...near, ...near];
}

/** The sentence of this very guard; only where that notices nothing, all the others. */
function sentenceFinds({ procedure, act, guard, offers }: Entry): boolean {
  const name = nameOf({ procedure, act, guard });
  const { code, wrong } = breakerOf(act, guard);
  const mend = breakGuard(name);
  try {
    const inOrder = ready(procedure, act);
    const { state, by, input, at } = { ...inOrder, ...wrong(inOrder) };
    if (refusalOf(state, act, by, input, at) !== code) return true;
    if (offers && availableActs(state, by, at).some((one) => one.act === act)) return true;
  } catch {
    // The act then fails on what its guard keeps from it: the sentence, which looks for a refusal, is red.
    return true;
  } finally {
    mend();
  }
  const files = ['guards', 'times', 'refusals', 'roads'].map((file) => `test/domain/${file}.test.ts`);
  const run = spawnSync('npx', ['vitest', 'run', '--project', 'domain', '--bail', '1', ...files], {
    // eslint-disable-next-line no-restricted-properties -- the child sees what we see, and which guard to break
    env: { ...process.env, MUTANT: name },
    encoding: 'utf8',
  });
  return run.status !== 0;
}
