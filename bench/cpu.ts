import { readdirSync, readFileSync } from 'node:fs';

/** CPU that a process, its living children and its reaped ones have used, in ms, from /proc; 0 where there is none. */
export function cpuMs(pid: number | null | undefined): number {
  if (pid == null) return 0;
  const own = statOf(pid);
  if (own === null) return 0;
  // Postgres serves each connection in a process of its own, and those live as long as the connection.
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === pid);
  return [own, ...children].reduce((sum, stat) => sum + (stat?.cpuMs ?? 0), 0);
}

function statOf(pid: number): { readonly parent: number; readonly cpuMs: number } | null {
  try {
    // What follows the name, from field 3 of proc(5): state, ppid, …; 14–17 are utime, stime, cutime, cstime in 10 ms.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field] ?? 0), 0);
    return { parent: Number(fields[1]), cpuMs: ticks * 10 };
  } catch {
    return null;
  }
}
