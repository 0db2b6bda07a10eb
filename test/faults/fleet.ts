import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineConnection } from '../../engine/engineConnection';
import { prepareDatabase } from '../../commands/prepareDatabase';
import { readEnv } from '../../config/env';
import { localIssuer, type LocalIssuer } from '../../local/issuer';
import { bringPostgres } from '../../local/postgres';
import { bringTemporal } from '../../local/temporal';
import { until } from '../support/until';

export type Part = 'worker' | 'api' | 'temporal' | 'postgres';

/** The service as production runs it: each part a process of its own, that can be killed and started again. */
export interface Fleet {
  readonly url: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly localDir: string;
  readonly issuer: LocalIssuer;
  /** kill -9. */
  kill(part: Part): Promise<void>;
  start(part: Part): Promise<void>;
  /** Sends a signal to a process that goes on. */
  signal(part: 'worker' | 'api', signal: NodeJS.Signals): void;
  /** One more worker beside the first. */
  secondWorker(): Promise<ChildProcess>;
  /** Runs a command of the project against this fleet; resolves with its exit code and output. */
  command(file: string, args: readonly string[]): { readonly done: Promise<{ code: number | null; output: string }> };
  close(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface FleetOptions {
  /** Its folder in LOCAL_DIR: each fleet has servers of its own. */
  readonly name?: string;
  readonly catalogueDir?: string;
  /** What a process gets beside the rest, asked anew at each start. */
  readonly more?: (part: Process) => Readonly<Record<string, string>>;
  /** Modules that are loaded before each process's own. */
  readonly imports?: readonly string[];
}

/** A worker bundles its workflows when it starts: long, on a machine that has other things to do. */
const STARTS_MS = 180_000;

type Process = 'worker' | 'api' | 'command';

export async function openFleet(options: FleetOptions = {}): Promise<Fleet> {
  const env = readEnv();
  const { name = 'faults', catalogueDir = env.catalogueDir, more = () => ({}), imports = [] } = options;
  const localDir = join(env.localDir, name);
  // Only what an earlier run of this fleet left; the cached engine stays.
  for (const stale of ['postgres', 'temporal', 'issuer.json', 'processes.log']) {
    await rm(join(localDir, stale), { recursive: true, force: true });
  }
  const quiet = (): void => undefined;
  const bringDatabase = () => bringPostgres({ dir: localDir, databaseUrl: null, log: quiet });
  const bringEngine = () => bringTemporal({ dir: localDir, address: null, log: quiet, timeSkipping: true });
  let postgres = await bringDatabase();
  let temporal = await bringEngine();
  const databaseUrl = postgres.url;
  const temporalAddress = temporal.address;
  await prepareDatabase({ catalogueDir, databaseUrl });

  const issuer = await localIssuer(localDir);
  const keys = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(issuer.jwks));
  });
  const keysPort = await listen(keys);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const processEnv = {
    // eslint-disable-next-line no-restricted-properties -- a child process needs PATH and HOME, whatever they are
    ...process.env,
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    JWT_ISSUER: issuer.issuer,
    JWT_JWKS_URL: `http://127.0.0.1:${keysPort}/jwks`,
    LOCAL_DIR: localDir,
    CATALOGUE_DIR: catalogueDir,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    NODE_ENV: 'test',
  };
  const outputs: string[] = [];
  function run(part: Process, file: string, args: readonly string[] = []): ChildProcess {
    const loaded = ['tsx', ...imports].flatMap((module) => ['--import', module]);
    const child = spawn(process.execPath, [...loaded, join(ROOT, file), ...args], {
      cwd: ROOT,
      env: { ...processEnv, ...more(part) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const heard = (chunk: Buffer): void => {
      outputs.push(chunk.toString());
      appendFileSync(join(localDir, 'processes.log'), chunk);
    };
    child.stdout?.on('data', heard);
    child.stderr?.on('data', heard);
    return child;
  }

  let worker: ChildProcess;
  let api: ChildProcess;
  const others: ChildProcess[] = [];

  async function startWorker(): Promise<ChildProcess> {
    const child = run('worker', 'worker/main.ts');
    // A worker is there once the engine has seen its first poll.
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`the worker ended: ${outputs.slice(-5).join('')}`);
      return polled(temporalAddress, child.pid ?? 0);
    }, STARTS_MS);
    return child;
  }

  async function startApi(): Promise<ChildProcess> {
    const child = run('api', 'api/server.ts');
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`the API ended: ${outputs.slice(-5).join('')}`);
      return answers(`${url}/healthz`);
    }, STARTS_MS);
    return child;
  }

  const fleet: Fleet = {
    url,
    databaseUrl,
    temporalAddress,
    localDir,
    issuer,
    async kill(part) {
      switch (part) {
        case 'worker':
          return killHard(worker);
        case 'api':
          return killHard(api);
        case 'postgres':
          postgres.kill();
          return;
        case 'temporal':
          temporal.kill();
          return;
      }
    },
    async start(part) {
      switch (part) {
        case 'worker':
          worker = await startWorker();
          return;
        case 'api':
          api = await startApi();
          return;
        case 'postgres':
          postgres = await bringDatabase();
          return;
        case 'temporal':
          temporal = await bringEngine();
          return;
      }
    },
    signal(part, signal) {
      (part === 'worker' ? worker : api).kill(signal);
    },
    async secondWorker() {
      const child = await startWorker();
      others.push(child);
      return child;
    },
    command(file, args) {
      const child = run('command', file, args);
      const lines: string[] = [];
      child.stdout?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
      child.stderr?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
      others.push(child);
      return {
        done: new Promise((resolve) => {
          child.on('close', (code) => resolve({ code, output: lines.join('') }));
        }),
      };
    },
    async close() {
      for (const child of [worker, api, ...others]) await killHard(child);
      await temporal.stop();
      await postgres.stop();
      await new Promise((resolve) => keys.close(resolve));
    },
  };
  worker = await startWorker();
  api = await startApi();
  return fleet;
}

export async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}

/** Whether the worker of this process has asked the engine for tasks. */
async function polled(address: string, pid: number): Promise<boolean> {
  const connection = engineConnection({ address });
  try {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      namespace: 'default',
      taskQueue: { name: 'cases' },
      taskQueueType: 1,
    });
    return (pollers ?? []).some(({ identity }) => identity?.startsWith(`${pid}@`) === true);
  } finally {
    await connection.close();
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createTcpServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
