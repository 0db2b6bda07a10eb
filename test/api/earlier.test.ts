import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from '../support/house';
import { ok, reportOrdinary, reportSummary, STREET, today, YANGMA } from '../support/road';
import { until } from '../support/until';
import { expectProblem, seeCase } from './support';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const OFFICERS = [`officer-${STREET.code}-1`, `officer-${STREET.code}-2`] as const;
const OFFICE = `office-${STREET.code}`;

interface Earlier {
  readonly earlier: {
    readonly by: string;
    readonly repeats: number;
    readonly cases: readonly { readonly caseId: string; readonly sure: boolean; readonly penalised: boolean }[];
  } | null;
}

/** A summary case up to the scene. */
async function onScene(): Promise<string> {
  const caseId = await reportSummary(house);
  await ok(house.act(OFFICERS[0], caseId, 'accept'));
  await ok(house.act(OFFICERS[0], caseId, 'verify', { violation: true, facts: '刻痕' }));
  return caseId;
}

function warn(caseId: string, party: object) {
  return house.act(OFFICERS[0], caseId, 'decide_on_spot', {
    officers: OFFICERS,
    party,
    place: '字库塔',
    facts: '刻划',
    certificatesShown: true,
    statementHeard: true,
    penalty: { warning: true, fine: 0 },
    collection: null,
  });
}

async function warned(party: object): Promise<string> {
  const caseId = await onScene();
  await ok(warn(caseId, party));
  return caseId;
}

async function putRight(caseId: string): Promise<void> {
  await ok(house.act(OFFICERS[0], caseId, 'order_rectification', { requirement: '恢复', until: today() }));
  await ok(house.act(OFFICERS[0], caseId, 'check_rectification', { rectified: true, facts: '已恢复' }));
}

const firstTime = (caseId: string, party?: object) =>
  house.act(OFFICE, caseId, 'close_without_penalty', {
    reason: 'first_and_slight',
    explanation: '初次、轻微、已改正',
    ...(party === undefined ? {} : { party }),
  });

const named = (idNumber: string) => ({ kind: 'citizen', name: `欧阳${randomUUID().slice(0, 6)}`, idNumber });
let n = 0;
const number = () => `51018419900101${String((n += 1)).padStart(3, '0')}x`;

describe('the same party’s earlier cases', () => {
  it('given a party warned before, when warned again under another spelling of the number, then the case keeps the earlier number and the file answers it', async () => {
    const party = named(number());
    const first = await warned(party);
    const again = named(party.idNumber.toUpperCase());
    const second = await warned(again);
    const { state } = await seeCase(house, second);
    expect(state['party']).toMatchObject({
      earlier: { by: 'id_number', cases: [{ caseId: first, by: 'id_number', penalised: true }], repeats: 2 },
    });
    const { body } = await house.get<Earlier>(OFFICERS[0], `/api/v1/cases/${second}/earlier`);
    expect(body.earlier).toMatchObject({ repeats: 2, cases: [{ caseId: first, sure: true }] });
    // Asked now, the first has the second one before it.
    const seen = await house.get<Earlier>(OFFICERS[0], `/api/v1/cases/${first}/earlier`);
    expect(seen.body.earlier?.cases.map(({ caseId }) => caseId)).toEqual([second]);
    expect(JSON.stringify([state, body, seen.body]) + house.logged()).not.toMatch(/欧阳|51018419900101/);
    expectProblem(await house.get('supervisor-1', `/api/v1/cases/${second}/earlier`), 403, 'forbidden');
  });

  it('given two citizens of one name and different numbers, then they are two; without a number the name is only a hint', async () => {
    const one = named(number());
    const first = await warned(one);
    const other = await warned({ ...one, idNumber: number() });
    expect((await seeCase(house, other)).state['party']).toMatchObject({ earlier: { cases: [], repeats: 1 } });
    const unnumbered = await warned({ kind: 'citizen', name: one.name });
    const { body } = await house.get<Earlier>(OFFICERS[0], `/api/v1/cases/${unnumbered}/earlier`);
    expect(body.earlier).toMatchObject({ by: 'name', repeats: 1 });
    expect(body.earlier?.cases.map(({ sure }) => sure)).toEqual([false, false]);
    expect(body.earlier?.cases.map(({ caseId }) => caseId)).toContain(first);
  });

  it('given the third time of one kind in a year, when decided on the spot, then 409 repeat_offender, and the ordinary procedure is open', async () => {
    const party = named(number());
    const before = [await warned(party), await warned(party)];
    const third = await onScene();
    const answer = await warn(third, party);
    expectProblem(answer, 409, 'repeat_offender');
    for (const caseId of before) expect(answer.body.detail).toContain(caseId);
    await ok(house.act(OFFICERS[0], third, 'switch_to_ordinary', { reason: '一年内同类违法三次' }));
    await ok(
      house.act(OFFICE, third, 'file_case', {
        officers: OFFICERS,
        party,
        reason: '屡犯',
        committedOn: null,
        harm: false,
      }),
    );
    expect((await seeCase(house, third)).state['party']).toMatchObject({ earlier: { repeats: 3 } });
  });

  it('given a first offence claimed, when somebody was let off once, then the second time is refused; nobody named is refused too', async () => {
    const party = { kind: 'organisation', name: `某某（${randomUUID().slice(0, 6)}）商店` };
    const first = await onScene();
    await putRight(first);
    expectProblem(await firstTime(first), 409, 'party_unknown');
    await ok(firstTime(first, party));
    await until(async () => (await seeCase(house, first)).summary.stage === 'archived');
    const second = await onScene();
    await putRight(second);
    // The same firm in other brackets.
    const same = { ...party, name: party.name.replace('（', '(').replace('）', ')') };
    const answer = await firstTime(second, same);
    expectProblem(answer, 409, 'not_first_offence');
    expect(answer.body.detail).toContain(first);
    await ok(
      house.act(OFFICE, second, 'close_without_penalty', {
        reason: 'slight',
        explanation: '轻微并及时改正',
        party: same,
      }),
    );
  });

  it('given a party registered at filing, when a first offence is claimed later, then what was decided meanwhile counts', async () => {
    const party = { ...named(number()), address: '某地' };
    const caseId = await reportOrdinary(house);
    const officers = [`officer-${YANGMA.code}-1`, `officer-${YANGMA.code}-2`] as const;
    const office = `office-${YANGMA.code}`;
    await ok(house.act(officers[0], caseId, 'accept', { officers }));
    await ok(house.act(officers[0], caseId, 'verify', { violation: true, facts: '属实' }));
    const filing = { officers, party, reason: '涉嫌违法', committedOn: null, harm: false };
    await ok(house.act(office, caseId, 'file_case', filing));
    expect((await seeCase(house, caseId)).state['party']).toMatchObject({ earlier: { cases: [] } });
    await ok(house.act(officers[0], caseId, 'order_rectification', { requirement: '整改', until: today() }));
    await ok(house.act(officers[0], caseId, 'check_rectification', { rectified: true, facts: '已整改' }));
    const meanwhile = await warned(party);
    const claim = { reason: 'first_and_slight', explanation: '初次' };
    expectProblem(await house.act(office, caseId, 'close_without_penalty', { ...claim, party }), 422, 'unprocessable');
    const answer = await house.act(office, caseId, 'close_without_penalty', claim);
    expectProblem(answer, 409, 'not_first_offence');
    expect(answer.body.detail).toContain(meanwhile);
  });
});
