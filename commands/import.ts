import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnv } from '../config/env';
import { TRIAGE_LABELS } from '../domain/labels';
import { CHANNELS, type Triage, type TriageOutcome } from '../domain/triage/triage';
import { localIssuer } from '../local/issuer';
import { apiClient, requireService } from './apiClient';
import { CLUE_FIELDS, clueFromCsv, columnMap, type ColumnMap } from './clueFromCsv';
import { readCsv } from './csv';
import { inParallel } from './inParallel';
import { progress } from './progress';

const USAGE = `用法：npm run import -- FILE.csv [--map text=subject+text,occurredAt=received_at] [--channel web]
                                  [--url http://127.0.0.1:8080] [--token TOKEN]
  --map      哪一列是什么；字段：${CLUE_FIELDS.join('、')}；不写时按列名识别
  --channel  没有渠道列时的渠道：${CHANNELS.join('、')}
  --token    令牌；开发环境可不写，用本地签发的 dispatcher`;

const AT_ONCE = 8;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    map: { type: 'string' },
    channel: { type: 'string', default: 'web' },
    url: { type: 'string' },
    token: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const [file] = positionals;
const channel = CHANNELS.find((known) => known === values.channel);
if (values.help === true || file === undefined || channel === undefined) {
  console.error(USAGE);
  process.exit(values.help === true ? 0 : 1);
}

const env = readEnv();
const { columns, lines } = readCsv(file);
const map = columnMap(columns, mapFrom(values.map));
if ((map.text ?? []).length === 0) {
  console.error(`${file} 没有 text 列（现有：${columns.join('、')}）；请用 --map text=列名 指定。`);
  process.exit(1);
}
const { token } = values;
const url = values.url ?? `http://${env.host}:${env.port}`;
await requireService(url).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
const api = apiClient({
  url,
  token: async (person) => token ?? (await localIssuer(env.localDir)).sign(person, env.jwtAudience),
  patienceMs: 60_000,
});

interface Result {
  readonly line: number;
  readonly id: string | null;
  readonly outcome: TriageOutcome | 'bad';
  readonly caseId: string | null;
  readonly reasons: readonly string[];
}

const results: Result[] = [];
const bar = progress('导入', lines.length);
await inParallel(lines, AT_ONCE, async (line) => {
  let id: string | null = null;
  try {
    const clue = clueFromCsv(line, map, channel);
    id = clue.id;
    const { status, body } = await api.post<{ caseId: string | null; triage: Triage; detail?: string }>(
      'dispatcher',
      '/api/v1/clues',
      keyOf(clue.id, clue.body),
      clue.body,
    );
    if (status !== 201) throw new Error(body.detail ?? `HTTP ${status}`);
    results.push({
      line: line.line,
      id,
      outcome: body.triage.outcome,
      caseId: body.caseId,
      reasons: [
        ...(body.triage.belongsTo === null ? [] : [`承办单位：${body.triage.belongsTo}`]),
        ...body.triage.reasons.map(({ text }) => text),
      ],
    });
  } catch (error) {
    results.push({
      line: line.line,
      id,
      outcome: 'bad',
      caseId: null,
      reasons: [error instanceof Error ? error.message : String(error)],
    });
  }
  bar.step();
});
bar.done();

results.sort((a, b) => a.line - b.line);
const out = join(env.localDir, 'import', `${basename(file)}.result.jsonl`);
mkdirSync(join(env.localDir, 'import'), { recursive: true });
writeFileSync(out, results.map((result) => JSON.stringify(result)).join('\n') + '\n');

const count = (outcome: Result['outcome']): number => results.filter((result) => result.outcome === outcome).length;
console.log(`\n共 ${lines.length} 条`);
for (const outcome of ['case', 'desk', 'duplicate', 'not_ours'] as const) {
  console.log(`  ${TRIAGE_LABELS[outcome]}\t${count(outcome)}`);
}
const bad = results.filter(({ outcome }) => outcome === 'bad');
console.log(`  有误\t${bad.length}`);
for (const { line, reasons } of bad) console.log(`    第 ${line} 行：${reasons.join('；')}`);
console.log(`每条的结论和理由：${out}`);
process.exit(bad.length === 0 ? 0 : 1);

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
