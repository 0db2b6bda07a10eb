import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { inParallel } from '../commands/inParallel';
import { loadCatalogue } from '../config/catalogue';
import { readEnv } from '../config/env';
import { bringProcesses } from './bringProcesses';
import { clueStream } from './clueStream';
import { gridWorkers } from './gridWorkers';
import { cpuMs } from './cpu';
import { percentile } from './percentile';
import { importClues } from './sendClues';

/**
 * `npm run bench:import`: clues a second that POST /api/v1/clues/import judges and makes durable, and what the same
 * clues take one by one, in turns within one run; then how the backlog of cases goes down behind them.
 */
const { values } = parseArgs({
  options: {
    clues: { type: 'string', default: '10000' },
    /** Rows in a request, and requests at a time. */
    together: { type: 'string', default: '100' },
    clients: { type: 'string', default: '4' },
    /** How long the backlog is watched, in seconds. */
    watch: { type: 'string', default: '20' },
    profile: { type: 'string' },
  },
});
const total = Number(values.clues);
const together = Number(values.together);
const clients = Number(values.clients);

const env = readEnv();
const { url, issuer, children, postgres, temporal, stop } = await bringProcesses(env, {
  profile: values.profile ?? null,
});
const headers = {
  authorization: `Bearer ${await issuer.sign('dispatcher', env.jwtAudience)}`,
  'content-type': 'application/json',
};
const load = (): string =>
  loadavg()
    .map((each) => each.toFixed(1))
    .join(' ');
const catalogue = loadCatalogue(env.catalogueDir);
const next = clueStream(catalogue);
const door = { url, headers };
const inRequests = { together, clients };
const sendOne = await gridWorkers(url, catalogue.towns, async (person) => ({
  ...headers,
  authorization: `Bearer ${await issuer.sign(person, env.jwtAudience)}`,
}));
console.log(
  `${availableParallelism()} cores, load ${load()} before; ${total} clues in requests of ${together}, ${clients} at a time`,
);

await importClues(door, next, { count: 1_000, ...inRequests });
await single(100);
const before = cpu();
const outcomes = new Map<string, number>();
const began = performance.now();
const tookMs = await importClues(door, next, { count: total, ...inRequests }, outcomes);
const seconds = (performance.now() - began) / 1_000;
const after = cpu();
console.log(
  `\nbulk      ${(total / seconds).toFixed(0)} clues/s, judged and durable (${seconds.toFixed(1)} s); a request p50 ${percentile(tookMs, 50).toFixed(0)} ms, p95 ${percentile(tookMs, 95).toFixed(0)} ms`,
);
console.log(`          outcomes: ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`);
const spent = (name: keyof typeof before): string => ((after[name] - before[name]) / total).toFixed(2);
console.log(
  `          CPU ms a clue: api ${spent('api')}, postgres ${spent('postgres')}, worker ${spent('worker')}, temporal ${spent('temporal')}; load ${load()} after`,
);
const backlogAtEnd = await waiting();

console.log(`\nbacklog   ${backlogAtEnd} cases waited for the engine when the import was answered`);
const from = backlogAtEnd;
const watched = performance.now();
let last = from;
while (last > 0 && performance.now() - watched < Number(values.watch) * 1_000) {
  await sleep(5_000);
  last = await waiting();
  console.log(`          ${((performance.now() - watched) / 1_000).toFixed(0).padStart(3)} s: ${last}`);
}
console.log(
  `          ${((from - last) / ((performance.now() - watched) / 1_000)).toFixed(0)} cases/s started; load ${load()}`,
);
const singleBegan = performance.now();
const singles = await single(1_000);
const singleSeconds = (performance.now() - singleBegan) / 1_000;
console.log(
  `one by one ${(1_000 / singleSeconds).toFixed(0)} clues/s over 8 connections, beside whatever of the backlog is left; p50 ${percentile(singles, 50).toFixed(0)} ms, p95 ${percentile(singles, 95).toFixed(0)} ms`,
);

await stop();
process.exit(0);

async function single(count: number): Promise<readonly number[]> {
  const took: number[] = [];
  await inParallel(
    Array.from({ length: count }, (_, index) => index),
    8,
    async () => void took.push((await sendOne(next())).ms),
  );
  return took;
}

async function waiting(): Promise<number> {
  const response = await fetch(`${url}/api/v1/clues/backlog`, { headers });
  return ((await response.json()) as { waiting: number }).waiting;
}

function cpu() {
  return {
    api: cpuMs(children.api.pid),
    worker: cpuMs(children.worker.pid),
    postgres: cpuMs(postgres.pid),
    temporal: cpuMs(temporal.pid),
  };
}
