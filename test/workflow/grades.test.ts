import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { dispose, investigate, ok, reportBureau, reportOrdinary, reportSummary, STREET, today } from '../support/road';
import { until } from '../support/until';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => checkAllCases(house));
afterAll(() => house.close());

async function stageOf(caseId: string): Promise<string> {
  const { body } = await house.get<{ summary: { stage: string } }>('supervisor-1', `/api/v1/cases/${caseId}`);
  return body.summary.stage;
}

describe('the road of each grade, from the clue to the archive', () => {
  it('given a summary case, when two officers decide on the spot, then the town closes it and it archives itself', async () => {
    const caseId = await reportSummary(house);
    const officer = `officer-${STREET.code}-1`;
    await ok(house.act(officer, caseId, 'accept'));
    await ok(house.act(officer, caseId, 'verify', { violation: true, facts: '刻痕' }));
    await ok(
      house.act(officer, caseId, 'decide_on_spot', {
        officers: [officer, `officer-${STREET.code}-2`],
        party: { kind: 'citizen', name: '张三' },
        place: '字库塔',
        facts: '刻划',
        certificatesShown: true,
        statementHeard: true,
        penalty: { warning: true, fine: 100 },
        collection: 'small_fine',
      }),
    );
    await ok(house.act(officer, caseId, 'report_for_record', { reportedOn: today() }));
    await ok(house.act(officer, caseId, 'hand_in_fine', { handedInOn: today(), receipt: 'H-1' }));
    await ok(house.act(`office-${STREET.code}`, caseId, 'bank_fine', { bankedOn: today(), receipt: 'B-1' }));
    await ok(house.act(`office-${STREET.code}`, caseId, 'close_case', { summary: '已收缴' }));
    await until(async () => (await stageOf(caseId)) === 'archived');
  });

  it('given an ordinary case of a town, when the bureau passes it, then the town decides, closes and it archives itself', async () => {
    const caseId = await reportOrdinary(house);
    await investigate(house, caseId);
    await ok(house.act('reviewer-1', caseId, 'pass_review', { opinion: '同意' }));
    await dispose(house, caseId);
    await until(async () => (await stageOf(caseId)) === 'archived');
  });

  it('given an item that is not delegated, when reported, then the bureau has it and the town a task to cooperate', async () => {
    const caseId = await reportBureau(house);
    const { body } = await house.get<{ summary: { owner: string; grade: string }; state: { cooperation: unknown[] } }>(
      'bureau-officer-1',
      `/api/v1/cases/${caseId}`,
    );
    expect(body.summary).toMatchObject({ owner: 'bureau', grade: 'bureau' });
    expect(body.state.cooperation).toHaveLength(1);
    await ok(house.act('bureau-officer-1', caseId, 'accept'));
  });
});
