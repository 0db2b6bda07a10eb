import { expect, it } from 'vitest';
import { knobs } from '../domain/support/random';
import { runSoak } from './soak/runSoak';

it('given running cases, parts killed and clocks an hour off, then each light, rung, urging, escalation and notice is there once, none early', async () => {
  const { seed, runs } = knobs('soak', 4);
  const report = await runSoak({
    seed,
    cases: 20,
    kills: runs,
    openOverMs: 5_000,
    spans: { period: 1, yellowPercent: 30, leader: 0, bureau: 0, escalate: 1 },
    toTheEnd: false,
    log: console.log,
  });
  console.log(JSON.stringify(report, null, 2));
  expect(report.faults).toEqual([]);
  // So that nothing passes for want of anything to look at.
  expect(report.counted.yellow + report.counted.red).toBeGreaterThanOrEqual(20);
}, 600_000);
