import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertCases } from '../../db/insertCases';
import { STORIES_TOLD } from '../../demo/stories/told';
import { openHouse, type House } from '../support/house';
import { STREET } from '../support/road';
import { until } from '../support/until';
import { expectProblem } from './support';

const URL = '/api/v1/what-if';
const NOTHING = { periods: [], rules: [], items: [], staffing: [] };
const MONTH = { season: 'made_up', from: '2026-03-01', to: '2026-03-31', replications: 39, changes: NOTHING };

interface Figure {
  readonly figure: string;
  readonly of: string | null;
  readonly ofLabel: string | null;
  readonly actual: number | null;
  readonly base: { readonly mean: number } | null;
  readonly difference: { readonly mean: number; readonly high: number } | null;
}
interface Line {
  readonly kind: 'progress' | 'answer' | 'failed';
  readonly done?: number;
  readonly of?: number;
  readonly answer?: {
    readonly compared: boolean;
    readonly changed: readonly string[];
    readonly figures: readonly Figure[];
  };
}

let house: House;
let address: string;
beforeAll(async () => {
  house = await openHouse();
  await house.app.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(house.app.server.address() as AddressInfo).port}`;
});
afterAll(() => house.close());

async function ask(body: object, signal?: AbortSignal): Promise<Response> {
  return fetch(`${address}${URL}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await house.token('supervisor-1')}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });
}

async function linesOf(response: Response): Promise<readonly Line[]> {
  expect(response.status).toBe(200);
  return (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

describe('what there is to change', () => {
  it('given somebody who may evaluate, then the periods, rules, items and people that count; anybody else is refused', async () => {
    const { status, body } = await house.get<{
      periods: { id: string; number: number; unitLabel: string }[];
      pools: { pool: string; people: number }[];
      past: null;
      notModelled: string[];
    }>('leader-1', URL);
    expect(status).toBe(200);
    expect(body.periods.find(({ id }) => id === 'investigation')).toMatchObject({ number: 30, unitLabel: '日' });
    expect(body.pools.find(({ pool }) => pool === STREET.code)?.people).toBeGreaterThan(1);
    expect(body.notModelled.length).toBeGreaterThan(3);
    for (const who of ['dispatcher', `office-${STREET.code}`, 'reviewer-1', 'auditor', 'security-admin']) {
      expectProblem(await house.get(who, URL), 403, 'forbidden');
      expectProblem(await house.post(who, URL, MONTH), 403, 'forbidden');
    }
  });
});

describe('a question about a season', () => {
  it('given no change, then every replication is told of, and the base stands alone', async () => {
    const lines = await linesOf(await ask(MONTH));
    const told = lines.filter(({ kind }) => kind === 'progress').map(({ done }) => done);
    expect(told).toEqual(Array.from({ length: 40 }, (_, n) => n));
    expect(lines.at(-1)).toMatchObject({ kind: 'answer', answer: { compared: false, changed: [] } });
  }, 120_000);

  it('given nearly nobody left in a town and nothing delegated by a rule, then the difference is there, in words and numbers', async () => {
    const changes = {
      ...NOTHING,
      staffing: [{ pool: STREET.code, by: -16 }],
      periods: [{ id: 'verify', number: 1 }],
      rules: [{ id: 'GR-23', grade: 'bureau' }],
    };
    const answer = (await linesOf(await ask({ ...MONTH, changes }))).at(-1)?.answer;
    expect(answer?.compared).toBe(true);
    expect(answer?.changed).toEqual([
      '时限“案源核查（接报到初查反馈）”：2个工作日 → 1个工作日',
      expect.stringMatching(/^分级规则 GR-23“.*”：镇街办结 → 执法局办结$/),
      `${STREET.name}：-16 人`,
    ]);
    const whole = (id: string) => answer?.figures.find(({ figure, of }) => figure === id && of === null);
    expect(whole('town_share')?.difference?.high).toBeLessThan(0);
    expect(whole('opened')?.difference).toMatchObject({ mean: 0 });
    expect(answer?.figures.find(({ figure, of }) => figure === 'score' && of === STREET.code)?.ofLabel).toBe(
      STREET.name,
    );
  }, 120_000);

  it('given a past season, then what happened stands beside; one without a case is refused before anything is reckoned', async () => {
    const past = { ...MONTH, season: 'past', from: '2026-01-01', to: '2026-12-31' };
    const none = await ask(past);
    expect([none.status, ((await none.json()) as { detail: string }).detail]).toEqual([
      422,
      '2026-01-01 至 2026-12-31 没有成案的案件。',
    ]);
    const told = STORIES_TOLD.map(({ told: { events } }, n) =>
      events.map((one) => {
        const caseId = `510184-2026-90000${n}`;
        return one.event.type === 'case_opened'
          ? { ...one, caseId, event: { ...one.event, caseId } }
          : { ...one, caseId };
      }),
    );
    await insertCases(house.db, told);
    const opened = (await linesOf(await ask(past))).at(-1)?.answer?.figures.find(({ figure }) => figure === 'opened');
    expect(opened?.actual).toBeGreaterThan(0);
    expect(opened?.base?.mean).toBe(opened?.actual);
  }, 120_000);

  it('given what can’t be asked, then it is refused in words', async () => {
    const refused = async (over: object) => {
      const response = await ask({ ...MONTH, ...over });
      const { detail } = (await response.json()) as { detail: string };
      return `${response.status} ${detail}`;
    };
    expect(await refused({ from: '2026-04-01' })).toMatch(/^422 开始日期晚于结束日期/);
    expect(await refused({ to: '2027-03-01' })).toMatch(/^422 一季不超过 12 个月/);
    expect(await refused({ from: '2025-03-01', to: '2025-03-31' })).toMatch(/^422 2025-03-01 时没有施行的程序/);
    expect(await refused({ replications: 10 })).toMatch(/^400 /);
    const change = (changes: object) => refused({ changes: { ...NOTHING, ...changes } });
    expect(await change({ periods: [{ id: 'siesta', number: 3 }] })).toMatch(/^422 没有可以改的时限“siesta”/);
    expect(await change({ staffing: [{ pool: 'bureau', by: -500 }] })).toMatch(/^422 “bureau”只有 \d+ 人/);
  }, 120_000);

  it('given one that runs, then a second is told to wait, the service goes on answering, and it ends with whoever asked', async () => {
    const leave = new AbortController();
    const long = { ...MONTH, to: '2027-02-28', replications: 200 };
    const running = await ask(long, leave.signal);
    expect(running.status).toBe(200);
    const second = await ask(MONTH);
    expect(second.status).toBe(429);
    expect(second.headers.get('retry-after')).toBe('30');
    expect(((await second.json()) as { detail: string }).detail).toContain('同时只能有一次');
    expect((await house.get('leader-1', '/api/v1/me')).status).toBe(200);
    leave.abort();
    await expect(running.text()).rejects.toThrow();
    let again: readonly Line[] = [];
    await until(async () => {
      const response = await ask({ ...MONTH, to: '2026-03-07' });
      if (response.status === 429) return false;
      again = await linesOf(response);
      return true;
    });
    expect(again.at(-1)).toMatchObject({ kind: 'answer' });
  }, 120_000);
});
