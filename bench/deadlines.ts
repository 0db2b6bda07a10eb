import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Client } from '@temporalio/client';
import { inParallel } from '../commands/inParallel';
import { loadCatalogue } from '../config/catalogue';
import { readEnv } from '../config/env';
import { listDuties } from '../db/listDuties';
import { createPool } from '../db/pool';
import { instantOf, msOf } from '../domain/time/lawDate';
import { startClock } from '../domain/time/startClock';
import { engineConnection } from '../engine/engineConnection';
import { bringProcesses } from './bringProcesses';
import { cpuMs } from './cpu';
import { percentile } from './percentile';
import { putOnFile } from './putOnFile';
import { scratchDatabase } from './scratchDatabase';

/**
 * `npm run bench:deadlines`: so many cases whose acceptance turns yellow in the same second, until the last light is on file;
 * beside as many bare workflows of one timer each, on the same engine and in the same run. Ends with 1 where a light is
 * missing, early or there twice. `--flowable` adds its timers, on the same Postgres.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    /** Seconds in which all must have been handed to the engine before their deadline. */
    lead: { type: 'string' },
    /** As many of Flowable's timers too; needs a JDK and Maven. */
    flowable: { type: 'boolean', default: false },
  },
});
const count = Number(values.cases);
const leadMs = Number(values.lead ?? Math.max(60, count * 0.06)) * 1_000;
const PATIENCE_MS = 30 * 60_000;

const env = readEnv();
const catalogue = loadCatalogue(env.catalogueDir);
const { postgres, temporal, children, stop } = await bringProcesses(env, {
  profile: null,
  others: ({ engineAddress, databaseUrl }) => ({ bare: ['bench/bare/worker.ts', engineAddress, 'bare', databaseUrl] }),
});
const db = createPool(postgres.url, { max: 4, patienceMs: 60_000 });
const engine = new Client({ connection: engineConnection({ address: temporal.address }) });
console.log(`${availableParallelism()} cores, load ${load()}; ${count} deadlines in one second`);

const bare = await bareTimers();
const service = await lights();
if (values.flowable) await flowableTimers();
console.log(
  `the service needs ${(service.lastMs / bare.lastMs).toFixed(1)} times as long as bare timers until the last`,
);
await db.end();
await engine.connection.close();
await stop();
process.exit(service.right ? 0 : 1);

async function bareTimers(): Promise<{ readonly lastMs: number }> {
  const dueMs = Math.ceil((Date.now() + leadMs) / 1_000) * 1_000;
  const run = randomUUID();
  const ids = Array.from({ length: count }, (_, n) => `timer/${run}/${n}`);
  const began = performance.now();
  await inParallel(ids, 32, async (workflowId) => {
    await engine.workflow.start('bareTimer', { taskQueue: 'bare', workflowId, args: [dueMs] });
  });
  started('bare', performance.now() - began, dueMs);
  await waitFor(dueMs);
  const before = cpu();
  const late: number[] = [];
  await inParallel(ids, 32, async (workflowId) => {
    late.push(((await engine.workflow.getHandle(workflowId).result()) as number) - dueMs);
  });
  tell('bare timers', late, spent(before, ['bare', 'temporal']), Math.max(...late));
  return { lastMs: Math.max(...late) };
}

async function lights(): Promise<{ readonly lastMs: number; readonly right: boolean }> {
  const accept = catalogue.periods.find(({ id }) => id === 'accept');
  if (accept === undefined) throw new Error('the catalogue has no period "accept"');
  // A clock that starts now tells how long after its start it turns yellow.
  const now = instantOf(Date.now());
  const { yellowAt } = startClock('accept', accept, 'bench', now, catalogue.calendar);
  if (yellowAt === null) throw new Error('acceptance has no warning point');
  const dueMs = Math.ceil((Date.now() + leadMs) / 1_000) * 1_000;
  const openedAt = instantOf(dueMs - (msOf(yellowAt) - msOf(now)));
  const began = performance.now();
  await putOnFile(db, catalogue, count, () => openedAt);
  while ((await number('cases where opened_at = $1 and not started', openedAt)) > 0) await sleep(500);
  started('cases', performance.now() - began, dueMs);
  await waitFor(dueMs);
  const before = cpu();
  // Whatever is on file yet, whoever looks sees it as it is.
  const seen = await listDuties(db, { seenBy: null, kind: 'accept', light: 'yellow', limit: 2 * count });
  const shown = seen.filter(({ yellowAt: at }) => at !== null && msOf(at) === dueMs).length;
  console.log(`service: ${shown} of ${count} shown yellow in their second`);
  const file = `events join cases on cases.id = events.case_id where opened_at = $1 and type = 'light_changed'`;
  const patience = Date.now() + PATIENCE_MS;
  while ((await number(file, openedAt)) < count && Date.now() < patience) await sleep(500);
  const used = spent(before, ['worker', 'postgres', 'temporal']);
  const { rows } = await db.query<{ id: string; at: number; recorded: number; light: string }>(
    `select cases.id, extract(epoch from at)::float8 * 1000 as at, extract(epoch from recorded_at)::float8 * 1000 as recorded,
       data ->> 'light' as light from ${file}`,
    [openedAt],
  );
  const late = rows.map(({ recorded }) => recorded - dueMs);
  const once = rows.length === count && new Set(rows.map(({ id }) => id)).size === count;
  const early = rows.filter(({ at, recorded }) => Math.min(at, recorded) < dueMs).length;
  const right = once && early === 0 && shown === count && rows.every(({ light }) => light === 'yellow');
  tell('service', late, used, Math.max(...late));
  console.log(`service: ${rows.length} lights of ${count}, ${once ? 'each once' : 'not each once'}, ${early} early`);
  return { lastMs: Math.max(...late), right };
}

/** Flowable comes from Maven into LOCAL_DIR: the service doesn't know it. */
async function flowableTimers(): Promise<void> {
  const jars = join(env.localDir, 'flowable');
  const folder = fileURLToPath(new URL('./flowable', import.meta.url));
  await run('mvn', [
    '-q',
    '-B',
    '-f',
    join(folder, 'pom.xml'),
    'dependency:copy-dependencies',
    `-DoutputDirectory=${jars}`,
  ]);
  const scratch = await scratchDatabase(postgres.url);
  const { hostname, port, pathname, username, password } = new URL(scratch.url);
  const before = cpu();
  const jdbc = `jdbc:postgresql://${hostname}:${port}${pathname}?sslmode=disable`;
  const args = [jdbc, username, password, String(count), String(Math.ceil(leadMs / 1_000))];
  await run('java', ['-cp', join(jars, '*'), join(folder, 'Timers.java'), ...args]);
  const [, ms = NaN] = spent(before, ['postgres'])[0] ?? [];
  console.log(
    `          Postgres used ${(ms / count).toFixed(1)} ms of CPU for each, from its start on; load ${load()}`,
  );
  await scratch.drop();
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code ?? '?'}`))));
  });
}

async function number(from: string, openedAt: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(`select count(*) as n from ${from}`, [openedAt]);
  return rows[0]?.n ?? NaN;
}

function started(what: string, ms: number, dueMs: number): void {
  console.log(
    `${what}: ${count} with the engine after ${(ms / 1_000).toFixed(0)} s (${((count / ms) * 1_000).toFixed(0)}/s)`,
  );
  if (Date.now() > dueMs) throw new Error('not all were with the engine in their second: give more --lead (seconds)');
}

async function waitFor(dueMs: number): Promise<void> {
  await sleep(Math.max(0, dueMs - Date.now()));
}

function cpu() {
  return {
    bare: cpuMs(children.bare.pid),
    worker: cpuMs(children.worker.pid),
    postgres: cpuMs(postgres.pid),
    temporal: cpuMs(temporal.pid),
  };
}

type Part = keyof ReturnType<typeof cpu>;

function spent(before: ReturnType<typeof cpu>, parts: readonly Part[]): readonly (readonly [Part, number])[] {
  const after = cpu();
  return parts.map((part) => [part, after[part] - before[part]] as const);
}

/** What limits: a part that used a whole core all the time, or all the cores together. */
function tell(what: string, late: readonly number[], used: ReturnType<typeof spent>, lastMs: number): void {
  const [p50, p95] = [50, 95].map((percent) => (percentile(late, percent) / 1_000).toFixed(1));
  console.log(
    `${what}: p50 ${p50} s, p95 ${p95} s, last ${(lastMs / 1_000).toFixed(1)} s after; ${((count / lastMs) * 1_000).toFixed(0)}/s; load ${load()}`,
  );
  const parts = used.map(([part, ms]) => `${part} ${(ms / count).toFixed(1)} ms (${(ms / lastMs).toFixed(2)} cores)`);
  const all = used.reduce((sum, [, ms]) => sum + ms, 0) / lastMs;
  console.log(
    `          CPU a deadline: ${parts.join(', ')}; ${all.toFixed(2)} of ${availableParallelism()} cores in all`,
  );
}

function load(): string {
  return loadavg()[0]?.toFixed(1) ?? '';
}
