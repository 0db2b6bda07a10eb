import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '../config/catalogue';
import type { Catalogue } from '../domain/catalogue';
import { composeClues } from './labelled/composeClues';
import { readSource, type SourceLine } from './labelled/readSource';

/** `npm run labelled`: writes data/labelled/*.csv from what was written by hand in data/labelled/source. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIR = join(ROOT, 'data/labelled');
const catalogue = loadCatalogue(join(ROOT, 'config/catalogue'));

const COLUMNS = 'id,channel,subject,text,place,domain,second_domain,is_enforcement,item,town,grade,split'.split(',');

const hand = readdirSync(join(DIR, 'source'))
  .filter((name) => name.endsWith('.txt') && name !== 'cores.txt')
  .sort()
  .flatMap((name) => readSource(join(DIR, 'source', name), 'messages'));
const composed = composeClues(readSource(join(DIR, 'source/cores.txt'), 'cores'), catalogue);

write(
  'hand.csv',
  hand.map((line, index) => row(`H${index + 1}`, line, { ...line, channel: line.channel ?? 'web' })),
);
write(
  'composed.csv',
  composed.map((clue, index) => row(`K${index + 1}`, clue.core, clue)),
);

function row(
  id: string,
  source: SourceLine,
  clue: Pick<SourceLine, 'subject' | 'text' | 'town'> & { readonly channel: string },
): readonly string[] {
  return [
    id,
    clue.channel,
    clue.subject,
    clue.text,
    '',
    source.domain,
    source.secondDomain,
    String(source.isEnforcement),
    source.item,
    clue.town,
    gradeOf(source.item, catalogue),
    splitOf(source.text),
  ];
}

/** What the lists alone say of the item: none of the written clues was made to tell of more. */
function gradeOf(code: string, { items }: Catalogue): string {
  const item = items.find((candidate) => candidate.code === code);
  if (item === undefined) return '';
  if (!item.delegated) return 'bureau';
  return item.procedureDefault === 'summary' ? 'town' : 'town_bureau_review';
}

/** Three in ten by the hash of the sentence it was written from: all that is made of one sentence stays together. */
function splitOf(text: string): 'train' | 'held_out' {
  return createHash('sha256').update(text).digest().readUInt8(0) < 77 ? 'held_out' : 'train';
}

function write(name: string, rows: readonly (readonly string[])[]): void {
  const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const lines = [COLUMNS, ...rows].map((cells) => cells.map(cell).join(','));
  writeFileSync(join(DIR, name), `${lines.join('\n')}\n`);
  const heldOut = rows.filter((cells) => cells[cells.length - 1] === 'held_out').length;
  console.log(`${name}: ${rows.length} clues, ${heldOut} of them held out`);
}
