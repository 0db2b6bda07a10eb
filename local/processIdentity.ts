import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface ProcessIdentity {
  readonly pid: number;
  /** Tells a process from a later one that was given the same number. */
  readonly startedAt: string;
  readonly command: string;
}

/** Who runs under this number now; null if nobody does, or only a zombie that nobody has collected. */
export async function processIdentity(pid: number): Promise<ProcessIdentity | null> {
  try {
    return process.platform === 'linux' ? await fromProc(pid) : await fromPs(pid);
  } catch {
    return null;
  }
}

async function fromProc(pid: number): Promise<ProcessIdentity | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold spaces and brackets itself, so the fields are counted from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAt] = [fields[0], fields[19]];
  if (state === undefined || startedAt === undefined || state === 'Z' || state === 'X') return null;
  const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();
  return { pid, startedAt, command };
}

async function fromPs(pid: number): Promise<ProcessIdentity | null> {
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'stat=,lstart=,command=', '-p', String(pid)]);
  const match = /^\s*(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\d{4})\s+(.*)$/m.exec(stdout);
  if (match === null || match[1]?.startsWith('Z') === true) return null;
  return { pid, startedAt: match[2] ?? '', command: match[3] ?? '' };
}
