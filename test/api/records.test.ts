import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { readEnv } from '../../config/env';
import { httpRecords } from '../../worker/httpRecords';
import { startRecordKeeper } from '../../worker/recordKeeper';
import type { Repeating } from '../../worker/repeat';
import { openHouse, type House } from '../support/house';
import { reportBureau, reportOrdinary, reportSummary, STREET, YANGMA } from '../support/road';
import { until } from '../support/until';
import { expectProblem } from './support';

const TIMEOUT_MS = 300;

interface Records {
  readonly source: string | null;
  readonly lookUps: readonly {
    readonly status: string | null;
    readonly statusLabel: string;
    readonly why: string | null;
    readonly source: string | null;
    readonly answeredAt: string | null;
    readonly askedBy: string;
    readonly records: readonly object[];
  }[];
}

/** The other body's register: it answers as it is told to, and remembers what it was asked. */
let answer: { readonly status: number; readonly body: string } | 'lags' | 'hangs up';
const asked: string[] = [];
const says = (body: unknown, status = 200) => ({
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const PERMIT = { kind: '夜间施工许可', number: 'XK-1', state: '有效', validUntil: '2027-01-01' };

let house: House;
let register: Server;
let keeper: Repeating;
beforeAll(async () => {
  house = await openHouse();
  register = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (answer === 'hangs up') request.socket.destroy();
    else if (answer !== 'lags') response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((listening) => void register.listen(0, '127.0.0.1', listening));
  const { port } = register.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/permits?item={item}&town={town}&place={place}&at={lng},{lat}`;
  keeper = startRecordKeeper(house.db, httpRecords({ url, timeoutMs: TIMEOUT_MS }), pino({ level: 'silent' }));
});
afterAll(async () => {
  await keeper.stop();
  register.closeAllConnections();
  register.close();
  await house.close();
});

async function recordsOf(caseId: string): Promise<Records> {
  const { status, body } = await house.get<Records>('dispatcher', `/api/v1/cases/${caseId}/records`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

async function answered(caseId: string, times = 1): Promise<Records['lookUps'][number]> {
  let last: Records['lookUps'] = [];
  await until(async () => {
    last = (await recordsOf(caseId)).lookUps;
    return last.length >= times && last.every(({ status }) => status !== null);
  });
  const [newest] = last;
  if (newest === undefined) throw new Error('nothing was asked');
  return newest;
}

describe('permits and other records', () => {
  it('given a register that has a permit, when a case opens, then it stands there with its source and instant, and no holder', async () => {
    answer = says({ records: [{ ...PERMIT, holder: '某甲', phone: '13800000001' }] });
    const caseId = await reportSummary(house);
    const found = await answered(caseId);
    expect(found).toMatchObject({ status: 'found', statusLabel: '有记录', askedBy: 'system', records: [PERMIT] });
    expect(found.source).toMatch(/^127\.0\.0\.1:/);
    expect(Date.parse(found.answeredAt ?? '')).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toMatch(/某甲|13800000001/);
    const question = decodeURIComponent(asked.at(-1) ?? '');
    expect(question).toMatch(new RegExp(`item=WL-004&town=${STREET.code}&place=街子古镇字库塔\\d+号&at=,$`));
  });

  it('given a register that has nothing, then “none”; asked again by the town it may have something', async () => {
    answer = says({ records: [] });
    const caseId = await reportOrdinary(house);
    expect(await answered(caseId)).toMatchObject({ status: 'none', why: null });
    answer = says({ records: [PERMIT] });
    const again = await house.post(`office-${YANGMA.code}`, `/api/v1/cases/${caseId}/records`, {});
    expect(again.status, JSON.stringify(again.body)).toBe(202);
    expect(await answered(caseId, 2)).toMatchObject({ status: 'found', askedBy: `office-${YANGMA.code}` });
  });

  it.each([
    ['fails', () => says('', 500), 'HTTP 500'],
    ['moves away', () => says('', 302), 'HTTP 302|连不上'],
    ['says nothing readable', () => says('<html>'), 'JSON'],
    ['answers in another form', () => says({ data: [] }), '格式'],
    ['says far too much', () => says(`"${'x'.repeat(70_000)}"`), '过长'],
    ['hangs up', () => 'hangs up' as const, '连不上'],
    ['lags', () => 'lags' as const, '毫秒'],
  ])('given a register that %s, then the answer is “unknown” with why, never “none”', async (_, told, why) => {
    answer = told();
    const caseId = await reportBureau(house);
    const said = await answered(caseId);
    expect(said).toMatchObject({ status: 'unknown', statusLabel: '未查明', records: [] });
    expect(said.why).toMatch(new RegExp(why));
  });

  it('given a register that lags, when clues come in, then each is answered while the register still owes its answer', async () => {
    answer = 'lags';
    const cases = [await reportSummary(house), await reportSummary(house), await reportSummary(house)];
    for (const caseId of cases)
      expect((await recordsOf(caseId)).lookUps.every(({ status }) => status !== 'found')).toBe(true);
    for (const caseId of cases) expect(await answered(caseId)).toMatchObject({ status: 'unknown' });
  });

  it('given another town, when it asks, then the case is not there; a leader of nothing in it is refused', async () => {
    answer = says({ records: [] });
    const caseId = await reportSummary(house);
    expectProblem(await house.get(`office-${YANGMA.code}`, `/api/v1/cases/${caseId}/records`), 404, 'not_found');
    expectProblem(await house.post('supervisor-1', `/api/v1/cases/${caseId}/records`, {}), 403, 'forbidden');
  });
});

describe('the address of a register', () => {
  const read = (url: string) => readEnv({ RECORD_LOOKUP_URL: url }).recordLookUpUrl;

  it('given what can be filled in, then it is taken; another name, or a host that a clue would choose, stops the start', () => {
    expect(readEnv({}).recordLookUpUrl).toBeNull();
    expect(read('https://permits.example/{town}?p={place}')).toBe('https://permits.example/{town}?p={place}');
    for (const bad of ['ftp://x/{town}', 'https://permits.example/?q={party}', 'https://{town}.example/', 'permits']) {
      expect(() => read(bad), bad).toThrow('RECORD_LOOKUP_URL');
    }
    expect(() => readEnv({ RECORD_LOOKUP_TIMEOUT_MS: '0' })).toThrow('RECORD_LOOKUP_TIMEOUT_MS');
  });
});
