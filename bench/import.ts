import { randomBytes } from 'node:crypto';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { fieldOfItem } from '../commands/labelled/fieldOfItem';
import { readLabelled } from '../commands/labelled/readLabelled';
import { inParallel } from '../commands/inParallel';
import { loadCatalogue } from '../config/catalogue';
import { readEnv } from '../config/env';
import { bringProcesses } from './bringProcesses';
import { cpuMs } from './cpu';
import { percentile } from './percentile';

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

const ROOT = fileURLToPath(new URL('..', import.meta.url));
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
const { towns } = catalogue;
const texts = readLabelled(join(ROOT, 'data/labelled/hand.csv'), fieldOfItem(catalogue)).map(({ clue }) => clue);
const run = randomBytes(4).toString('hex');
console.log(
  `${availableParallelism()} cores, load ${load()} before; ${total} clues in requests of ${together}, ${clients} at a time`,
);

await bulk('warm', 1_000);
await single('warm', 100);
const before = cpu();
const outcomes = new Map<string, number>();
const began = performance.now();
const tookMs = await bulk('bulk', total, outcomes);
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
const singles = await single('single', 1_000);
const singleSeconds = (performance.now() - singleBegan) / 1_000;
console.log(
  `one by one ${(1_000 / singleSeconds).toFixed(0)} clues/s over 8 connections, beside whatever of the backlog is left; p50 ${percentile(singles, 50).toFixed(0)} ms, p95 ${percentile(singles, 95).toFixed(0)} ms`,
);

await stop();
process.exit(0);

/** Texts of the labelled set in turn, each at a place of its own in another town. In much the same words they are duplicates. */
function clueOf(phase: string, index: number): { readonly key: string; readonly clue: object } {
  const clue = texts[index % texts.length];
  if (clue === undefined) throw new Error('the labelled set is empty');
  const key = `bench-${run}-${phase}-${index}`;
  return {
    key,
    clue: {
      channel: clue.channel,
      number: key,
      text: `${clue.text}（${run}${phase}${index}）`,
      place: `${towns[index % towns.length]?.name ?? ''}${run}路${index}号`,
    },
  };
}

async function bulk(phase: string, count: number, outcomes = new Map<string, number>()): Promise<readonly number[]> {
  const starts = Array.from({ length: Math.ceil(count / together) }, (_, at) => at * together);
  const took: number[] = [];
  await inParallel(starts, clients, async (start) => {
    const rows = Array.from({ length: Math.min(together, count - start) }, (_, at) => clueOf(phase, start + at));
    const sent = performance.now();
    const response = await fetch(`${url}/api/v1/clues/import`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ rows }),
    });
    const body = (await response.json()) as {
      rows: readonly { status: number; receipt: { outcome: string } | null }[];
    };
    if (response.status !== 200) throw new Error(JSON.stringify(body));
    took.push(performance.now() - sent);
    for (const { status, receipt } of body.rows) {
      const outcome = receipt?.outcome ?? String(status);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  });
  return took;
}

async function single(phase: string, count: number): Promise<readonly number[]> {
  const took: number[] = [];
  await inParallel(
    Array.from({ length: count }, (_, index) => index),
    8,
    async (index) => {
      const { key, clue } = clueOf(phase, index);
      const sent = performance.now();
      const response = await fetch(`${url}/api/v1/clues`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': key },
        body: JSON.stringify(clue),
      });
      const body = await response.text();
      if (response.status !== 201) throw new Error(body);
      took.push(performance.now() - sent);
    },
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
