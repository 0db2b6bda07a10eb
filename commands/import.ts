import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnv } from '../config/env';
import { TRIAGE_LABELS } from '../domain/labels';
import { CHANNELS, type TriageOutcome } from '../domain/triage/triage';
import { CLUE_FIELDS, clueFromRow, columnMap, type ColumnMap } from '../sheets/clueFromRow';
import { readCsv } from '../sheets/readCsv';
import { readXlsx } from '../sheets/readXlsx';
import { FAULT_COLUMN, type SheetRow } from '../sheets/sheet';
import { TEMPLATE } from '../sheets/template';
import { writeCsv } from '../sheets/writeCsv';
import { writeXlsx } from '../sheets/writeXlsx';
import { connect } from './connect';
import { inParallel } from './inParallel';
import { progress } from './progress';

const USAGE = `用法：npm run import -- FILE.csv|FILE.xlsx [--map text=subject+text,occurredAt=received_at] [--channel web]
                                  [--url http://127.0.0.1:8080] [--token TOKEN]
      npm run import -- --template FILE.csv|FILE.xlsx   写一份空白模板
  --map      哪一列是什么；字段：${CLUE_FIELDS.join('、')}；不写时按列名识别
  --channel  没有渠道列时的渠道：${CHANNELS.join('、')}
  --token    令牌；开发环境可不写，用本地签发的 dispatcher`;

/** Rows in one request, and requests at a time: more of either doesn't make it faster (bench/import.ts). */
const TOGETHER = 100;
const AT_ONCE = 4;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    map: { type: 'string' },
    channel: { type: 'string', default: 'web' },
    url: { type: 'string' },
    token: { type: 'string' },
    template: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const [file] = positionals;
if (values.template !== undefined) {
  await write(values.template, TEMPLATE.columns, TEMPLATE.rows);
  console.log(`模板：${values.template}`);
  process.exit(0);
}
const channel = CHANNELS.find((known) => known === values.channel);
if (values.help === true || file === undefined || channel === undefined) {
  console.error(USAGE);
  process.exit(values.help === true ? 0 : 1);
}

const env = readEnv();
const { columns, lines } = await read(file);
const map = columnMap(columns, mapFrom(values.map));
if ((map.text ?? []).length === 0) {
  console.error(`${file} 没有 text 列（现有：${columns.join('、')}）；请用 --map text=列名 指定。`);
  process.exit(1);
}
const api = await connect(env, values);

interface Result {
  readonly row: SheetRow;
  readonly outcome: TriageOutcome | 'bad';
  readonly caseId: string | null;
  readonly reasons: readonly string[];
}

/** One row's answer, as POST /api/v1/clues/import gives it. */
interface Answer {
  readonly status: number;
  readonly receipt: {
    readonly outcome: TriageOutcome;
    readonly caseId: string | null;
    readonly belongsTo: string | null;
  } | null;
  readonly reasons: readonly string[];
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

interface Sent {
  readonly row: SheetRow;
  readonly key: string;
  readonly clue: object;
}

const results: Result[] = [];
const bad = (row: SheetRow, reason: string) => results.push({ row, outcome: 'bad', caseId: null, reasons: [reason] });
const bar = progress('导入', lines.length);
const good: Sent[] = [];
for (const row of lines) {
  try {
    const { id, body } = clueFromRow(row, map, channel);
    good.push({ row, key: keyOf(id, body), clue: body });
  } catch (error) {
    bad(row, error instanceof Error ? error.message : String(error));
    bar.step();
  }
}
const batches = Array.from({ length: Math.ceil(good.length / TOGETHER) }, (_, at) =>
  good.slice(at * TOGETHER, (at + 1) * TOGETHER),
);
await inParallel(batches, AT_ONCE, send);
bar.done();

/** Rows that are not taken just now are sent again; whatever has an answer is counted. */
async function send(rows: readonly Sent[]): Promise<void> {
  let left = rows;
  for (let attempt = 0; left.length > 0 && attempt < 10; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 500 * attempt));
    const { status, body } = await api.post<{ rows: readonly Answer[]; detail?: string }>(
      'dispatcher',
      '/api/v1/clues/import',
      randomUUID(),
      { rows: left.map(({ key, clue }) => ({ key, clue })) },
    );
    if (status !== 200) {
      for (const { row } of left) bad(row, body.detail ?? `HTTP ${status}`);
      for (const _ of left) bar.step();
      return;
    }
    const again: Sent[] = [];
    left.forEach((sent, index) => {
      const answer = body.rows[index];
      if (answer === undefined || answer.status === 503 || answer.problem?.code === 'key_in_flight') {
        again.push(sent);
        return;
      }
      settle(sent.row, answer);
      bar.step();
    });
    left = again;
  }
  for (const { row } of left) {
    bad(row, '服务暂时没有收下，请稍后重新导入这一行');
    bar.step();
  }
}

function settle(row: SheetRow, { receipt, reasons, problem, status }: Answer): void {
  if (receipt === null) {
    bad(row, problem?.detail ?? `HTTP ${status}`);
    return;
  }
  results.push({
    row,
    outcome: receipt.outcome,
    caseId: receipt.caseId,
    reasons: [...(receipt.belongsTo === null ? [] : [`承办单位：${receipt.belongsTo}`]), ...reasons],
  });
}

results.sort((a, b) => a.row.line - b.row.line);
const folder = join(env.localDir, 'import');
const out = join(folder, `${basename(file)}.result.jsonl`);
mkdirSync(folder, { recursive: true });
writeFileSync(
  out,
  results
    .map(({ row, ...result }) => JSON.stringify({ line: row.line, id: row.cells['id'] ?? null, ...result }))
    .join('\n') + '\n',
);

const count = (outcome: Result['outcome']): number => results.filter((result) => result.outcome === outcome).length;
console.log(`\n共 ${lines.length} 条`);
for (const outcome of ['case', 'desk', 'duplicate', 'not_ours'] as const) {
  console.log(`  ${TRIAGE_LABELS[outcome]}\t${count(outcome)}`);
}
const faults = results.filter(({ outcome }) => outcome === 'bad');
console.log(`  有误\t${faults.length}`);
console.log(`每条的结论和理由：${out}`);
const { waiting } = await api.get<{ waiting: number }>('dispatcher', '/api/v1/clues/backlog');
console.log(`已立卷、等待流程引擎开始的案件：${waiting}`);
if (faults.length > 0) {
  for (const { row, reasons } of faults.slice(0, 20)) console.log(`    第 ${row.line} 行：${reasons.join('；')}`);
  const kept = columns.filter((column) => column !== FAULT_COLUMN);
  const mend = file.replace(/(\.[^./\\]*)?$/, '.bad$1');
  await write(
    mend,
    [...kept, FAULT_COLUMN],
    faults.map(({ row, reasons }) => [...kept.map((column) => row.cells[column] ?? ''), reasons.join('；')]),
  );
  console.log(`有误的行已写入 ${mend}，改好后再次导入该文件即可。`);
}
process.exit(faults.length === 0 ? 0 : 1);

async function read(path: string) {
  return isXlsx(path) ? readXlsx(path) : readCsv(path);
}

async function write(path: string, header: readonly string[], rows: readonly (readonly string[])[]): Promise<void> {
  writeFileSync(path, isXlsx(path) ? await writeXlsx(header, rows) : writeCsv(header, rows));
}

function isXlsx(path: string): boolean {
  return path.toLowerCase().endsWith('.xlsx');
}

function mapFrom(text: string | undefined): ColumnMap {
  if (text === undefined) return {};
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [name, from] = pair.split('=');
      const field = CLUE_FIELDS.find((known) => known === name);
      if (field === undefined || from === undefined || from === '') {
        console.error(`--map 的“${pair}”应为 字段=列名，字段：${CLUE_FIELDS.join('、')}\n\n${USAGE}`);
        process.exit(1);
      }
      return [field, from.split('+')];
    }),
  );
}

/** The same line of the same file is the same clue, however often it is imported. */
function keyOf(id: string | null, body: object): string {
  const text = id === null ? JSON.stringify(body) : `${basename(file ?? '')}\n${id}`;
  return `import-${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
}
