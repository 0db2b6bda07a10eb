import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Client } from '@temporalio/client';
import { loadCatalogue } from '../config/catalogue';
import { readEnv } from '../config/env';
import { engineConnection } from '../engine/engineConnection';
import { TRIAGE_LABELS } from '../domain/labels';
import { lawInForce } from '../domain/openCase';
import type { Triage } from '../domain/triage/triage';
import { localIssuer } from '../local/issuer';
import { readServiceFile } from '../local/serviceFile';
import { apiClient, requireService } from './apiClient';
import { asSent } from './demo/asSent';
import { playBureau } from './demo/playBureau';
import { playOrdinary } from './demo/playOrdinary';
import { playSummary } from './demo/playSummary';
import { readDemoClues, type DemoClue } from './demo/readDemoClues';
import { Stage } from './demo/stage';
import { table } from './demo/table';
import { tallyCases } from './demo/tally';
import { tellStories } from './demo/tellStories';
import { inParallel } from './inParallel';
import { progress } from './progress';

/**
 * `npm run demo`: tells the three stories on the dates of their own, sends the project's own clues to a running service,
 * settles what triage was unsure of, plays the roles in every case with its time skipped, and ends with a table.
 */
const AT_ONCE = 6;

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    engine: { type: 'string' },
    /** Where to note every acknowledged act, one JSON a line. */
    journal: { type: 'string' },
    /** Only these of the file, such as 1-30. */
    clues: { type: 'string' },
    /** The stories alone, for which no service need run. */
    stories: { type: 'boolean', default: false },
  },
});
const env = readEnv();
const catalogue = loadCatalogue(env.catalogueDir);
console.log(tellStories(catalogue));
if (values.stories) process.exit(0);

const running = await readServiceFile(env.localDir);
const url = values.url ?? running?.url ?? `http://${env.host}:${env.port}`;
const address = values.engine ?? running?.temporalAddress ?? env.temporalAddress;
try {
  await requireService(url);
  if (address === null) throw new Error('不知道流程引擎的地址，请用 --engine host:port 指定。');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const issuer = await localIssuer(env.localDir);
const api = apiClient({ url, token: (person) => issuer.sign(person, env.jwtAudience), patienceMs: 120_000 });
const engine = new Client({ connection: engineConnection({ address }), namespace: env.temporalNamespace });
// For what is owed in yuan, which is the same in every field.
const law = lawInForce(catalogue, new Date().toISOString(), 'urban_management');
const note = (line: object): void => {
  if (values.journal !== undefined) appendFileSync(values.journal, `${JSON.stringify(line)}\n`);
};

const [first = 1, last] = (values.clues ?? '')
  .split('-')
  .filter((n) => n !== '')
  .map(Number);
const clues = readDemoClues().slice(first - 1, last);
const judged = new Map<string, { readonly caseId: string | null; readonly outcome: string }>();
const opened: { readonly caseId: string; readonly triage: Triage }[] = [];
const began = Date.now();
// A run has its own keys, so that it can be run again; within it a retry is the same clue.
const run = `demo-${began}`;

const sending = progress('上报', clues.length);
// In the file's order: a duplicate is one only after the report that it repeats.
await inParallel(clues, 1, async (clue) => {
  const { status, body } = await api.post<Answer>(
    'dispatcher',
    '/api/v1/clues',
    `${run}-${clue.id}`,
    asSent(clue, run),
  );
  if (status !== 201) throw new Error(`${clue.id}: ${status} ${JSON.stringify(body)}`);
  note({ clueId: body.clueId, caseId: body.caseId });
  judged.set(clue.id, { caseId: body.caseId, outcome: body.triage.outcome });
  if (body.triage.outcome === 'case' && body.caseId !== null) opened.push({ caseId: body.caseId, triage: body.triage });
  if (body.triage.outcome === 'desk') await settle(clue, body);
  sending.step();
});
sending.done();

const playing = progress('办理', opened.length);
await inParallel(opened, AT_ONCE, async ({ caseId, triage }, n) => {
  const item = catalogue.items.find(({ code }) => code === triage.item);
  if (item === undefined || triage.town === null) throw new Error(`${caseId} has no item or town`);
  const stage = new Stage(api, engine, caseId, law, note);
  switch (triage.grade) {
    case 'town':
      await playSummary(stage, item, triage.town, n);
      break;
    case 'town_bureau_review':
      await playOrdinary(stage, engine, item, triage.town, n);
      break;
    case 'bureau':
      await playBureau(stage, item, n);
      break;
    case null:
      throw new Error(`${caseId} has no grade`);
  }
  playing.step();
});
playing.done();

const caseIds = opened.map(({ caseId }) => caseId);
for (const caseId of caseIds) await archived(caseId);
const outcomes = Object.entries(TRIAGE_LABELS).map(
  ([outcome, label]) => `${label} ${[...judged.values()].filter((one) => one.outcome === outcome).length}`,
);
const asExpected = clues.filter(({ id, expected }) => judged.get(id)?.outcome === expected.outcome).length;
console.log(`\n线索 ${clues.length} 条：${outcomes.join('，')}；自动研判与标注一致 ${asExpected} 条`);
console.log(table(await tallyCases(api, caseIds), catalogue.towns));
console.log(`\n用时 ${((Date.now() - began) / 1_000).toFixed(1)} 秒；打开 ${url} 查看`);
await engine.connection.close();

interface Answer {
  readonly clueId: string;
  readonly caseId: string | null;
  readonly triage: Triage;
}

/** The dispatcher's desk: what a competent person makes of a clue that triage was unsure of. */
async function settle({ id, expected }: DemoClue, { clueId, triage }: Answer): Promise<void> {
  const item = expected.item !== '' ? expected.item : triage.candidates[0]?.item;
  const town = expected.town !== '' ? expected.town : (triage.town ?? triage.townCandidates[0]);
  const asCase = expected.outcome !== 'not_ours' && item !== undefined && town !== undefined;
  const body = asCase
    ? { as: 'case', item, town, reason: '电话核实后确认' }
    : { as: 'not_ours', belongsTo: triage.belongsTo ?? '市民热线承办单位', reason: '电话核实，不属于综合执法事项' };
  const answer = await api.post<Answer & { code?: string }>(
    'dispatcher',
    `/api/v1/clues/${clueId}/settle`,
    `${run}-${id}-settle`,
    body,
  );
  // Settled before by the same request, whose answer was lost.
  const settled = answer.status === 200 ? answer.body : await settledBefore(clueId);
  if (settled.triage.outcome === 'case' && settled.caseId !== null)
    opened.push({ caseId: settled.caseId, triage: settled.triage });
}

async function settledBefore(clueId: string): Promise<Answer> {
  const clue = await api.get<Answer & { settledAt: string | null }>('dispatcher', `/api/v1/clues/${clueId}`);
  if (clue.settledAt === null) throw new Error(`clue ${clueId} could not be settled`);
  return clue;
}

async function archived(caseId: string): Promise<void> {
  for (let wait = 0; ; wait += 1) {
    const { summary } = await api.get<{ summary: { stage: string } }>('supervisor-1', `/api/v1/cases/${caseId}`);
    if (summary.stage === 'archived') return;
    if (wait > 300) throw new Error(`${caseId} did not archive itself: ${summary.stage}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
