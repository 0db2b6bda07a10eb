import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CaseState } from '../../domain/case';
import { workflowId } from '../../workflows/workflowId';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { investigate, ok, reportOrdinary, YANGMA } from '../support/road';
import { until } from '../support/until';
import { expectProblem, keyed, openDoor, refusalsOf, seeCase, type Door } from './support';

let house: House;
let door: Door;
beforeAll(async () => {
  house = await openHouse();
  door = await openDoor(house);
});
afterEach(() => checkAllCases(house));
afterAll(async () => {
  await door.app.close();
  await house.close();
});

async function atReview(): Promise<string> {
  const caseId = await reportOrdinary(house);
  await investigate(house, caseId);
  return caseId;
}

const stage = async (caseId: string): Promise<string> => (await seeCase(house, caseId)).summary.stage;
const signal = (caseId: string, body: unknown): Promise<void> =>
  house.engine.workflow.getHandle(workflowId(caseId)).signal('review', body);

describe('legal review, by update and equally by signal', () => {
  it('given a case at review, when the investigator tries to review, then 403', async () => {
    const caseId = await atReview();
    const url = `/api/v1/cases/${caseId}/acts/pass_review`;
    expectProblem(
      await door.send(`officer-${YANGMA.code}-1`, 'POST', url, keyed(), '{"opinion":"同意"}'),
      403,
      'not_competent',
    );
    expect(await stage(caseId)).toBe('review');
  });

  it('given a case at review, when returned for more by update, then the town’s clock runs again and the reviewer’s waits', async () => {
    const caseId = await atReview();
    await ok(house.act('reviewer-1', caseId, 'return_review', { requirement: '补充证据' }));
    const { clocks } = (await seeCase(house, caseId)).state as unknown as CaseState;
    expect(clocks['investigation']?.pauses).toMatchObject([{ until: expect.any(String) as string }]);
    expect(clocks['review']?.pauses).toMatchObject([{ until: null }]);
  });

  const verdicts = [
    ['pass', 'notice'],
    ['return', 'investigation'],
    ['disagree', 'investigation'],
  ] as const;
  for (const [verdict, next] of verdicts) {
    it(`given a case at review, when the reviewer signals “${verdict}”, then it is at ${next}, in their name`, async () => {
      const caseId = await atReview();
      await signal(caseId, { reviewer: 'reviewer-1', verdict, opinion: '信号意见' });
      await until(async () => (await stage(caseId)) === next);
      const { state } = await seeCase(house, caseId);
      expect(state['reviews']).toEqual([
        expect.objectContaining({ reviewer: 'reviewer-1', verdict, opinion: '信号意见' }),
      ]);
    });
  }

  it('given the same signal twice, then it acts once', async () => {
    const caseId = await atReview();
    const verdict = { reviewer: 'reviewer-2', verdict: 'return', opinion: '补充', id: 'once' };
    await signal(caseId, verdict);
    await signal(caseId, verdict);
    await until(async () => (await stage(caseId)) === 'investigation');
    expect((await seeCase(house, caseId)).state['reviews']).toHaveLength(1);
  });

  it('given signals of a town officer, of nobody, of a bad shape, then each is refused on record and the case lives', async () => {
    const caseId = await atReview();
    const { seq } = (await seeCase(house, caseId)).summary;
    await signal(caseId, { reviewer: `officer-${YANGMA.code}-1`, verdict: 'pass', opinion: '同意' });
    await signal(caseId, { reviewer: 'nobody', verdict: 'pass', opinion: '同意' });
    await signal(caseId, { reviewer: 'reviewer-1', verdict: 'yes', opinion: '同意' });
    await signal(caseId, { reviewer: 'reviewer-1', verdict: 'pass' });
    await signal(caseId, null);
    await until(async () => (await refusalsOf(house, caseId)).length === 5);
    expect((await seeCase(house, caseId)).summary.seq).toBe(seq);
    await ok(house.act('reviewer-1', caseId, 'pass_review', { opinion: '同意' }));
  });

  const ill: readonly (readonly [string, object])[] = [
    ['an opinion with NUL', { reviewer: 'reviewer-1', verdict: 'pass', opinion: '同意\u0000' }],
    ['an opinion with half a character', { reviewer: 'reviewer-1', verdict: 'pass', opinion: '同意\ud800' }],
    ['an opinion without end', { reviewer: 'reviewer-1', verdict: 'pass', opinion: '长'.repeat(300_000) }],
    ['a reviewer that is no text', { reviewer: { toString: 1 }, verdict: 'pass', opinion: '同意' }],
    ['a reviewer with NUL', { reviewer: 'reviewer-1\u0000', verdict: 'pass', opinion: '同意' }],
    ['an id that is an object', { reviewer: 'reviewer-1', verdict: 'pass', opinion: '同意', id: { a: 1 } }],
    ['an id with NUL', { reviewer: 'reviewer-1', verdict: 'pass', opinion: '同意', id: 'a\u0000' }],
  ];
  for (const [what, sent] of ill) {
    it(`given a signal with ${what}, then it is refused on record and the case goes on`, async () => {
      const caseId = await atReview();
      await signal(caseId, sent);
      await until(async () => (await refusalsOf(house, caseId)).length === 1);
      expect(await stage(caseId)).toBe('review');
      await ok(house.act('reviewer-1', caseId, 'return_review', { requirement: '补充' }));
    });
  }
});
