import { parseArgs } from 'node:util';
import { CatalogueError } from '../config/catalogue';
import { compareCatalogues, type Comparison } from '../config/compareCatalogues';
import { readEnv } from '../config/env';
import { loadChecked } from '../config/loadChecked';
import { lastClues } from '../db/lastClues';
import { createPool } from '../db/pool';
import { readServiceFile } from '../local/serviceFile';

/**
 * `npm run dry-run -- NEW_CATALOGUE_DIR`: what the last clues on file would be judged otherwise under another catalogue.
 * Clues are named by their id: their texts may hold personal data.
 */
const USAGE = '用法：npm run dry-run -- 新目录 [--last 1000] [--list 50]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { last: { type: 'string', default: '1000' }, list: { type: 'string', default: '50' } },
});
const env = readEnv();
const [folder] = positionals;
const last = whole(values.last);
const list = whole(values.list);
if (folder === undefined || positionals.length > 1 || last === null || list === null) {
  console.error(USAGE);
  process.exit(2);
}
const url = env.databaseUrl ?? (await readServiceFile(env.localDir))?.databaseUrl;
if (url === undefined) {
  console.error('不知道数据库在哪里，请设 DATABASE_URL。');
  process.exit(2);
}
const db = createPool(url, { max: 1, patienceMs: 60_000 });
try {
  const [now, next] = [loadChecked(env.catalogueDir), loadChecked(folder)];
  print(compareCatalogues(now, next, await lastClues(db, last)), list);
} catch (error) {
  if (!(error instanceof CatalogueError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await db.end();
}

function print({ before, after, clues, tally, changed }: Comparison, most: number): void {
  console.log(`现行目录 ${before}，新目录 ${after}${before === after ? '（内容相同）' : ''}`);
  console.log(`最近 ${clues} 条线索中，${changed.length} 条的研判会改变\n`);
  for (const { whatLabel, beforeLabel, afterLabel, clues: count } of tally) {
    console.log(`  ${whatLabel}\t${beforeLabel} → ${afterLabel}\t${count} 条`);
  }
  if (changed.length > 0) console.log('');
  for (const { clueId, changes } of changed.slice(0, most)) {
    const words = changes.map(
      ({ whatLabel, beforeLabel, afterLabel }) => `${whatLabel} ${beforeLabel} → ${afterLabel}`,
    );
    console.log(`${clueId}\t${words.join('；')}`);
  }
  if (changed.length > most)
    console.log(`……其余 ${changed.length - most} 条未列出，可用 --list ${changed.length} 列出`);
}

function whole(text: string): number | null {
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}
