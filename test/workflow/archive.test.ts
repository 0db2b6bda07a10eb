import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { workflowId } from '../../workflows/workflowId';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { ok, reportSummary, STREET } from '../support/road';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => checkAllCases(house));
afterAll(() => house.close());

it('given a closing act, when the case archives itself, then the engine has had the act before', async () => {
  const officer = `officer-${STREET.code}-1`;
  const caseId = await reportSummary(house);
  await ok(house.act(officer, caseId, 'accept'));
  await ok(house.act(officer, caseId, 'verify', { violation: false, facts: '现场未见异常' }));
  const reason = { reason: 'not_established', explanation: '违法事实不成立' };
  await ok(house.act(`office-${STREET.code}`, caseId, 'close_without_penalty', reason));
  const handle = house.engine.workflow.getHandle(workflowId(caseId));
  await handle.result();
  const events = (await handle.fetchHistory()).events ?? [];
  const closed = events.findLastIndex((event) => event.workflowExecutionUpdateCompletedEventAttributes != null);
  const archiving = events.slice(closed + 1);
  expect(archiving.filter((event) => event.workflowTaskCompletedEventAttributes != null)).toHaveLength(1);
  // The check of the chain and the event, neither of them in the act's own task.
  expect(archiving.filter((event) => event.markerRecordedEventAttributes != null)).toHaveLength(2);
});
