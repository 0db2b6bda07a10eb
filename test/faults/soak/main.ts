import { randomInt } from 'node:crypto';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { runSoak, SLOW_MS, type Lateness } from './runSoak';

/**
 * `npm run soak -- [--cases 300] [--kills 30] [--seed N]`: running cases with deadlines of minutes while worker, API,
 * Temporal and Postgres are killed and the clocks of API and worker pushed by an hour. About 25 minutes. Ends with 1 where
 * a light, rung, urging, escalation or notice isn't there exactly once, came early, or its lateness is too much.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '300' },
    kills: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
  },
});
console.log(`--cases ${values.cases} --kills ${values.kills} --seed ${values.seed}`);
const report = await runSoak({
  seed: Number(values.seed),
  cases: Number(values.cases),
  kills: Number(values.kills),
  openOverMs: 5 * 60_000,
  spans: { period: 3, yellowPercent: 50, leader: 1, bureau: 1, escalate: 2 },
  toTheEnd: true,
  log: (line) => console.log(`${line}; load ${loadavg()[0]?.toFixed(1) ?? ''}`),
});
const { counted, kills, sent, faults, up, down, recovering } = report;
console.log(
  `\nkilled: ${Object.entries(kills)
    .map(([part, times]) => `${part} ${times}`)
    .join(', ')}`,
);
console.log(`took ${seconds(report.tookMs)}, of which down or not yet recovered ${seconds(report.downMs)}`);
console.log(
  `on file: ${Object.entries(counted)
    .map(([what, n]) => `${what} ${n}`)
    .join(', ')}`,
);
console.log(`messages: ${sent.messages}, of them sent again ${sent.again}; refused by the receiver ${sent.refused}`);
line('while all was up', up);
line('in the ten seconds after a recovery', recovering);
line('while something was down', down);
if (report.slow.length > 0) console.log(`over ${SLOW_MS} ms late while all was up: ${report.slow.length}, as`);
for (const late of report.slow.slice(0, 10)) console.log(late);
for (const fault of faults) console.error(fault);
const slow = up.p95 > SLOW_MS;
if (slow) console.error(`p95 ${up.p95.toFixed(0)} ms is over ${SLOW_MS} ms`);
console.log(faults.length === 0 && !slow ? '每项恰好一次，无一提前' : `${faults.length} faults`);
process.exit(faults.length === 0 && !slow ? 0 : 1);

function line(what: string, { count, p50, p95, max }: Lateness): void {
  const [median, most, worst] = [p50, p95, max].map((ms) => ms.toFixed(0));
  console.log(`lateness of ${count} that fell due ${what}: p50 ${median} ms, p95 ${most} ms, max ${worst} ms`);
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(0)} s`;
}
