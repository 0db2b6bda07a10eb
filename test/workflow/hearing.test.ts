import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CaseState } from '../../domain/case';
import { addDays, lastDayBefore, lawDateOf, startOf } from '../../domain/time/lawDate';
import { reckon } from '../../domain/time/reckon';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { EVIDENCE, ok, reportOrdinary, YANGMA } from '../support/road';
import { until } from '../support/until';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => checkAllCases(house));
afterAll(() => house.close());

const OFFICER = `officer-${YANGMA.code}-1`;
const OFFICERS = [OFFICER, `officer-${YANGMA.code}-2`];
const OFFICE = `office-${YANGMA.code}`;
const CHAIR = 'bureau-officer-7';
const PENALTY = { warning: false, fine: 20_000 };

/** One case in its own time, over HTTP only. */
class Road {
  constructor(private readonly caseId: string) {}

  async state(): Promise<CaseState> {
    const { body } = await house.get<{ state: CaseState }>('supervisor-1', `/api/v1/cases/${this.caseId}`);
    return body.state;
  }

  act(person: string, act: string, body: object = {}) {
    return house.act<{ at: string }>(person, this.caseId, act, body);
  }

  does(person: string, act: string, body: object = {}): Promise<void> {
    return ok(this.act(person, act, body));
  }

  /** Ten in the morning of a date, in the case's own time. */
  async passTo(date: string): Promise<string> {
    await house.forwardTo(this.caseId, new Date(Date.parse(startOf(date)) + 10 * 3_600_000).toISOString());
    return date;
  }

  async today(): Promise<string> {
    return lawDateOf((await this.state()).updatedAt);
  }

  /** The last day of a period of law that starts with a date. The law itself is no part of what the API shows. */
  lastDay(periodId: string, from: string): string {
    const period = house.catalogue.periods.find(({ id }) => id === periodId);
    if (period === undefined) throw new Error(`no period ${periodId}`);
    return lastDayBefore(reckon(startOf(from), period.span, house.catalogue.calendar, period.rollsForward).dueAt);
  }
}

describe('an ordinary case with a hearing, over HTTP from end to end', () => {
  it('given every period of it, when each act is tried before and at its time, then refused before, done then, and the case archives itself', async () => {
    const caseId = await reportOrdinary(house);
    const road = new Road(caseId);
    await road.does(OFFICER, 'accept', { officers: OFFICERS });
    await road.does(OFFICER, 'verify', { violation: true, facts: '油烟直排' });
    const party = { kind: 'citizen', name: '某某', address: '羊马街道1号' };
    const filing = { officers: OFFICERS, party, reason: '涉嫌违法', committedOn: null, harm: false };
    await road.does(OFFICE, 'file_case', filing);
    const measure = {
      kind: 'registered_preservation',
      officers: OFFICERS,
      goods: '灶具',
      place: '店内',
      reason: '可能灭失',
    };
    await road.does(OFFICER, 'take_measure', { ...measure, emergency: true });
    await road.does(OFFICE, 'approve_measure', { measureId: 'M1', approved: true, reason: '情况属实' });
    await road.does(OFFICER, 'collect_evidence', EVIDENCE);
    const ending = { officers: OFFICERS, report: '终结', proposal: PENALTY };
    await road.does(OFFICER, 'end_investigation', ending);
    await road.does('reviewer-1', 'return_review', { requirement: '补充' });
    await road.does(OFFICER, 'collect_evidence', EVIDENCE);
    await road.does(OFFICER, 'dispose_measure', { measureId: 'M1', disposal: 'returned', note: '退还' });
    await road.does(OFFICER, 'end_investigation', ending);
    await road.does('reviewer-2', 'pass_review', { opinion: '同意' });

    const noticed = await road.today();
    await road.does(OFFICER, 'give_notice', { facts: '告知', penalty: PENALTY, servedOn: noticed, method: 'direct' });
    const decision = { penalty: PENALTY, reasons: '事实清楚' };
    const early = await road.act(OFFICE, 'decide_penalty', decision);
    expect({ status: early.status, code: early.body.code }).toEqual({ status: 409, code: 'hearing_request_running' });
    expect((early.body as { articles?: { article: string }[] }).articles?.map(({ article }) => article)).toEqual([
      '第四十四条',
      '第六十四条',
    ]);

    const asked = await road.passTo(road.lastDay('hearing_request', noticed));
    await road.does(OFFICER, 'request_hearing', { requestedOn: asked, reason: '要求听证' });
    const held = road.lastDay('hearing_notice', asked);
    const hearing = { servedOn: asked, method: 'direct', place: '会议室', chair: CHAIR };
    const nine = (date: string) => `${date}T09:00:00+08:00`;
    const short = await road.act(OFFICE, 'give_hearing_notice', { ...hearing, heldAt: nine(addDays(held, -1)) });
    expect({ status: short.status, code: short.body.code }).toEqual({ status: 409, code: 'hearing_notice_short' });
    await road.does(OFFICE, 'give_hearing_notice', { ...hearing, heldAt: nine(held) });
    await road.passTo(held);
    await road.does(CHAIR, 'record_hearing', { heldOn: held, attended: true, record: '笔录', opinion: '同意' });
    await road.does(OFFICER, 'record_statement', { raised: true, summary: '请求减轻', waived: false });
    expect((await road.act(OFFICE, 'decide_penalty', decision)).body.code).toBe('statement_not_weighed');
    await road.does(OFFICER, 'weigh_statement', { adopted: 'none', reasons: '不符合减轻情形' });
    const heavier = { ...decision, penalty: { ...PENALTY, fine: 20_001 } };
    expect((await road.act(OFFICE, 'decide_penalty', heavier)).body.code).toBe('heavier_than_noticed');
    await road.does(OFFICE, 'decide_penalty', decision);

    const served = await road.today();
    const left = { method: 'left', servedOn: served, note: '留置' };
    expect((await road.act(OFFICER, 'serve_decision', { ...left, proof: '' })).body.code).toBe('proof_missing');
    await road.does(OFFICER, 'serve_decision', { ...left, proof: '见证人社区网格员' });
    const payBy = (await road.state()).service?.payBy ?? '';
    const paidOn = await road.passTo(addDays(payBy, 10));
    const payment = { paidOn, receipt: 'P-1' };
    const tooMuch = await road.act(OFFICE, 'record_payment', { ...payment, amount: 26_000.01 });
    expect(tooMuch.body.code).toBe('payment_exceeds_fine');
    await road.does(OFFICE, 'record_payment', { ...payment, amount: 20_000 });
    expect((await road.state()).stage).toBe('performance');
    await road.does(OFFICE, 'record_payment', { ...payment, receipt: 'P-2', amount: 6_000 });
    await road.does(OFFICE, 'close_case', { summary: '罚款和加处罚款已缴清' });
    await until(async () => (await road.state()).stage === 'archived');
    expect(await road.state()).toMatchObject({ outcome: 'penalty', grade: 'town_bureau_review', clocks: {} });
  });
});
