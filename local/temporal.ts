import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { engineConnection } from '../engine/engineConnection';
import { msToTs, tsToMs } from '@temporalio/common/lib/time';
import { localDir } from './localDir';
import { lastLines, startProcess, stopOrphan, type LocalProcess, type Log } from './localProcess';
import { processIdentity } from './processIdentity';
import { stablePort } from './stablePort';
import { temporalCli } from './temporalCli';

export interface TemporalOptions {
  /** Where the local stack keeps its things. */
  readonly dir: string;
  /** Given: used as it is, and nothing is started. */
  readonly address: string | null;
  readonly log: Log;
  /** Lets a workflow ask for a clock that jumps to its next timer: for demo and tests only. */
  readonly timeSkipping: boolean;
  readonly namespace?: string;
  /** Settings of the server itself, as its dynamic configuration names them: for tests of what a long life brings. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
}

export interface LocalTemporal {
  readonly address: string;
  readonly uiUrl: string | null;
  readonly pid: number | null;
  readonly cliPath: string | null;
  readonly stop: () => Promise<void>;
  /** At once and without care, as a crash would; bringing it again continues with the same data and port. */
  readonly kill: () => void;
}

const READY_WITHIN_MS = 60_000;
const ATTEMPTS = 3;
const RETENTION_MS = 90 * 24 * 3_600_000;

/** A Temporal server on 127.0.0.1 whose cases outlive it: the one that is given, else one of our own. */
export async function bringTemporal(options: TemporalOptions): Promise<LocalTemporal> {
  const { address, log, timeSkipping, namespace = 'default', settings = {} } = options;
  if (address !== null) return useGiven(address, log);
  if (process.platform === 'win32') throw new Error('Windows 上请在 WSL 中运行，或设 TEMPORAL_ADDRESS。');

  const dir = await localDir(options.dir);
  const home = join(dir, 'temporal');
  await mkdir(home, { recursive: true });
  const pidFile = join(home, 'pid');
  await clearPidFile(pidFile, log);
  const cliPath = await temporalCli(dir, timeSkipping, log);
  const { server, port, uiPort } = await startServer({
    ...{ home, pidFile, cliPath, namespace },
    settings: timeSkipping ? { ...settings, 'frontend.WorkflowTimeSkippingEnabled': true } : settings,
  });
  try {
    await keepLonger(`127.0.0.1:${port}`, namespace);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const uiUrl = `http://127.0.0.1:${uiPort}`;
  log(`Temporal：就绪，127.0.0.1:${port}，界面 ${uiUrl}`);
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(pidFile, { force: true });
  };
  return { address: `127.0.0.1:${port}`, uiUrl, pid: server.pid, cliPath, stop, kill: server.kill };
}

async function useGiven(address: string, log: Log): Promise<LocalTemporal> {
  const [, host = '', port = ''] = /^\[?(.+?)\]?:(\d+)$/.exec(address) ?? [];
  // Only whether somebody listens: the certificate and the key are the client's business.
  if (!(await listens(host, Number(port), 10_000))) {
    throw new Error(`TEMPORAL_ADDRESS 指向的 ${address} 连不上。请检查它，或不设此变量以使用自带的。`);
  }
  log(`Temporal：使用 TEMPORAL_ADDRESS（${address}）`);
  return { address, uiUrl: null, pid: null, cliPath: null, stop: () => Promise.resolve(), kill: () => undefined };
}

/** Stops the server of an earlier run whose parent was killed: two of them on one file would not go well. */
async function clearPidFile(pidFile: string, log: Log): Promise<void> {
  const written = await readFile(pidFile, 'utf8').catch(() => '');
  const [, pid, startedAt] = /^(\d+) (.+)$/m.exec(written) ?? [];
  const running = pid === undefined ? null : await processIdentity(Number(pid));
  if (running !== null && running.startedAt === startedAt) {
    log(`Temporal：先停下上次留下的进程 ${running.pid}`);
    await stopOrphan(running.pid, 'SIGTERM');
  }
  await rm(pidFile, { force: true });
}

interface ServerOptions {
  readonly home: string;
  readonly pidFile: string;
  readonly cliPath: string;
  readonly namespace: string;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

interface Started {
  readonly server: LocalProcess;
  readonly port: number;
  readonly uiPort: number;
}

/** Tries again: the server picks ports of its own besides the two it is given, and may find one taken. */
async function startServer({ home, pidFile, cliPath, namespace, settings }: ServerOptions): Promise<Started> {
  const logFile = join(home, 'temporal.log');
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const port = await stablePort(join(home, 'port'));
    const uiPort = await stablePort(join(home, 'ui-port'));
    const server = await startProcess({
      command: cliPath,
      args: [
        ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(uiPort)],
        ...['--namespace', namespace, '--log-level', 'error'],
        // synchronous=2: what was answered has reached the disk, so a power cut loses no case.
        ...['--db-filename', join(home, 'temporal.db'), '--sqlite-pragma', 'journal_mode=wal'],
        ...['--sqlite-pragma', 'synchronous=2'],
        ...Object.entries(settings).flatMap(([key, value]) => [
          '--dynamic-config-value',
          `${key}=${JSON.stringify(value)}`,
        ]),
      ],
      cwd: home,
      logFile,
      stopSignal: 'SIGTERM',
      owner: null,
    });
    const identity = await processIdentity(server.pid);
    if (identity !== null) await writeFile(pidFile, `${identity.pid} ${identity.startedAt}\n`);
    if (await isReady(server, port, namespace, logFile)) return { server, port, uiPort };
  }
  throw new Error(`Temporal 起不来。日志 ${logFile} 的末尾：\n${await lastLines(logFile)}`);
}

async function isReady(server: LocalProcess, port: number, namespace: string, logFile: string): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  // gRPC waits a second after a refused connection, so it is asked only once somebody listens.
  while (server.ended() === null && !(await listens('127.0.0.1', port, 1_000)) && Date.now() < deadline)
    await sleep(25);
  const connection = engineConnection({ address: `127.0.0.1:${port}` });
  try {
    let reason: unknown;
    while (server.ended() === null && Date.now() < deadline) {
      try {
        await connection.withDeadline(Date.now() + 2_000, async () => {
          await connection.workflowService.describeNamespace({ namespace });
        });
        return true;
      } catch (error) {
        reason = error;
        await sleep(50);
      }
    }
    if (server.ended() !== null) return false;
    await server.stop();
    throw new Error(
      `Temporal 没有按时就绪（${String(reason)}）。日志 ${logFile} 的末尾：\n${await lastLines(logFile)}`,
    );
  } finally {
    await connection.close();
  }
}

/** Closed cases stay open to look at for longer than the development server's one day. */
async function keepLonger(address: string, namespace: string): Promise<void> {
  const connection = engineConnection({ address });
  try {
    await connection.withDeadline(Date.now() + 10_000, async () => {
      const { config } = await connection.workflowService.describeNamespace({ namespace });
      if (config?.workflowExecutionRetentionTtl && tsToMs(config.workflowExecutionRetentionTtl) >= RETENTION_MS) return;
      await connection.workflowService.updateNamespace({
        namespace,
        config: { workflowExecutionRetentionTtl: msToTs(RETENTION_MS) },
      });
    });
  } finally {
    await connection.close();
  }
}

function listens(host: string, port: number, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: withinMs });
    const answer = (value: boolean): void => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', () => answer(true));
    socket.once('timeout', () => answer(false));
    socket.once('error', () => answer(false));
  });
}
