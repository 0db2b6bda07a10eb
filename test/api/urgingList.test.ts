import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { ok, reportOrdinary, reportSummary, STREET, YANGMA } from '../support/road';
import { until } from '../support/until';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => checkAllCases(house));
afterAll(() => house.close());

const TOWN = `officer-${STREET.code}-1`;

interface Urging {
  readonly caseId: string;
  readonly id: string;
  readonly standing: string;
  readonly byName: string;
  readonly dueAt: string | null;
  readonly light: string | null;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly opinion: string | null;
  readonly returns: number;
}

async function list<T>(person: string, url: string, name: string): Promise<readonly T[]> {
  const { status, body } = await house.get<Record<string, readonly T[]>>(person, url);
  expect(status, JSON.stringify(body)).toBe(200);
  return body[name] ?? [];
}

const urgings = (person: string, query = '') => list<Urging>(person, `/api/v1/urgings${query}`, 'urgings');
const idsOf = (found: readonly Urging[], caseId: string) =>
  found.filter((one) => one.caseId === caseId).map(({ id, standing }) => `${id} ${standing}`);

async function urge(person: string, caseId: string, act: 'urge' | 'supervise', more: object = {}): Promise<void> {
  await ok(house.act(person, caseId, act, { clockId: null, requirement: '请说明进展', within: null, ...more }));
}

async function whenRed(caseId: string, clockId: string): Promise<void> {
  const { body } = await house.get<{ clocks: { id: string; dueAt: string }[] }>(
    'supervisor-1',
    `/api/v1/cases/${caseId}`,
  );
  const due = body.clocks.find(({ id }) => id === clockId)?.dueAt ?? '';
  await house.forwardTo(caseId, new Date(Date.parse(due) + 1).toISOString());
  await until(
    async () =>
      (
        await house.db.query(
          `select 1 from events where case_id = $1 and type = 'rung_reached' and data ->> 'from' = 'red'`,
          [caseId],
        )
      ).rowCount !== 0,
  );
}

describe('the list of urgings and orders', () => {
  it('given an order that is answered, returned, answered again and found good, then the list says at each step how it stands', async () => {
    const caseId = await reportSummary(house);
    await urge('supervisor-1', caseId, 'urge');
    await urge('leader-1', caseId, 'supervise', { listed: true });
    const standing = async () => idsOf(await urgings('supervisor-1'), caseId).sort();
    const order = async () => (await urgings('supervisor-1', '?kind=order')).find((one) => one.caseId === caseId);
    expect(await standing()).toEqual(['D1 waiting', 'U1 waiting']);
    expect(await order()).toMatchObject({ light: 'green', answer: null, answeredAt: null, opinion: null });
    await ok(house.act(TOWN, caseId, 'answer_urging', { urgingId: 'D1', answer: '马上办' }));
    expect(await standing()).toEqual(['D1 to_check', 'U1 waiting']);
    expect(await order()).toMatchObject({ light: null, dueAt: null, answer: '马上办' });
    const check = (good: boolean, opinion: string) =>
      ok(house.act('supervisor-1', caseId, 'check_supervision', { urgingId: 'D1', good, opinion }));
    await check(false, '没有办');
    expect(await order()).toMatchObject({ standing: 'waiting', returns: 1, opinion: '没有办', light: 'green' });
    await ok(house.act(TOWN, caseId, 'answer_urging', { urgingId: 'D1', answer: '已办' }));
    await check(true, '属实');
    await ok(house.act(TOWN, caseId, 'answer_urging', { urgingId: 'U1', answer: '已办' }));
    expect(await standing()).toEqual(['D1 done', 'U1 done']);
    expect(await order()).toMatchObject({ answer: '已办', opinion: '属实' });
  });

  it('given filters, then only what fits is listed; and a town sees its own', async () => {
    const here = await reportSummary(house);
    const there = await reportOrdinary(house);
    await urge('leader-1', here, 'supervise', { listed: true });
    await urge('leader-1', there, 'supervise', { listed: false });
    await urge('supervisor-1', there, 'urge');
    expect(idsOf(await urgings('supervisor-1', '?listed=true'), here)).toEqual(['D1 waiting']);
    expect(idsOf(await urgings('supervisor-1', '?listed=true'), there)).toEqual([]);
    expect(idsOf(await urgings('supervisor-1', '?kind=urge'), there)).toEqual(['U1 waiting']);
    expect(idsOf(await urgings('supervisor-1', `?town=${YANGMA.code}`), here)).toEqual([]);
    expect(idsOf(await urgings('supervisor-1', '?standing=to_check'), there)).toEqual([]);
    expect(idsOf(await urgings(`office-${YANGMA.code}`), there)).toHaveLength(2);
    expect(idsOf(await urgings(`office-${YANGMA.code}`), here)).toEqual([]);
  });

  it('given more than a page, then each comes once, the newest first', async () => {
    const all = (await urgings('supervisor-1', '?limit=200')).map(({ caseId, id }) => `${caseId}/${id}`);
    expect(all.length).toBeGreaterThan(3);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: { urgings: readonly Urging[]; next: string | null } } = await house.get(
        'supervisor-1',
        `/api/v1/urgings?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...body.urgings.map(({ caseId, id }) => `${caseId}/${id}`));
      cursor = body.next;
    }
    expect(seen).toEqual(all);
  });

  it('given a stage, then the duties of cases at that stage are listed and no others', async () => {
    const caseId = await reportOrdinary(house);
    const at = async (stage: string) =>
      (await list<{ caseId: string }>('supervisor-1', `/api/v1/duties?stage=${stage}&limit=200`, 'duties')).filter(
        (duty) => duty.caseId === caseId,
      ).length;
    expect([await at('accept'), await at('verify')]).toEqual([1, 0]);
  });
});

interface Appeal {
  readonly caseId: string;
  readonly overdueId: string;
  readonly reason: string;
  readonly light: string | null;
  readonly judgement: { readonly granted: boolean; readonly byName: string } | null;
}

interface Ladder {
  readonly duties: readonly {
    readonly id: string;
    readonly running: boolean;
    readonly rungs: readonly {
      readonly rung: number;
      readonly at: string | null;
      readonly reached: boolean;
      readonly told: readonly { readonly orgName: string; readonly at: string }[];
    }[];
  }[];
}

describe('a duty that is late', () => {
  it('given the light turns red, then its ladder names who was told and who comes next; given an appeal, it stands in the list until it is judged, and after', async () => {
    const caseId = await reportSummary(house);
    const ladder = async () =>
      (await house.get<Ladder>('supervisor-1', `/api/v1/cases/${caseId}/ladder`)).body.duties.find(
        ({ id }) => id === 'accept',
      );
    const before = await ladder();
    expect(before?.rungs.every(({ reached }) => !reached)).toBe(true);
    expect(before?.rungs.length).toBeGreaterThan(2);
    await whenRed(caseId, 'accept');
    await until(async () => (await ladder())?.rungs.some(({ told }) => told.length > 0) === true);
    const climbed = (await ladder())?.rungs.filter(({ reached }) => reached) ?? [];
    expect(climbed.flatMap(({ told }) => told.map(({ orgName }) => orgName))).toContain(STREET.name);
    expect((await ladder())?.rungs.some(({ reached, at }) => !reached && at !== null)).toBe(true);
    await ok(house.act(TOWN, caseId, 'accept', {}));
    expect(await ladder()).toMatchObject({ running: false });

    const appeals = async (query: string) =>
      (await list<Appeal>('supervisor-1', `/api/v1/overdue-appeals${query}`, 'appeals')).filter(
        (one) => one.caseId === caseId,
      );
    expect(await appeals('')).toEqual([]);
    await ok(house.act(TOWN, caseId, 'appeal_overdue', { overdueId: 'O1', reason: '停电' }));
    expect(await appeals('?judged=false')).toMatchObject([{ overdueId: 'O1', reason: '停电', light: 'green' }]);
    await ok(
      house.act('supervisor-1', caseId, 'judge_overdue_appeal', { overdueId: 'O1', granted: true, reason: '属实' }),
    );
    expect(await appeals('?judged=false')).toEqual([]);
    expect(await appeals('?judged=true')).toMatchObject([{ light: null, judgement: { granted: true } }]);
    expect((await house.get(`office-${YANGMA.code}`, `/api/v1/cases/${caseId}/ladder`)).status).toBe(404);
  });
});
