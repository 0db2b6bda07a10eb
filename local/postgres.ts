import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { localDir } from './localDir';
import { lastLines, startProcess, stopOrphan, type LocalProcess, type Log } from './localProcess';
import { postgresBinaries, type PostgresBinaries } from './postgresBinaries';
import { postgresHome, type PostgresHome } from './postgresHome';
import { processIdentity } from './processIdentity';
import { stablePort } from './stablePort';

export interface PostgresOptions {
  /** Where the local stack keeps its things. */
  readonly dir: string;
  /** Given: used as it is, and nothing is started. */
  readonly databaseUrl: string | null;
  readonly log: Log;
}

export interface LocalPostgres {
  readonly url: string;
  readonly pid: number | null;
  readonly stop: () => Promise<void>;
  /** At once and without care, as a crash would; bringing it again continues with the same data and port. */
  readonly kill: () => void;
}

const DATABASE = 'graded_cases';
const USER = 'postgres';
// After a crash it first replays its log.
const READY_WITHIN_MS = 120_000;
const ATTEMPTS = 20;
/** What passes by itself: after a kill the old backends hold on for a moment, and a port may be taken in between. */
const PASSING = /pre-existing shared memory|address already in use|could not create any TCP\/IP sockets/i;

/** A real Postgres on 127.0.0.1 whose data outlive it: the one that is given, else one of our own. */
export async function bringPostgres({ dir, databaseUrl, log }: PostgresOptions): Promise<LocalPostgres> {
  if (databaseUrl !== null) return useGiven(databaseUrl, log);
  if (process.platform === 'win32') throw new Error('Windows 上请在 WSL 中运行，或设 DATABASE_URL。');

  const home = await postgresHome(await localDir(dir), log);
  await clearPidFile(home, log);
  const binaries = await postgresBinaries(home, await majorOfData(home));
  const password = await ensureCluster(home, binaries, log);
  const { server, port } = await startServer(home, binaries, password);
  try {
    await ensureDatabase(connectionUrl(password, port, USER));
  } catch (error) {
    await server.stop();
    throw error;
  }
  log(`Postgres：就绪，版本 ${binaries.major}，127.0.0.1:${port}，数据在 ${home.dataFolder}`);
  return { url: connectionUrl(password, port, DATABASE), pid: server.pid, stop: server.stop, kill: server.kill };
}

async function useGiven(url: string, log: Log): Promise<LocalPostgres> {
  const { hostname, pathname } = new URL(url);
  try {
    await query(url, 'select 1');
  } catch (error) {
    const reason = reasonOf(error);
    throw new Error(
      `DATABASE_URL 指向的 Postgres（${hostname}${pathname}）连不上：${reason}。请检查它，或不设此变量以使用自带的。`,
    );
  }
  log(`Postgres：使用 DATABASE_URL（${hostname}${pathname}）`);
  return { url, pid: null, stop: () => Promise.resolve(), kill: () => undefined };
}

/** Stops the server of an earlier run whose parent was killed, and removes a pid file that points at a stranger. */
async function clearPidFile({ dataFolder }: PostgresHome, log: Log): Promise<void> {
  const file = join(dataFolder, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
  if (!Number.isInteger(pid)) return;
  const running = await processIdentity(pid);
  if (running?.command.includes(dataFolder) === true) {
    log(`Postgres：先停下上次留下的进程 ${pid}`);
    await stopOrphan(pid, 'SIGINT');
  }
  // Postgres trusts any living process of that number, also one that has nothing to do with it.
  await rm(file, { force: true });
}

async function majorOfData({ dataFolder }: PostgresHome): Promise<number | null> {
  const major = Number.parseInt(await readFile(join(dataFolder, 'PG_VERSION'), 'utf8').catch(() => ''), 10);
  return Number.isInteger(major) ? major : null;
}

/** Returns the superuser's password. The cluster is made beside its place and moved there whole. */
async function ensureCluster(home: PostgresHome, { initdb, major }: PostgresBinaries, log: Log): Promise<string> {
  const passwordFile = join(home.folder, 'password');
  if ((await majorOfData(home)) !== null) {
    const password = (await readFile(passwordFile, 'utf8').catch(() => '')).trim();
    if (password !== '') return password;
    throw new Error(`${passwordFile} 不见了，而数据还在。请找回它；数据不要了就删掉 ${home.folder}。`);
  }
  log(`Postgres：首次运行，建立数据库（版本 ${major}）`);
  const password = randomBytes(24).toString('hex');
  const unfinished = `${home.dataFolder}.new`;
  const handedOver = join(home.folder, 'password.new');
  await Promise.all(
    [unfinished, handedOver, home.dataFolder].map((path) => rm(path, { recursive: true, force: true })),
  );
  await writePrivate(passwordFile, password);
  await writePrivate(handedOver, password);
  // The home is ours, where the server's user may not write: it is handed an empty folder.
  await mkdir(unfinished, { mode: 0o700 });
  if (home.owner !== null) {
    await chown(handedOver, home.owner.uid, home.owner.gid);
    await chown(unfinished, home.owner.uid, home.owner.gid);
  }
  await promisify(execFile)(
    initdb,
    [
      `--pgdata=${unfinished}`,
      `--username=${USER}`,
      `--pwfile=${handedOver}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ],
    { cwd: home.folder, ...(home.owner ?? {}) },
  );
  await rm(handedOver);
  await rename(unfinished, home.dataFolder);
  return password;
}

interface Started {
  readonly server: LocalProcess;
  readonly port: number;
}

async function startServer(home: PostgresHome, { postgres }: PostgresBinaries, password: string): Promise<Started> {
  const logFile = join(home.folder, 'postgres.log');
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const port = await stablePort(join(home.folder, 'port'));
    const server = await startProcess({
      command: postgres,
      args: [
        ...['-D', home.dataFolder, '-p', String(port)],
        ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ],
      cwd: home.folder,
      logFile,
      stopSignal: 'SIGINT',
      owner: home.owner,
    });
    if (await isReady(server, connectionUrl(password, port, USER), logFile)) return { server, port };
    if (!PASSING.test(await lastLines(logFile))) break;
    await sleep(500);
  }
  throw new Error(`Postgres 起不来。日志 ${logFile} 的末尾：\n${await lastLines(logFile)}`);
}

async function isReady(server: LocalProcess, url: string, logFile: string): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (server.ended() === null) {
    try {
      await query(url, 'select 1');
      // Another server may have taken the port in the meantime, and ours ended.
      return server.ended() === null;
    } catch (error) {
      const wrongPassword = error instanceof pg.DatabaseError && error.code === '28P01';
      if (wrongPassword || Date.now() > deadline) {
        await server.stop();
        throw new Error(`Postgres 连不上：${reasonOf(error)}。日志 ${logFile} 的末尾：\n${await lastLines(logFile)}`);
      }
    }
    await sleep(25);
  }
  return false;
}

async function ensureDatabase(url: string): Promise<void> {
  const found = await query(url, `select 1 from pg_database where datname = '${DATABASE}'`);
  if (found === 0) await query(url, `create database ${DATABASE} template template0 encoding 'UTF8' locale 'C'`);
}

async function query(url: string, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // Without a listener a connection that breaks between queries ends the whole process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function connectionUrl(password: string, port: number, database: string): string {
  // sslmode is said, so that a PGSSLMODE in somebody's shell doesn't reach the local server.
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;
}

async function writePrivate(file: string, text: string): Promise<void> {
  await rm(file, { force: true });
  const handle = await open(file, 'wx', 0o600);
  try {
    await writeFile(handle, `${text}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function reasonOf(error: unknown): string {
  // A refused connection to several addresses is an AggregateError with an empty message.
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('，');
  return error instanceof Error ? error.message : String(error);
}
