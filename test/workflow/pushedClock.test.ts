import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readClock } from '../../db/readClock';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { reportSummary } from '../support/road';
import { until } from '../support/until';

const HOUR_MS = 3_600_000;
const TOLERATED_MS = 5 * 60_000;
const SECRET = `whsec_${Buffer.from('a secret of the receiver, 24 bytes').toString('base64')}`;

const got: IncomingHttpHeaders[] = [];
const receiver = createServer((request, response) => {
  got.push(request.headers);
  request.resume().on('end', () => response.writeHead(204).end());
});
let house: House;
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  house = await openHouse({
    sinks: [{ name: 'oa', kind: 'webhook', url, secretFrom: 'X', secret: SECRET, timeoutMs: 10_000 }],
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await checkAllCases(house);
});
afterAll(async () => {
  await house.close();
  receiver.close();
});

/** API and worker of this house are in this process: their clock is pushed, the engine's and the database's are not. */
function push(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms, shouldAdvanceTime: false });
}

describe('a process whose clock is an hour off', () => {
  it('given an hour ahead, when a case is opened, then it begins now and is shown green', async () => {
    push(HOUR_MS);
    const caseId = await reportSummary(house);
    const { status, body } = await house.get<{
      summary: { light: string; openedAt: string };
      clocks: readonly { light: string }[];
    }>('supervisor-1', `/api/v1/cases/${caseId}`);
    vi.useRealTimers();
    expect(status, JSON.stringify(body)).toBe(200);
    expect(Math.abs(Date.parse(body.summary.openedAt) - Date.now())).toBeLessThan(TOLERATED_MS);
    expect(body.summary.light).toBe('green');
    expect(body.clocks.map(({ light }) => light)).toEqual(['green']);
  });

  for (const [words, ms] of [
    ['ahead', HOUR_MS],
    ['behind', -HOUR_MS],
  ] as const) {
    it(`given an hour ${words}, when a notice leaves the house, then its receiver finds it signed now`, async () => {
      push(ms);
      got.length = 0;
      await reportSummary(house);
      await until(async () => got.length > 0);
      vi.useRealTimers();
      const signedMs = Number(got[0]?.['webhook-timestamp']) * 1_000;
      expect(Math.abs(signedMs - Date.now())).toBeLessThan(TOLERATED_MS);
    });
  }

  it('given a clock that is set, then the house’s clock goes on by the database’s', async () => {
    const clock = await readClock(house.db);
    push(-HOUR_MS);
    const shown = clock();
    vi.useRealTimers();
    expect(Math.abs(Date.parse(shown) - Date.now())).toBeLessThan(TOLERATED_MS);
  });
});
