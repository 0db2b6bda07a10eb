import { parseArgs } from 'node:util';
import { loadCatalogue } from '../config/catalogue';
import { readEnv } from '../config/env';
import { buildFinder } from '../config/findWords';
import { judge } from '../domain/triage/judge';
import { measure } from './evaluate/measure';
import { printMeasures } from './evaluate/printMeasures';
import { fieldOfItem } from './labelled/fieldOfItem';
import { readLabelled } from './labelled/readLabelled';

/**
 * `npm run evaluate -- FILE… [--split held_out] [--rules-only] [--json]`: how well triage judges labelled clues.
 * Columns as in shared/data/citizen-messages.csv (domain, second_domain, …), in data/labelled (item, town, grade,
 * split), or as in demo/clues.csv (expected_…).
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    split: { type: 'string' },
    'rules-only': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
if (positionals.length === 0) {
  console.error('usage: npm run evaluate -- FILE.csv [FILE.csv …] [--split train|held_out] [--rules-only] [--json]');
  process.exit(2);
}

const loaded = loadCatalogue(readEnv().catalogueDir);
const catalogue = values['rules-only'] ? { ...loaded, secondOpinion: null } : loaded;
const find = buildFinder(catalogue);
const fieldOf = fieldOfItem(catalogue);
const files = positionals.map((file) => ({
  file,
  all: readLabelled(file, fieldOf)
    .filter(({ split }) => values.split === undefined || split === values.split)
    .map((labelled) => ({ labelled, triage: judge(labelled.clue, catalogue, find) })),
}));
const results = [
  ...files.map(({ file, all }) => ({ title: file, measures: measure(all) })),
  ...(files.length > 1 ? [{ title: 'all together', measures: measure(files.flatMap(({ all }) => all)) }] : []),
];
const version = { catalogue: catalogue.version, secondOpinion: catalogue.secondOpinion?.version ?? null };
if (values.json) {
  console.log(JSON.stringify({ version, results }, null, 2));
} else {
  console.log(`catalogue ${version.catalogue}, second opinion ${version.secondOpinion ?? 'none'}`);
  for (const { title, measures } of results) printMeasures(title, measures);
}
