import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Client } from '@temporalio/client';
import { engineConnection } from '../engine/engineConnection';
import { loadCatalogue } from '../config/catalogue';
import { readEnv } from '../config/env';
import { bringProcesses } from './bringProcesses';
import { cpuMs } from './cpu';
import { decideMedianUs } from './decide';
import { historyOf } from './history';
import { recordedHistories } from './recordedHistories';
import { joined, load, type Load } from './load';
import { percentile } from './percentile';
import { barePlayer, servicePlayer, storedPlayer } from './players';

/**
 * `npm run bench`: cases/s and the latency of an act over HTTP, beside two baselines on the same servers: `bare`, five
 * updates straight to the engine, and `stored`, five over HTTP that each leave a row, which is the least that a service
 * of this shape does. They take turns in short rounds of one run, so that whatever else the machine does hits all.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '1,8,32' },
    /** A folder for CPU profiles of the service's processes. */
    profile: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);

const env = readEnv();
const DOOR_PORT = env.port + 1_001;
const { postgres, temporal, issuer, url, children, stop } = await bringProcesses(env, {
  profile: values.profile ?? null,
  others: ({ engineAddress, databaseUrl }) => ({
    bare: ['bench/bare/worker.ts', engineAddress, 'bare', databaseUrl],
    stored: ['bench/bare/worker.ts', engineAddress, 'stored', databaseUrl],
    door: ['bench/bare/server.ts', engineAddress, 'stored', databaseUrl, String(DOOR_PORT)],
  }),
});
const { towns } = loadCatalogue(env.catalogueDir);
const engine = new Client({ connection: engineConnection({ address: temporal.address }) });
const players = {
  service: servicePlayer(url, (person) => issuer.sign(person, env.jwtAudience), towns),
  bare: barePlayer(engine, 'bare'),
  stored: storedPlayer(`http://127.0.0.1:${DOOR_PORT}`),
};
type What = keyof typeof players;
const WHATS = ['service', 'bare', 'stored'] as const satisfies readonly What[];
/** Whose processes work for whom; the others idle meanwhile. */
const WORKS = {
  service: ['api', 'worker', 'postgres', 'temporal', 'client'],
  bare: ['bare', 'postgres', 'temporal', 'client'],
  stored: ['door', 'stored', 'postgres', 'temporal', 'client'],
} as const satisfies Record<What, readonly (keyof Cpu)[]>;

for (const what of WHATS) await load(players[what], 8, 5);

console.log(`${availableParallelism()} cores, ${rounds} rounds of ${seconds} s each, in turns; five acts a case`);
console.log(`decide: ${decideMedianUs().toFixed(1)} µs median`);
console.log('client is this process: gRPC for the bare workflow, HTTP for the others; history is the engine’s\n');
console.log(row('clients', 'what', 'cases/s', 'act p50', 'p95', 'p99 ms', 'CPU ms a case', 'history'));
for (const clients of values.clients.split(',').map(Number)) {
  const loads: Record<What, Load[]> = { service: [], bare: [], stored: [] };
  const cpu: Record<What, Cpu[]> = { service: [], bare: [], stored: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const what of WHATS) {
      const before = cpuOfAll();
      loads[what].push(await load(players[what], clients, seconds));
      cpu[what].push(spent(before, cpuOfAll()));
    }
  }
  for (const what of WHATS) await line(clients, what, joined(loads[what]), cpu[what]);
  for (const base of ['bare', 'stored'] as const) ratio(clients, base, joined(loads.service), joined(loads[base]));
  console.log();
}

console.log('recorded histories of whole cases, opened to archived, with the worker’s restarts in them');
for (const line of recordedHistories()) console.log(line);

await stop();
process.exit(0);

type Cpu = Readonly<Record<keyof typeof children | 'postgres' | 'temporal' | 'client', number>>;

function cpuOfAll(): Cpu {
  const { user, system } = process.cpuUsage();
  return {
    api: cpuMs(children.api.pid),
    worker: cpuMs(children.worker.pid),
    bare: cpuMs(children.bare.pid),
    stored: cpuMs(children.stored.pid),
    door: cpuMs(children.door.pid),
    postgres: cpuMs(postgres.pid),
    temporal: cpuMs(temporal.pid),
    client: (user + system) / 1_000,
  };
}

function spent(before: Cpu, after: Cpu): Cpu {
  const of = (name: keyof Cpu): number => after[name] - before[name];
  return {
    api: of('api'),
    worker: of('worker'),
    bare: of('bare'),
    stored: of('stored'),
    door: of('door'),
    postgres: of('postgres'),
    temporal: of('temporal'),
    client: of('client'),
  };
}

function ratio(clients: number, base: What, service: Load, other: Load): void {
  const rate = service.cases / service.seconds / (other.cases / other.seconds);
  const [p50 = '', p95 = '', p99 = ''] = [50, 95, 99].map((percent) =>
    (percentile(service.actsMs, percent) / percentile(other.actsMs, percent)).toFixed(2),
  );
  console.log(row(clients, `/${base}`, rate.toFixed(2), p50, p95, p99));
}

async function line(clients: number, what: What, { cases, seconds: took, actsMs, lastIds }: Load, cpu: readonly Cpu[]) {
  const { events, workflowTasks, kilobytes } = await historyOf(engine, lastIds);
  const each = (name: keyof Cpu): number => cpu.reduce((sum, round) => sum + round[name], 0) / cases;
  const parts = WORKS[what].map((name) => `${name} ${each(name).toFixed(1)}`);
  const total = WORKS[what].reduce((sum, name) => sum + each(name), 0);
  const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(actsMs, percent).toFixed(1));
  const history = `${events.toFixed(1)} events, ${workflowTasks.toFixed(1)} tasks, ${kilobytes.toFixed(1)} KB`;
  const used = `${total.toFixed(0)} = ${parts.join(' + ')}`;
  console.log(row(clients, what, (cases / took).toFixed(1), p50 ?? '', p95 ?? '', p99 ?? '', used, history));
}

function row(clients: number | string, what: string, ...cells: readonly string[]): string {
  const [rate = '', p50 = '', p95 = '', p99 = '', used = '', history = ''] = cells;
  const latencies = [p50, p95, p99].map((cell) => cell.padStart(8)).join('');
  return `${String(clients).padStart(7)}  ${what.padEnd(8)}${rate.padStart(8)}${latencies}  ${used.padEnd(76)}${history}`.trimEnd();
}
