import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from '../support/house';
import { HUAIYUAN, ok, reportOrdinary, STREET, YANGMA } from '../support/road';
import { expectProblem, seeCase } from './support';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const OFFICE = `office-${YANGMA.code}`;
const OFFICER = `officer-${YANGMA.code}-1`;
const NEIGHBOUR = `office-${STREET.code}`;

describe('one matter over two towns', () => {
  it('given a town’s case that reaches over the border, when it asks its neighbour, then there is one case and a task that the neighbour sees, answers, and does again', async () => {
    const caseId = await reportOrdinary(house);
    await ok(house.act(OFFICER, caseId, 'accept'));
    expectProblem(await house.get(NEIGHBOUR, `/api/v1/cases/${caseId}`), 404, 'not_found');
    const ask = (town: string, by = OFFICE) =>
      house.act(by, caseId, 'request_cooperation', { town, requirement: '核查排烟管道在贵镇的一段' });
    expectProblem(await ask(YANGMA.code), 422, 'same_town');
    expectProblem(await ask(STREET.code, OFFICER), 403, 'not_competent');
    await ok(ask(STREET.code));
    await ok(ask(HUAIYUAN.code));
    const { state } = await seeCase(house, caseId, NEIGHBOUR);
    expect(state['cooperation']).toMatchObject([
      { id: 'C1', town: STREET.code, open: true },
      { id: 'C2', town: HUAIYUAN.code, open: true },
    ]);
    expect(state['clocks']).toMatchObject({ C1: { owner: STREET.code }, C2: { owner: HUAIYUAN.code } });
    const answer = { taskId: 'C1', answer: '已核查，属实' };
    expectProblem(await house.act(`office-${HUAIYUAN.code}`, caseId, 'answer_cooperation', answer), 409);
    await ok(house.act(NEIGHBOUR, caseId, 'answer_cooperation', answer));
    await ok(house.act(OFFICE, caseId, 'return_cooperation', { taskId: 'C1', reason: '请附照片' }));
    await ok(house.act(NEIGHBOUR, caseId, 'answer_cooperation', answer));
    // The bureau takes it: what the neighbour owes stays the neighbour's.
    await ok(house.act('leader-1', caseId, 'elevate', { reason: '案情复杂' }));
    const after = (await seeCase(house, caseId)).state;
    expect(after['owner']).toBe('bureau');
    expect(after['clocks']).toMatchObject({ C2: { owner: HUAIYUAN.code }, C3: { owner: YANGMA.code } });
  });
});
