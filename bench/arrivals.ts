import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadCatalogue } from '../config/catalogue';
import { readEnv } from '../config/env';
import { bringProcesses } from './bringProcesses';
import { clueStream } from './clueStream';
import { gridWorkers } from './gridWorkers';
import { cpuMs } from './cpu';
import { percentile } from './percentile';
import { importClues } from './sendClues';

/**
 * `npm run bench:arrivals`: clues that come one by one, so many a second whatever the service does, and how long each
 * takes to be answered and until its work order lies on the desk of the town; alone, and beside an import that never ends.
 */
const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '20' },
    /** Seconds of each phase. */
    seconds: { type: 'string', default: '30' },
    profile: { type: 'string' },
  },
});
const rate = Number(values.rate);
const seconds = Number(values.seconds);
/** Looking is work for the service as well: every third case is followed to its desk. */
const LOOK_EVERY_MS = 100;
const FOLLOWED = 3;
const LOOK_FOR_MS = 30_000;

const env = readEnv();
const { url, issuer, children, postgres, stop } = await bringProcesses(env, { profile: values.profile ?? null });
const headersOf = async (person: string) => ({
  authorization: `Bearer ${await issuer.sign(person, env.jwtAudience)}`,
  'content-type': 'application/json',
});
const catalogue = loadCatalogue(env.catalogueDir);
const offices = new Map<string, Readonly<Record<string, string>>>();
for (const { code } of catalogue.towns) offices.set(code, await headersOf(`office-${code}`));
const door = { url, headers: await headersOf('dispatcher') };
const next = clueStream(catalogue);
const sendOne = await gridWorkers(url, catalogue.towns, headersOf);
const load = (): string =>
  loadavg()
    .map((each) => each.toFixed(1))
    .join(' ');
console.log(`${availableParallelism()} cores, load ${load()} before; ${rate} clues/s for ${seconds} s each`);

await importClues(door, next, { count: 500, together: 100, clients: 2 });
await arrivals(3);
const alone = await measured('alone', () => Promise.resolve(0));
const beside = await measured('beside an import', async (goesOn) => {
  let imported = 0;
  while (goesOn()) {
    await importClues(door, next, { count: 400, together: 100, clients: 4 });
    imported += 400;
  }
  return imported;
});
console.log(`beside ÷ alone: answered p95 ${(beside / alone).toFixed(2)}`);
await stop();
process.exit(0);

async function measured(name: string, besides: (goesOn: () => boolean) => Promise<number>): Promise<number> {
  const before = [cpuMs(children.api.pid), cpuMs(postgres.pid)];
  let going = true;
  const other = besides(() => going);
  const { answeredMs, visibleMs, unseen } = await arrivals(seconds);
  going = false;
  const imported = await other;
  const [api, database] = [children.api.pid, postgres.pid].map((pid, at) => cpuMs(pid) - (before[at] ?? 0));
  const row = (samples: readonly number[]) =>
    [50, 95, 99].map((percent) => `p${percent} ${percentile(samples, percent).toFixed(0)} ms`).join(', ');
  console.log(`\n${name}${imported === 0 ? '' : `, ${(imported / seconds).toFixed(0)} clues/s`}; load ${load()}`);
  console.log(`  answered                  ${row(answeredMs)} (${answeredMs.length} clues)`);
  console.log(`  work order at the town    ${row(visibleMs)} (${visibleMs.length} cases, ${unseen} not seen)`);
  console.log(`  CPU: api ${((api ?? 0) / 1_000).toFixed(1)} s, postgres ${((database ?? 0) / 1_000).toFixed(1)} s`);
  return percentile(answeredMs, 95);
}

/** Clues at their instants: one that is answered late doesn't keep the next from coming. */
async function arrivals(forSeconds: number) {
  const answeredMs: number[] = [];
  const visibleMs: number[] = [];
  let unseen = 0;
  let cases = 0;
  const began = performance.now();
  const underWay: Promise<void>[] = [];
  for (let n = 0; n < forSeconds * rate; n += 1) {
    await sleep(began + (n * 1_000) / rate - performance.now());
    underWay.push(one());
  }
  await Promise.all(underWay);
  return { answeredMs, visibleMs, unseen };

  async function one(): Promise<void> {
    const sent = performance.now();
    const { ms, opened } = await sendOne(next());
    answeredMs.push(ms);
    if (opened === null) return;
    cases += 1;
    if (cases % FOLLOWED !== 0) return;
    if (await isOnDesk(opened, sent + LOOK_FOR_MS)) visibleMs.push(performance.now() - sent);
    else unseen += 1;
  }
}

async function isOnDesk({ caseId, town }: { caseId: string; town: string }, until: number): Promise<boolean> {
  while (performance.now() < until) {
    const response = await fetch(`${url}/api/v1/notices?limit=100`, { headers: offices.get(town) ?? {} });
    const { notices } = (await response.json()) as { notices?: readonly { caseId: string; topic: string }[] };
    if (notices?.some((notice) => notice.caseId === caseId && notice.topic === 'work_order') === true) return true;
    await sleep(LOOK_EVERY_MS);
  }
  return false;
}
