import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { prepareDatabase } from '../commands/prepareDatabase';
import { loadCatalogue } from '../config/catalogue';
import { readEnv } from '../config/env';
import { localIssuer } from '../local/issuer';
import { bringPostgres } from '../local/postgres';
import { bringTemporal } from '../local/temporal';
import { cpuMs } from './cpu';
import { decideMedianUs } from './decide';
import { joined, load, type Load, type PlayCase } from './load';
import { percentile } from './percentile';
import { barePlayer, servicePlayer } from './players';

/**
 * `npm run bench`: cases/s and the latency of an act over HTTP, beside a bare five-update workflow on the same server.
 * Service and baseline take turns in short rounds of one run, so that whatever else the machine does hits both.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '1,8,32' },
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
  bare: run('bench/bare/worker.ts', temporal.address, 'bare'),
};
// A run that fails leaves nothing behind.
process.on('exit', () => {
  for (const child of Object.values(children)) child.kill('SIGKILL');
  temporal.kill();
  postgres.kill();
});
const { towns } = loadCatalogue(env.catalogueDir);
const service = servicePlayer(url, (person) => issuer.sign(person, env.jwtAudience), towns);
const bare = barePlayer(temporal.address, 'bare');

await ready(`${url}/readyz`);
await load(service, 8, 5);
await load(bare, 8, 5);

console.log(`${availableParallelism()} cores, ${rounds} rounds of ${seconds} s each, in turns; five acts a case`);
console.log(`decide: ${decideMedianUs().toFixed(1)} µs median\n`);
console.log(
  'clients  what      cases/s  act p50   p95    p99 ms   CPU ms a case (api, worker, bare, postgres, temporal)',
);
for (const clients of values.clients.split(',').map(Number)) {
  const loads: { service: Load[]; bare: Load[] } = { service: [], bare: [] };
  const cpu = { service: [0, 0, 0, 0, 0], bare: [0, 0, 0, 0, 0] };
  for (let round = 0; round < rounds; round += 1) {
    for (const what of ['service', 'bare'] as const) {
      const player: PlayCase = what === 'service' ? service : bare;
      const before = cpuOfAll();
      loads[what].push(await load(player, clients, seconds));
      cpuOfAll().forEach((used, index) => (cpu[what][index] = (cpu[what][index] ?? 0) + used - (before[index] ?? 0)));
    }
  }
  const ours = joined(loads.service);
  const theirs = joined(loads.bare);
  line(clients, 'service', ours, cpu.service);
  line(clients, 'bare', theirs, cpu.bare);
  const p95 = percentile(ours.actsMs, 95) / percentile(theirs.actsMs, 95);
  const rate = ours.cases / ours.seconds / (theirs.cases / theirs.seconds);
  console.log(`${String(clients).padStart(7)}  ratio     ${rate.toFixed(2)} cases/s, act p95 ${p95.toFixed(2)}\n`);
}

for (const child of Object.values(children)) child.kill('SIGTERM');
await Promise.all(Object.values(children).map((child) => new Promise((resolve) => child.once('exit', resolve))));
keys.close();
await temporal.stop();
await postgres.stop();
process.exit(0);

function run(file: string, ...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', join(ROOT, file), ...args], {
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

/** Of Postgres only the first process: its backends are processes of their own, and long-lived. */
function cpuOfAll(): readonly number[] {
  return [children.api.pid, children.worker.pid, children.bare.pid, postgres.pid, temporal.pid].map((pid) =>
    pid == null ? 0 : (cpuMs(pid) ?? 0),
  );
}

function line(clients: number, what: string, { cases, seconds: took, actsMs }: Load, cpu: readonly number[]): void {
  const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(actsMs, percent).toFixed(1).padStart(7));
  const each = cpu.map((used) => (used / cases).toFixed(1)).join(', ');
  console.log(
    `${String(clients).padStart(7)}  ${what.padEnd(8)} ${(cases / took).toFixed(1).padStart(8)}  ${p50 ?? ''}${p95 ?? ''}${p99 ?? ''}     ${each}`,
  );
}
