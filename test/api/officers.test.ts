import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDutyRoster } from '../../config/dutyRoster';
import { readEnv } from '../../config/env';
import { openHouse, type House } from '../support/house';
import { ok, report, reportOrdinary, STREET, YANGMA } from '../support/road';
import { expectProblem, seeCase } from './support';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const OFFICE = `office-${YANGMA.code}`;

interface Suggestion {
  readonly officers: readonly {
    readonly id: string;
    readonly onDuty: boolean | null;
    readonly openCases: number;
    readonly metres: number | null;
    readonly reasons: readonly string[];
  }[];
  readonly left: readonly { readonly id: string; readonly why: string }[];
  readonly unknown: readonly string[];
}

async function suggestion(caseId: string, person = OFFICE): Promise<Suggestion> {
  const { status, body } = await house.get<Suggestion>(person, `/api/v1/cases/${caseId}/officers`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

async function assignedEvent(caseId: string, type: string) {
  const { body } = await house.get<{ events: { type: string; why: string | null; data: { officers?: string[] } }[] }>(
    OFFICE,
    `/api/v1/cases/${caseId}/timeline`,
  );
  return body.events.find((event) => event.type === type);
}

describe('a work order goes straight to an officer', () => {
  it('given a new work order, when the office accepts as suggested, then the first two have it, and why they have is on file', async () => {
    const caseId = await reportOrdinary(house);
    const { officers, left, unknown } = await suggestion(caseId);
    expect(officers.length).toBeGreaterThan(2);
    expect(officers.slice(0, 3).map(({ onDuty }) => onDuty)).toEqual([true, true, true]);
    expect(left.every(({ why }) => /证件/.test(why))).toBe(true);
    expect(unknown).toEqual(['线索没有坐标，未比较距离']);
    await ok(house.act(OFFICE, caseId, 'accept', { suggested: true }));
    const { state } = await seeCase(house, caseId);
    const chosen = officers.slice(0, 2).map(({ id }) => id);
    expect(state['assignees']).toEqual(chosen);
    const accepted = await assignedEvent(caseId, 'accepted');
    expect(accepted?.data.officers).toEqual(chosen);
    expect(accepted?.why).toMatch(/^系统推荐：.*今日值班，在办 0 件/);

    // The next one goes to others: these have a case now.
    const next = await suggestion(await reportOrdinary(house));
    expect(next.officers[0]?.id).not.toBe(chosen[0]);
    expect(next.officers.find(({ id }) => id === chosen[0])).toMatchObject({ openCases: 1 });
  });

  it('given a case of somebody, when the office gives it to others with a reason, then they have it and find it under “mine”', async () => {
    const caseId = await reportOrdinary(house);
    await ok(house.act(OFFICE, caseId, 'accept', { suggested: true }));
    const officers = [`officer-${YANGMA.code}-7`, `officer-${YANGMA.code}-8`];
    const [lead = ''] = officers;
    const mine = async (person: string) =>
      (await house.get<{ cases: { caseId: string }[] }>(person, '/api/v1/cases?mine=true&limit=100')).body.cases.map(
        (one) => one.caseId,
      );
    expect(await mine(lead)).not.toContain(caseId);
    await ok(house.act(OFFICE, caseId, 'assign', { officers, reason: '原承办人休假' }));
    expect((await assignedEvent(caseId, 'assigned'))?.why).toBe('原承办人休假');
    expect(await mine(lead)).toEqual([caseId]);
    expect((await seeCase(house, caseId)).state['assignees']).toEqual(officers);
  });

  it('given officers who said where they are, when a case has a position, then the nearer of equals comes first; nobody else sees where they are', async () => {
    const position = { lng: 103.779, lat: 30.657 };
    const caseId = await report(house, '羊马街道永和大道餐馆没装净化器，油烟直排，就近派单', {
      itemCode: 'CG-022',
      place: '羊马街道凌翔街9001号',
      position,
    });
    const before = (await suggestion(caseId)).officers;
    const idle = before.filter(({ onDuty, openCases }) => onDuty === true && openCases === before[0]?.openCases);
    const last = idle.at(-1)?.id ?? '';
    await ok(house.post(last, '/api/v1/me/position', { lng: 103.78, lat: 30.657 }));
    for (const { id } of idle.slice(0, -1)) await ok(house.post(id, '/api/v1/me/position', { lng: 103.7, lat: 30.6 }));
    const after = await suggestion(caseId);
    expect(after.officers[0]?.id).toBe(last);
    expect(after.officers[0]?.reasons.at(-1)).toMatch(/^距现场约 9\d 米$/);
    expect(after.unknown.join()).toMatch(/没有位置/);
    expectProblem(await house.post('supervisor-1', '/api/v1/me/position', position), 403, 'forbidden');
    expectProblem(await house.post(last, '/api/v1/me/position', { lng: 500, lat: 0 }), 400, 'malformed');
  });

  it('given another town, or both a name and the suggestion, then it is refused', async () => {
    const caseId = await reportOrdinary(house);
    expectProblem(await house.get(`office-${STREET.code}`, `/api/v1/cases/${caseId}/officers`), 404, 'not_found');
    expectProblem(await house.get('reviewer-1', `/api/v1/cases/${caseId}/officers`), 403, 'forbidden');
    const officers = [`officer-${YANGMA.code}-1`];
    const both = await house.act(OFFICE, caseId, 'accept', { suggested: true, officers });
    expectProblem(both, 422, 'unprocessable');
  });
});

describe('duty_roster.csv', () => {
  it('given a town, an officer or a day that is none, then the start is refused with file, line and column', () => {
    const { catalogueDir } = readEnv();
    const towns = new Set(house.catalogue.towns.map(({ code }) => code));
    expect(loadDutyRoster(catalogueDir, towns).length).toBeGreaterThan(300);
    const dir = mkdtempSync(join(tmpdir(), 'duty-'));
    for (const file of ['officers.csv', 'duty_roster.csv']) cpSync(join(catalogueDir, file), join(dir, file));
    const path = join(dir, 'duty_roster.csv');
    const good = readFileSync(path, 'utf8').split('\n').slice(0, 2).join('\n');
    const bad = [
      '510184999,1,officer-510184001-1',
      '510184002,1,officer-510184001-1',
      '510184001,8,officer-510184001-1',
      good.split('\n')[1] ?? '',
    ];
    writeFileSync(path, `${good}\n${bad.join('\n')}\n`);
    expect(() => loadDutyRoster(dir, towns)).toThrow(/duty_roster\.csv.*3[\s\S]*4[\s\S]*5[\s\S]*6/);
  });
});
