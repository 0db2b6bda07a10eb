import { spawn } from 'node:child_process';
import { closeSync, openSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from './processIdentity';

export type Log = (line: string) => void;

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

export interface LocalProcess {
  readonly pid: number;
  /** Why it ended; null while it runs. */
  readonly ended: () => string | null;
  readonly stop: () => Promise<void>;
  /** At once and without care, as a crash would. */
  readonly kill: () => void;
}

export interface StartOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly logFile: string;
  readonly stopSignal: 'SIGINT' | 'SIGTERM';
  readonly owner: Owner | null;
}

const STOP_WITHIN_MS = 30_000;
const LOG_KEPT_BYTES = 8 * 1024 * 1024;

/**
 * Starts a server in a process group of its own, so that Ctrl-C in the terminal reaches the service first and it can
 * drain before its servers go. It writes to a file: a pipe would break when the parent is killed.
 */
export async function startProcess(options: StartOptions): Promise<LocalProcess> {
  const log = openSync(options.logFile, isTooLong(options.logFile) ? 'w' : 'a');
  try {
    const child = spawn(options.command, options.args, {
      cwd: options.cwd,
      detached: true,
      stdio: ['ignore', log, log],
      ...(options.owner ?? {}),
    });
    await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    return follow(child, options.stopSignal);
  } finally {
    closeSync(log);
  }
}

function follow(child: ReturnType<typeof spawn>, stopSignal: 'SIGINT' | 'SIGTERM'): LocalProcess {
  const { pid } = child;
  if (pid === undefined) throw new Error('A process was started but has no number.');
  let ended: string | null = null;
  const onParentExit = (): void => void child.kill(stopSignal);
  const exit = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      ended = signal ?? `code ${code}`;
      process.off('exit', onParentExit);
      resolve();
    });
  });
  process.on('exit', onParentExit);
  child.unref();

  return {
    pid,
    ended: () => ended,
    kill: () => void child.kill('SIGKILL'),
    stop: async () => {
      if (ended !== null) return;
      child.ref();
      child.kill(stopSignal);
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      await exit;
      clearTimeout(timer);
    },
  };
}

/** Stops a process that an earlier, killed parent left behind. */
export async function stopOrphan(pid: number, signal: 'SIGINT' | 'SIGTERM'): Promise<void> {
  const orphan = await processIdentity(pid);
  if (orphan === null) return;
  const isThere = async (): Promise<boolean> => (await processIdentity(pid))?.startedAt === orphan.startedAt;
  for (const each of [signal, 'SIGKILL'] as const) {
    try {
      process.kill(pid, each);
    } catch (error) {
      if (!(await isThere())) return;
      throw new Error(`进程 ${pid} 是上次留下的（${orphan.command}），停不下来，请手工结束它后再试。`, {
        cause: error,
      });
    }
    const deadline = Date.now() + STOP_WITHIN_MS;
    while (Date.now() < deadline) {
      if (!(await isThere())) return;
      await sleep(50);
    }
  }
  throw new Error(`进程 ${pid} 是上次留下的（${orphan.command}），停不下来，请手工结束它后再试。`);
}

/** The last lines of a log, for an error that should not send its reader looking for the file. */
export async function lastLines(logFile: string, count = 12): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

function isTooLong(logFile: string): boolean {
  return (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_KEPT_BYTES;
}
