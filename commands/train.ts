import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '../config/catalogue';
import { buildFinder } from '../config/findWords';
import { SECOND_OPINION_FILE } from '../config/tables/secondOpinion';
import type { OpinionModel } from '../domain/triage/opinionModel';
import { weigh } from '../domain/triage/secondOpinion';
import { hear, learn, learnWeighing, type Heard, type Lesson } from './train/learn';
import { hearItems, learnItems, learnItemWeighing, type HeardItem } from './train/learnItems';
import { readLessons } from './train/lessons';
import { packModel } from './train/packModel';

/**
 * `npm run train [-- CORRECTIONS.csv …]`: learns the second opinion anew from the labelled clues and from what
 * dispatchers have put right, and writes it into the catalogue with what it measured on clues it never saw.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIR = join(ROOT, 'config/catalogue');
const PARTS = 4;
const began = performance.now();

const catalogue = loadCatalogue(DIR);
const find = buildFinder(catalogue);
const { hand, more, heldOut } = readLessons(ROOT, catalogue, positionals);

// The weighing must be learned on texts that the model has not seen, or it would trust the model too much.
const parts = Array.from({ length: PARTS }, (_, part) => {
  const isLeftOut = (_lesson: Lesson, index: number) => index % PARTS === part;
  const seen = [...hand.filter((lesson, index) => !isLeftOut(lesson, index)), ...more];
  const learned = learn(seen);
  return { model: { ...learned, itemGrams: learnItems(learned, seen) }, leftOut: hand.filter(isLeftOut) };
});
const heard = parts.flatMap((part) => hear(part.model, part.leftOut, catalogue, find));
const weighing = learnWeighing(heard);
const heardItems = parts.flatMap((part) => hearItems({ ...part.model, weighing }, part.leftOut, catalogue, find));
const itemWeighing = learnItemWeighing(heardItems);
const grams = learn([...hand, ...more]);
const model: OpinionModel = {
  ...grams,
  weighing,
  itemGrams: learnItems(grams, [...hand, ...more]),
  itemWeighing,
};

const unseen = measure(hear(model, heldOut, catalogue, find));
const left = measure(heard);
const itemsLeft = measureItems(heardItems);
const itemsUnseen = measureItems(hearItems(model, heldOut, catalogue, find));
const path = join(DIR, SECOND_OPINION_FILE);
const file = packModel(
  model,
  { hand: hand.length, composedAndMore: more.length },
  {
    ...named('leftOut', left),
    ...named('heldOut', unseen),
    leftOutItemTop1: itemsLeft.top1,
    leftOutItemTop3: itemsLeft.top3,
    heldOutItemTop1: itemsUnseen.top1,
    heldOutItemTop3: itemsUnseen.top3,
  },
);
writeFileSync(path, `${JSON.stringify(file)}\n`);

const seconds = ((performance.now() - began) / 1_000).toFixed(1);
console.log(`${relative(process.cwd(), path)}: ${model.grams.size} grams, learned in ${seconds} s`);
console.log(`from ${hand.length} hand-written clues and ${more.length} composed ones, list entries and corrections`);
console.log('                    scope  field   model alone: scope  field');
line(`left out, ${heard.length}`, left);
line(`held out, ${heldOut.length}`, unseen);
console.log(
  `item top-1, top-3: left out ${itemsLeft.top1} ${itemsLeft.top3}, held out ${itemsUnseen.top1} ${itemsUnseen.top3}`,
);

interface Measured {
  readonly scope: number;
  readonly field: number;
  readonly aloneScope: number;
  readonly aloneField: number;
}

function measure(all: readonly Heard[]): Measured {
  const share = (right: (one: Heard) => boolean) =>
    Math.round((all.filter(right).length / Math.max(1, all.length)) * 1_000) / 1_000;
  const together = ({ opinion, signs }: Heard) => {
    const { ours, field } = weigh(model, opinion, signs);
    return ours >= 0.5 ? field : 'out_of_scope';
  };
  const scopeRight = (said: string, { domain, secondDomain }: Lesson) =>
    [domain, secondDomain].some((label) => label !== null && (label === 'out_of_scope') === (said === 'out_of_scope'));
  return {
    scope: share((one) => scopeRight(together(one), one.lesson)),
    field: share((one) => [one.lesson.domain, one.lesson.secondDomain].includes(together(one))),
    aloneScope: share((one) => scopeRight(one.opinion.best, one.lesson)),
    aloneField: share((one) => [one.lesson.domain, one.lesson.secondDomain].includes(one.opinion.best)),
  };
}

function measureItems(all: readonly HeardItem[]): { readonly top1: number; readonly top3: number } {
  const share = (most: number) =>
    Math.round(
      (all.filter(({ item, rank }) =>
        rank(itemWeighing)
          .slice(0, most)
          .some(({ code }) => code === item),
      ).length /
        Math.max(1, all.length)) *
        1_000,
    ) / 1_000;
  return { top1: share(1), top3: share(3) };
}

function named(prefix: string, { scope, field, aloneScope, aloneField }: Measured): Record<string, number> {
  return {
    [`${prefix}Scope`]: scope,
    [`${prefix}Field`]: field,
    [`${prefix}AloneScope`]: aloneScope,
    [`${prefix}AloneField`]: aloneField,
  };
}

function line(what: string, { scope, field, aloneScope, aloneField }: Measured): void {
  const [a, b, c, d] = [scope, field, aloneScope, aloneField].map((value) => value.toFixed(3));
  console.log(`${what.padEnd(18)}  ${a ?? ''}  ${b ?? ''}                ${c ?? ''}  ${d ?? ''}`);
}
