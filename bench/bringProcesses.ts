import { spawn, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareDatabase } from '../commands/prepareDatabase';
import type { Env } from '../config/env';
import { localIssuer, type LocalIssuer } from '../local/issuer';
import { bringPostgres, type LocalPostgres } from '../local/postgres';
import { bringTemporal, type LocalTemporal } from '../local/temporal';
import { scratchDatabase } from './scratchDatabase';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface Processes<Other extends string> {
  readonly url: string;
  readonly issuer: LocalIssuer;
  readonly postgres: LocalPostgres;
  readonly temporal: LocalTemporal;
  readonly children: Readonly<Record<'api' | 'worker' | Other, ChildProcess>>;
  readonly stop: () => Promise<void>;
}

interface Wanted<Other extends string> {
  /** A folder for CPU profiles of all the processes. */
  readonly profile: string | null;
  /** What else is measured on the same servers: a file of ours and its arguments each. */
  readonly others?: (servers: {
    readonly engineAddress: string;
    readonly databaseUrl: string;
  }) => Readonly<Record<Other, readonly [string, ...string[]]>>;
}

/** The service as it runs in production: api and worker as processes of their own, on servers of this folder that hold nothing yet. */
export async function bringProcesses<Other extends string = never>(
  env: Env,
  { profile, others }: Wanted<Other>,
): Promise<Processes<Other>> {
  const localDir = join(env.localDir, 'bench');
  const quiet = (): void => undefined;
  const server = await bringPostgres({ dir: localDir, databaseUrl: env.databaseUrl, log: quiet });
  const scratch = await scratchDatabase(server.url);
  const postgres = { ...server, url: scratch.url };
  const engine = { dir: localDir, address: env.temporalAddress, log: quiet, timeSkipping: true };
  // The cases of the run before would be worked on beside those that are measured.
  if (env.temporalAddress === null) {
    await (await bringTemporal(engine)).stop();
    await rm(join(localDir, 'temporal'), { recursive: true });
  }
  const temporal = await bringTemporal(engine);
  await prepareDatabase({ catalogueDir: env.catalogueDir, databaseUrl: postgres.url });

  const issuer = await localIssuer(localDir);
  const keys = createServer((_request, response) => void response.end(JSON.stringify(issuer.jwks)));
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
  const port = env.port + 1_000;
  const url = `http://127.0.0.1:${port}`;
  const files = {
    api: ['api/server.ts'],
    worker: ['worker/main.ts'],
    ...others?.({ engineAddress: temporal.address, databaseUrl: postgres.url }),
  } as Record<'api' | 'worker' | Other, readonly [string, ...string[]]>;
  const names = Object.keys(files) as (keyof typeof files)[];
  const children = Object.fromEntries(names.map((name) => [name, run(files[name])])) as Record<
    keyof typeof files,
    ChildProcess
  >;
  // A run that fails leaves nothing behind.
  process.on('exit', () => {
    for (const child of Object.values<ChildProcess>(children)) child.kill('SIGKILL');
    temporal.kill();
    postgres.kill();
  });
  await ready(`${url}/readyz`);

  return {
    url,
    issuer,
    postgres,
    temporal,
    children,
    async stop() {
      for (const child of Object.values<ChildProcess>(children)) child.kill('SIGTERM');
      await Promise.all(
        Object.values<ChildProcess>(children).map((child) => new Promise((resolve) => child.once('exit', resolve))),
      );
      keys.close();
      await temporal.stop();
      await scratch.drop();
      await postgres.stop();
    },
  };

  function run([file, ...args]: readonly [string, ...string[]]): ChildProcess {
    const profiled = profile === null ? [] : ['--cpu-prof', '--cpu-prof-dir', profile];
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
}

async function ready(address: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${address} did not become ready`);
}
