import { randomUUID } from 'node:crypto';
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

interface Answers {
  readonly answers: readonly { readonly caseId: string; readonly status: string; readonly code: string | null }[];
  readonly more: boolean;
}

const BODY = { requirement: '请说明进展', within: null };

describe('urging from a list', () => {
  it('given case numbers, one of which is unknown, then each case answers for itself, and sent again nothing is urged twice', async () => {
    const [one, two] = [await reportSummary(house), await reportOrdinary(house)];
    const key = { 'idempotency-key': randomUUID() };
    const send = () =>
      house.post<Answers>('supervisor-1', '/api/v1/urgings', { caseIds: [one, two, 'CZ2026-999999999'], ...BODY }, key);
    const first = await send();
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    expect(first.body.answers.map(({ status, code }) => `${status} ${code ?? ''}`.trim())).toEqual([
      'urged',
      'urged',
      'refused not_found',
    ]);
    expect((await send()).body).toEqual(first.body);
    const { rows } = await house.db.query<{ n: number }>(`select count(*) as n from events where type = 'urged'`);
    expect(rows[0]?.n).toBe(2);
  });

  it('given a filter, then every open case that fits is urged and no other', async () => {
    const mine = await reportOrdinary(house);
    await reportSummary(house);
    const { body } = await house.post<Answers>('leader-1', '/api/v1/urgings', {
      filter: { town: YANGMA.code },
      ...BODY,
    });
    const { rows } = await house.db.query<{ id: string }>('select id from cases where town = $1', [YANGMA.code]);
    expect(body.answers.map(({ caseId }) => caseId).sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(body.answers.map(({ caseId }) => caseId)).toContain(mine);
    expect(body.more).toBe(false);
  });

  it('given a town, both ways at once, or neither, then it is refused', async () => {
    const post = (person: string, body: object) => house.post(person, '/api/v1/urgings', { ...body, ...BODY });
    const filter = { town: YANGMA.code };
    expect((await post(`office-${YANGMA.code}`, { filter })).status).toBe(403);
    expect((await post('supervisor-1', { filter, caseIds: ['CZ2026-000001'] })).status).toBe(422);
    expect((await post('supervisor-1', {})).status).toBe(422);
    expect((await post('supervisor-1', { filter: {} })).status).toBe(400);
  });
});

describe('an order, an answer, a check, an appeal', () => {
  it('given the whole way over HTTP and the engine, then each is on file and the notices are on the right desks', async () => {
    const caseId = await reportSummary(house);
    const town = `officer-${STREET.code}-1`;
    await ok(
      house.act('leader-1', caseId, 'supervise', {
        clockId: 'accept',
        requirement: '限期接单',
        within: { number: 4, unit: 'working_hour' },
        listed: true,
      }),
    );
    const due = async (id: string) =>
      (
        await house.get<{ clocks: { id: string; dueAt: string }[] }>('supervisor-1', `/api/v1/cases/${caseId}`)
      ).body.clocks.find((clock) => clock.id === id)?.dueAt ?? '';
    const duty = await house.get<{ duties: { id: string; kind: string; org: string }[] }>(
      'supervisor-1',
      '/api/v1/duties?kind=answer_supervision',
    );
    expect(duty.body.duties).toMatchObject([{ id: 'D1', org: STREET.code }]);
    await house.forwardTo(caseId, new Date(Date.parse(await due('accept')) + 1).toISOString());
    await until(
      async () =>
        (
          await house.db.query(
            `select 1 from events where case_id = $1 and type = 'light_changed' and data ->> 'light' = 'red'`,
            [caseId],
          )
        ).rowCount !== 0,
    );
    await ok(house.act(town, caseId, 'answer_urging', { urgingId: 'D1', answer: '马上接单' }));
    await ok(
      house.act('supervisor-1', caseId, 'check_supervision', { urgingId: 'D1', good: false, opinion: '仍未接单' }),
    );
    await ok(house.act(town, caseId, 'accept', {}));
    await ok(house.act(town, caseId, 'answer_urging', { urgingId: 'D1', answer: '已接单' }));
    await ok(house.act('supervisor-1', caseId, 'check_supervision', { urgingId: 'D1', good: true, opinion: '属实' }));
    await ok(house.act(town, caseId, 'appeal_overdue', { overdueId: 'O1', reason: '停电' }));
    expect(
      (await house.act(town, caseId, 'judge_overdue_appeal', { overdueId: 'O1', granted: true, reason: '属实' }))
        .status,
    ).toBe(403);
    await ok(
      house.act('supervisor-1', caseId, 'judge_overdue_appeal', { overdueId: 'O1', granted: true, reason: '属实' }),
    );
    const topics = async (person: string) =>
      (
        await house.get<{ notices: { topic: string; caseId: string }[] }>(person, '/api/v1/notices?limit=100')
      ).body.notices
        .filter((notice) => notice.caseId === caseId)
        .map(({ topic }) => topic);
    await until(async () => (await topics(town)).filter((topic) => topic === 'overdue_appeal').length === 1);
    expect((await topics(town)).filter((topic) => topic === 'urging')).toHaveLength(3);
    expect((await topics('supervisor-1')).filter((topic) => topic === 'urging')).toHaveLength(2);
  });
});
