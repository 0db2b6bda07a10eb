import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fieldOfItem } from '../commands/labelled/fieldOfItem';
import { readLabelled } from '../commands/labelled/readLabelled';
import { loadCatalogue } from '../config/catalogue';
import { buildFinder } from '../config/findWords';
import { judge } from '../domain/triage/judge';
import type { ClueText } from '../domain/triage/triage';
import { wordIndex } from '../domain/triage/wordIndex';
import { percentile } from './percentile';

/**
 * `npm run bench:judge`: clues judged in a second of one core, by the rules alone and with the second opinion, beside
 * a bare search for the catalogue's words one after another. In turns within one run, and in CPU time, so that
 * whatever else the machine does hits all three alike.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, ms: { type: 'string', default: '700' } },
});
const rounds = Number(values.rounds);
const ms = Number(values.ms);

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const both = loadCatalogue(join(ROOT, 'config/catalogue'));
if (both.secondOpinion === null) throw new Error('the catalogue has no second opinion: npm run train');
const rules = { ...both, secondOpinion: null };
const find = buildFinder(both);
const findByRules = buildFinder(rules);
const { words } = wordIndex(rules);
const fieldOf = fieldOfItem(both);
const sets = {
  'the demo’s clues': 'demo/clues.csv',
  'hand-written, long letters among them': 'data/labelled/hand.csv',
} as const;

console.log(
  `${availableParallelism()} cores, ${rounds} rounds of ${ms} ms of CPU each; ${both.items.length} penalty items, ` +
    `${both.patrolItems.length} patrol items, ${words.length} words, ${both.secondOpinion.grams.size} grams`,
);
for (const [name, file] of Object.entries(sets)) {
  const clues = readLabelled(join(ROOT, file), fieldOf).map(({ clue }) => clue);
  const characters = clues.reduce((sum, { text }) => sum + text.length, 0) / clues.length;
  const works: Readonly<Record<string, (clue: ClueText) => unknown>> = {
    rules: (clue) => judge(clue, rules, findByRules),
    'with the second opinion': (clue) => judge(clue, both, find),
    'bare search, word by word': ({ text }) => words.filter((word) => text.includes(word)),
  };
  const rates = new Map(Object.keys(works).map((work) => [work, [] as number[]]));
  for (const work of Object.values(works)) rate(work, clues, 300);
  for (let round = 0; round < rounds; round += 1)
    for (const [work, once] of Object.entries(works)) rates.get(work)?.push(rate(once, clues, ms));

  console.log(`\n${name}: ${clues.length} clues of ${characters.toFixed(0)} characters on average`);
  const bare = percentile(rates.get('bare search, word by word') ?? [], 50);
  for (const [work, found] of rates) {
    const median = percentile(found, 50);
    console.log(
      `  ${work.padEnd(26)} ${median.toFixed(0).padStart(7)} clues/s of one core (best ${Math.max(...found).toFixed(0)}), ${(median / bare).toFixed(2)} × bare`,
    );
  }
}

/** Clues in a second of CPU. */
function rate(work: (clue: ClueText) => unknown, clues: readonly ClueText[], forMs: number): number {
  const began = process.cpuUsage();
  let done = 0;
  let used = 0;
  while (used < forMs) {
    for (const clue of clues) work(clue);
    done += clues.length;
    const { user, system } = process.cpuUsage(began);
    used = (user + system) / 1_000;
  }
  return (done / used) * 1_000;
}
