import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { ok, reportBureau, reportOrdinary, reportSummary, STREET, YANGMA, HUAIYUAN } from '../support/road';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => checkAllCases(house));
afterAll(() => house.close());

interface Duty {
  readonly caseId: string;
  readonly id: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly place: string | null;
  readonly org: string;
  readonly person: string | null;
  readonly light: string;
  readonly dueAt: string;
}

async function list(person: string, query = ''): Promise<{ duties: readonly Duty[]; next: string | null }> {
  const { status, body } = await house.get<{ duties: readonly Duty[]; next: string | null }>(
    person,
    `/api/v1/duties${query}`,
  );
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

describe('the list of what is owed', () => {
  it('given cases of three grades, then each duty has its owner, and each caller sees what their organisation may', async () => {
    const [summary, ordinary, bureau] = [
      await reportSummary(house),
      await reportOrdinary(house),
      await reportBureau(house),
    ];
    const all = (await list('supervisor-1')).duties;
    expect(all.map(({ caseId, id, org }) => `${caseId} ${id} ${org}`).sort()).toEqual(
      [
        `${summary} accept ${STREET.code}`,
        `${ordinary} accept ${YANGMA.code}`,
        `${bureau} accept bureau`,
        `${bureau} C1 ${HUAIYUAN.code}`,
      ].sort(),
    );
    expect(all.map(({ dueAt }) => dueAt)).toEqual(all.map(({ dueAt }) => dueAt).sort());
    expect((await list(`officer-${YANGMA.code}-1`)).duties.map(({ caseId }) => caseId)).toEqual([ordinary]);
    expect((await list(`office-${HUAIYUAN.code}`, `?org=${HUAIYUAN.code}`)).duties).toMatchObject([
      { id: 'C1', kind: 'answer_cooperation', person: null },
    ]);
  });

  it('given somebody who accepts, then the next duty is theirs by name; given other officers, it moves to the lead', async () => {
    const caseId = await reportOrdinary(house);
    const [one, two] = [`officer-${YANGMA.code}-1`, `officer-${YANGMA.code}-2`];
    await ok(house.act(one, caseId, 'accept', { officers: [one, two] }));
    const mine = async (person: string) =>
      (await list('supervisor-1', `?person=${person}`)).duties.filter((duty) => duty.caseId === caseId);
    expect(await mine(one)).toMatchObject([{ id: 'verify', kind: 'check', kindLabel: '核查、复查', light: 'green' }]);
    await ok(house.act(`office-${YANGMA.code}`, caseId, 'assign', { officers: [two] }));
    expect(await mine(one)).toEqual([]);
    expect(await mine(two)).toMatchObject([{ id: 'verify' }]);
  });

  it('given due instants that passed, then the list is red and yellow by now and not by what is on record', async () => {
    const caseId = await reportOrdinary(house);
    const lightOf = async () =>
      (await list('supervisor-1')).duties.find((duty) => duty.caseId === caseId)?.light ?? 'gone';
    const move = (column: string, at: string) =>
      house.db.query(`update open_duties set ${column} = ${at} where case_id = $1`, [caseId]);
    const { rows } = await house.db.query<{ yellow_at: string; due_at: string }>(
      'select yellow_at, due_at from open_duties where case_id = $1',
      [caseId],
    );
    await move('yellow_at', `now() - interval '1 second'`);
    expect(await lightOf()).toBe('yellow');
    await move('due_at', `now() - interval '1 second'`);
    expect(await lightOf()).toBe('red');
    expect((await list('supervisor-1', '?light=red')).duties.map((duty) => duty.caseId)).toEqual([caseId]);
    await move('paused', 'true');
    expect(await lightOf()).toBe('grey');
    await move('paused', 'false');
    await move('yellow_at', `'${rows[0]?.yellow_at ?? ''}'`);
    await move('due_at', `'${rows[0]?.due_at ?? ''}'`);
    expect(await lightOf()).toBe('green');
  });

  it('given two cases of one item, then the list tells them apart by where the reports say that they are', async () => {
    const [one, other] = [await reportSummary(house), await reportSummary(house)];
    const { duties } = await list('supervisor-1');
    const places = [one, other].map((caseId) => duties.find((duty) => duty.caseId === caseId)?.place ?? '');
    for (const place of places) expect(place).toMatch(/^街子古镇字库塔\d+号$/);
    expect(new Set(places).size).toBe(2);
  });

  it('given more than a page, then every duty comes once and none is left out', async () => {
    const all = (await list('supervisor-1')).duties;
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { duties: readonly Duty[]; next: string | null } = await list(
        'supervisor-1',
        `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...page.duties.map(({ caseId, id }) => `${caseId}/${id}`));
      cursor = page.next;
    }
    expect(seen).toEqual(all.map(({ caseId, id }) => `${caseId}/${id}`));
    expect((await house.get('supervisor-1', '/api/v1/duties?cursor=abc')).status).toBe(400);
  });
});
