import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Client } from '@temporalio/client';
import { engineConnection } from '../engine/engineConnection';
import { prepareDatabase } from '../commands/prepareDatabase';
import { loadCatalogue } from '../config/catalogue';
import { readEnv } from '../config/env';
import { localIssuer } from '../local/issuer';
import { bringPostgres } from '../local/postgres';
import { bringTemporal } from '../local/temporal';
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

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const env = readEnv();
const localDir = join(env.localDir, 'bench');
const quiet = (): void => undefined;
const postgres = await bringPostgres({ dir: localDir, databaseUrl: env.databaseUrl, log: quiet });
const temporal = await bringTemporal({ dir: localDir, address: env.temporalAddress, log: quiet, timeSkipping: true });
await prepareDatabase({ catalogueDir: env.catalogueDir, databaseUrl: postgres.url });

const issuer = await localIssuer(localDir);
const keys = createServer((_request, response) => void response.end(JSON.stringify(issuer.jwks)));
await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
const port = env.port + 1_000;
const url = `http://127.0.0.1:${port}`;
const children = {
  api: run('api/server.ts'),
  worker: run('worker/main.ts'),
  bare: run('bench/bare/worker.ts', temporal.address, 'bare', postgres.url),
  stored: run('bench/bare/worker.ts', temporal.address, 'stored', postgres.url),
  door: run('bench/bare/server.ts', temporal.address, 'stored', postgres.url, String(port + 1)),
};
// A run that fails leaves nothing behind.
process.on('exit', () => {
  for (const child of Object.values(children)) child.kill('SIGKILL');
  temporal.kill();
  postgres.kill();
});
const { towns } = loadCatalogue(env.catalogueDir);
const engine = new Client({ connection: engineConnection({ address: temporal.address }) });
const players = {
  service: servicePlayer(url, (person) => issuer.sign(person, env.jwtAudience), towns),
  bare: barePlayer(engine, 'bare'),
  stored: storedPlayer(`http://127.0.0.1:${port + 1}`),
};
type What = keyof typeof players;
const WHATS = ['service', 'bare', 'stored'] as const satisfies readonly What[];
/** Whose processes work for whom; the others idle meanwhile. */
const WORKS = {
  service: ['api', 'worker', 'postgres', 'temporal', 'client'],
  bare: ['bare', 'postgres', 'temporal', 'client'],
  stored: ['door', 'stored', 'postgres', 'temporal', 'client'],
} as const satisfies Record<What, readonly (keyof Cpu)[]>;

await ready(`${url}/readyz`);
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

for (const child of Object.values(children)) child.kill('SIGTERM');
await Promise.all(Object.values(children).map((child) => new Promise((resolve) => child.once('exit', resolve))));
keys.close();
await temporal.stop();
await postgres.stop();
process.exit(0);

function run(file: string, ...args: readonly string[]): ChildProcess {
  const profiled = values.profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', values.profile];
  return spawn(process.execPath, [...profiled, '--import', 'tsx', join(ROOT, file), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      // eslint-disable-next-line no-restricted-properties -- a child process needs PATH and HOME, whatever they are
      ...process.env,
      DATABASE_URL: postgres.url,
      TEMPORAL_ADDRESS: temporal.address,
      JWT_ISSUER: issuer.issuer,
      JWT_JWKS_URL: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`,
      PORT: String(port),
      LOG_LEVEL: 'warn',
    },
  });
}

async function ready(address: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${address} did not become ready`);
}

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
