import { readFileSync } from 'node:fs';

/** CPU that a process and its reaped children have used, in ms, from /proc; null where there is none. */
export function cpuMs(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // Fields 14–17 of proc(5): utime, stime, cutime, cstime, in ticks of 10 ms.
    return [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field] ?? 0), 0) * 10;
  } catch {
    return null;
  }
}
