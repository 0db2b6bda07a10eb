import { parseArgs } from 'node:util';
import { CatalogueError, loadCatalogue } from '../config/catalogue';
import { readEnv } from '../config/env';
import { buildFinder } from '../config/findWords';
import { requirePeriods } from '../config/requirePeriods';
import { lastClues } from '../db/lastClues';
import { createPool } from '../db/pool';
import type { Catalogue } from '../domain/catalogue';
import { GRADE_LABELS, TRIAGE_LABELS } from '../domain/labels';
import { CASE_PERIODS } from '../domain/openCase';
import { otherwise, tally, type Judged, type Otherwise } from '../domain/triage/dryRun';
import { judge } from '../domain/triage/judge';
import { readServiceFile } from '../local/serviceFile';

/**
 * `npm run dry-run -- NEW_CATALOGUE_DIR`: what the last clues on file would be judged otherwise under another catalogue.
 * Both catalogues judge anew, so that only the catalogue differs; what is on file is not changed. Clues are named by their
 * id: their texts may hold personal data.
 */
const USAGE = '用法：npm run dry-run -- 新目录 [--last 1000] [--list 50]';
const LABELS: Readonly<Record<Judged, string>> = { outcome: '研判结果', item: '事项', town: '镇街', grade: '分级' };

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
const now = load(env.catalogueDir);
const next = load(folder);
const db = createPool(url, { max: 1, patienceMs: 60_000 });
try {
  const clues = await lastClues(db, last);
  const before = judgeWith(now);
  const after = judgeWith(next);
  const changed = clues.flatMap((clue) => {
    const changes = otherwise(before(clue), after(clue));
    return changes.length === 0 ? [] : [{ clueId: clue.clueId, changes }];
  });
  console.log(`现行目录 ${now.version}，新目录 ${next.version}${now.version === next.version ? '（内容相同）' : ''}`);
  console.log(`最近 ${clues.length} 条线索中，${changed.length} 条的研判会改变\n`);
  for (const { what, before: from, after: to, clues: count } of tally(changed.map(({ changes }) => changes))) {
    console.log(`  ${LABELS[what]}\t${shown(what, from)} → ${shown(what, to)}\t${count} 条`);
  }
  if (changed.length > 0) console.log('');
  for (const { clueId, changes } of changed.slice(0, list)) {
    console.log(`${clueId}\t${changes.map(words).join('；')}`);
  }
  if (changed.length > list)
    console.log(`……其余 ${changed.length - list} 条未列出，可用 --list ${changed.length} 列出`);
} finally {
  await db.end();
}

function load(dir: string): Catalogue {
  try {
    const catalogue = loadCatalogue(dir);
    requirePeriods(catalogue, CASE_PERIODS);
    return catalogue;
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

function judgeWith(catalogue: Catalogue) {
  const find = buildFinder(catalogue);
  return (clue: Parameters<typeof judge>[0]) => judge(clue, catalogue, find);
}

function words({ what, before, after }: Otherwise): string {
  return `${LABELS[what]} ${shown(what, before)} → ${shown(what, after)}`;
}

function shown(what: Judged, value: string | null): string {
  if (value === null) return '无';
  switch (what) {
    case 'outcome':
      return TRIAGE_LABELS[value as keyof typeof TRIAGE_LABELS];
    case 'grade':
      return GRADE_LABELS[value as keyof typeof GRADE_LABELS];
    case 'town':
      return [...now.towns, ...next.towns].find(({ code }) => code === value)?.name ?? value;
    case 'item':
      return value;
  }
}

function whole(text: string): number | null {
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}
