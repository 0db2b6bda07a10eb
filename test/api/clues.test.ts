import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { ok, reportSummary, warnOnSpot, YANGMA } from '../support/road';
import { until } from '../support/until';
import { expectProblem, JSON_TYPE, openDoor, seeCase, type Door } from './support';

let house: House;
let door: Door;
beforeAll(async () => {
  house = await openHouse();
  door = await openDoor(house);
});
afterEach(async () => {
  // Reports join by the relay; a case that is just being joined is not yet what its file says.
  await until(async () => {
    const { rows } = await house.db.query(
      `select 1 from outbox where kind = 'join_report' and done_at is null limit 1`,
    );
    return rows.length === 0;
  });
  await checkAllCases(house);
});
afterAll(async () => {
  await door.app.close();
  await house.close();
});

interface Judged {
  readonly clueId: string;
  readonly caseId: string | null;
  readonly triage: {
    readonly outcome: string;
    readonly item: string | null;
    readonly town: string | null;
    readonly belongsTo: string | null;
    readonly duplicateOf: string | null;
    readonly reasons: readonly { readonly kind: string; readonly text: string }[];
  };
}

interface SeenClue {
  readonly caseId: string | null;
  readonly outcome: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly settledAt: string | null;
}

let n = 0;

/** A report that becomes a case by its form's item code, at a place of its own. */
function fumes(): { channel: string; text: string; itemCode: string; place: string } {
  n += 1;
  return {
    channel: 'web',
    text: `餐馆油烟直排，第${n}家`,
    itemCode: 'CG-022',
    place: `羊马街道凌翔街${n}号`,
  };
}

/** A report that nobody can judge by itself: a patrol's, without a place or a sign. */
function unclear(): { channel: string; text: string } {
  n += 1;
  return { channel: 'grid_worker', text: `巡查发现第${n}处情况，说不清是什么` };
}

function submit(body: object, key: string = randomUUID(), person = 'dispatcher') {
  return house.post<Judged>(person, '/api/v1/clues', body, { 'idempotency-key': key });
}

function settle(clueId: string, settlement: object, person = 'dispatcher') {
  return house.post<Judged>(person, `/api/v1/clues/${clueId}/settle`, settlement);
}

async function onDesk(): Promise<string> {
  const { body } = await submit(unclear());
  expect(body.triage.outcome).toBe('desk');
  return body.clueId;
}

async function seeClue(clueId: string): Promise<SeenClue> {
  const { status, body } = await house.get<SeenClue>('dispatcher', `/api/v1/clues/${clueId}`);
  expect(status).toBe(200);
  return body;
}

/** Closes a summary case on the spot; it archives itself. */
async function closeOnSpot(caseId: string): Promise<void> {
  await warnOnSpot(house, caseId);
  await until(async () => (await seeCase(house, caseId)).summary.stage === 'archived');
}

describe('the idempotency key of a report', () => {
  it('given a report, when sent again under its key, then the answer is the same, also after the case is archived', async () => {
    const body = {
      channel: 'grid_worker',
      text: '文物保护碑被刻划',
      itemCode: 'WL-004',
      place: '街子古镇字库塔东侧第一碑',
    };
    const first = await submit(body, 'once');
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    expect(first.body.triage.outcome).toBe('case');
    expect((await submit(body, 'once')).body).toEqual(first.body);
    await closeOnSpot(first.body.caseId ?? '');
    const later = await submit(body, 'once');
    expect(later.status).toBe(201);
    expect(later.body).toEqual(first.body);
    const { rows } = await house.db.query('select 1 from clues where idempotency_key = $1', ['once']);
    expect(rows).toHaveLength(1);
  });

  it('given a report on the desk, when the dispatcher settles it, then its key still gets what was answered first', async () => {
    const body = unclear();
    const first = await submit(body, 'desk-once');
    expect(first.body).toMatchObject({ caseId: null, triage: { outcome: 'desk' } });
    await ok(settle(first.body.clueId, { as: 'case', item: 'CG-022', town: YANGMA.code, reason: '现场已问明' }));
    expect((await seeClue(first.body.clueId)).outcome).toBe('case');
    expect((await submit(body, 'desk-once')).body).toEqual(first.body);
  });

  it('given a used key, when another report comes under it, then 422 and nothing new is on file', async () => {
    await submit(fumes(), 'taken');
    const before = await house.db.query('select count(*) as n from clues');
    expectProblem(await submit(fumes(), 'taken'), 422, 'key_reused');
    const after = await house.db.query('select count(*) as n from clues');
    expect(after.rows).toEqual(before.rows);
  });

  it('given a key whose first request is still under way, when it comes again, then 409 with when to retry, and later it passes', async () => {
    const body = fumes();
    const other = new pg.Client({ connectionString: house.databaseUrl });
    await other.connect();
    try {
      await other.query('begin');
      await other.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', ['key\ndispatcher\nbusy']);
      const meanwhile = await submit(body, 'busy');
      expectProblem(meanwhile, 409, 'key_in_flight');
      expect(meanwhile.headers['retry-after']).toBe('1');
      expect((await submit(body, 'busy', 'dispatcher-2')).status, "another caller's key").toBe(201);
      await other.query('rollback');
    } finally {
      await other.end();
    }
    expect((await submit(body, 'busy')).status).toBe(201);
  });

  it('given no key, when reported, then 400 says which header is missing', async () => {
    const answer = await door.send('dispatcher', 'POST', '/api/v1/clues', JSON_TYPE, JSON.stringify(fumes()));
    expectProblem(answer, 400, 'key_missing');
    expect(answer.body.detail).toContain('Idempotency-Key');
  });

  it('given two callers, when both use the same key for different reports, then each gets their own clue', async () => {
    const one = await submit(fumes(), 'shared', 'dispatcher');
    const two = await submit(fumes(), 'shared', 'dispatcher-2');
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body.clueId).not.toBe(one.body.clueId);
  });
});

describe('what becomes of a report', () => {
  it('given a clear item and town, when reported, then it is a case of that town and the reasons say why', async () => {
    const { body } = await submit(fumes());
    expect(body.triage).toMatchObject({ outcome: 'case', item: 'CG-022', town: YANGMA.code, duplicateOf: null });
    expect(body.triage.reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['rule', 'place']));
    const { state, summary } = await seeCase(house, body.caseId ?? '');
    expect(state.clueIds).toEqual([body.clueId]);
    expect(summary.stage).toBe('accept');
  });

  it("given a patrol's report without item or place, when reported, then it lies on the desk with a light and its doubts", async () => {
    const { body } = await submit(unclear());
    expect(body).toMatchObject({ caseId: null, triage: { outcome: 'desk', item: null, town: null } });
    expect(body.triage.reasons.filter(({ kind }) => kind === 'doubt').length).toBeGreaterThan(0);
    const clue = await house.get<{ light: string; dueAt: string }>('dispatcher', `/api/v1/clues/${body.clueId}`);
    expect(clue.body.light).toBe('green');
    const list = await house.get<{ clues: { clueId: string }[] }>(
      'dispatcher',
      '/api/v1/clues?outcome=desk&settled=false',
    );
    expect(list.body.clues.map(({ clueId }) => clueId)).toContain(body.clueId);
  });

  it("given another body's business, when reported, then it is not ours and names whose it is", async () => {
    const { body } = await submit({ channel: 'web', text: '学校招生录取有问题，学区划分不公，孩子上学难' });
    expect(body).toMatchObject({ caseId: null, triage: { outcome: 'not_ours', belongsTo: '教育局' } });
    expect(body.triage.reasons.map(({ kind }) => kind)).toContain('not_ours');
  });

  it('given an open case, when the same matter is reported, then it joins, and both reporters are answered when it closes', async () => {
    const place = '街子古镇字库塔西侧第二碑';
    const first = await submit({ channel: 'grid_worker', text: '文物保护碑被人刻了字', itemCode: 'WL-004', place });
    const second = await submit({ channel: 'web', text: '碑上有新的划痕，请来看看', itemCode: 'WL-004', place });
    const caseId = first.body.caseId ?? '';
    expect(second.body).toMatchObject({ caseId, triage: { outcome: 'duplicate', duplicateOf: caseId } });
    expect(second.body.triage.reasons.at(-1)?.text).toMatch(/地点相同/);
    await until(async () => (await seeCase(house, caseId)).state.clueIds.length === 2);
    expect((await seeCase(house, caseId)).state.clueIds).toEqual([first.body.clueId, second.body.clueId]);
    const clues = await house.get<{ clues: { clueId: string }[] }>('supervisor-1', `/api/v1/cases/${caseId}/clues`);
    expect(clues.body.clues.map(({ clueId }) => clueId)).toEqual([first.body.clueId, second.body.clueId]);

    await closeOnSpot(caseId);
    for (const { clueId } of [first.body, second.body]) {
      await until(async () => (await seeClue(clueId)).answeredAt !== null);
      expect((await seeClue(clueId)).answer).toBe('您反映的问题已查处，依法作出行政处罚。');
    }
  });

  it('given a closed case, when the same matter is reported again, then it is a new case', async () => {
    const body = { channel: 'grid_worker', text: '第三碑又被刻划', itemCode: 'WL-004', place: '街子古镇字库塔第三碑' };
    const first = await submit(body);
    await closeOnSpot(first.body.caseId ?? '');
    const again = await submit(body);
    expect(again.body.triage.outcome).toBe('case');
    expect(again.body.caseId).not.toBe(first.body.caseId);
  });

  it('given 40 identical reports over 20 requests at a time, when all are answered, then there is one case with 40 clues', async () => {
    const body = fumes();
    const lanes = Array.from({ length: 20 }, async () => [await submit(body), await submit(body)]);
    const answers = (await Promise.all(lanes)).flat();
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 201));
    const cases = new Set(answers.map(({ body: { caseId } }) => caseId));
    expect(cases.size).toBe(1);
    const outcomes = answers.map(({ body: { triage } }) => triage.outcome);
    expect(outcomes.filter((outcome) => outcome === 'case')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(39);
    const [caseId] = [...cases];
    await until(async () => (await seeCase(house, caseId ?? '')).state.clueIds.length === 40);
    expect(new Set((await seeCase(house, caseId ?? '')).state.clueIds).size).toBe(40);
  });
});

describe("the dispatcher's desk", () => {
  it('given a clue on the desk, when settled as a case, then the town has it, and a second verdict is refused', async () => {
    const clueId = await onDesk();
    const settled = await settle(clueId, { as: 'case', item: 'CG-022', town: YANGMA.code, reason: '已电话问明' });
    expect(settled.status, JSON.stringify(settled.body)).toBe(200);
    expect(settled.body.triage).toMatchObject({ outcome: 'case', item: 'CG-022', town: YANGMA.code });
    expect(
      settled.body.triage.reasons.some(({ text }) => text.includes('dispatcher') && text.includes('已电话问明')),
    ).toBe(true);
    const caseId = settled.body.caseId ?? '';
    await ok(house.act(`officer-${YANGMA.code}-1`, caseId, 'accept'));
    expectProblem(await settle(clueId, { as: 'not_ours', belongsTo: '教育局', reason: '改主意' }), 409, 'clue_settled');
    expect(await seeClue(clueId)).toMatchObject({ outcome: 'case', caseId });
  });

  it('given a clue on the desk, when settled as not ours, then it names the body and no case is opened', async () => {
    const clueId = await onDesk();
    const settled = await settle(clueId, { as: 'not_ours', belongsTo: '市水务集团', reason: '供水管网' });
    expect(settled.body).toMatchObject({ caseId: null, triage: { outcome: 'not_ours', belongsTo: '市水务集团' } });
    expect((await seeClue(clueId)).settledAt).not.toBeNull();
    expectProblem(await settle(clueId, { as: 'not_ours', belongsTo: '教育局', reason: '再来' }), 409, 'clue_settled');
  });

  it('given a clue on the desk, when settled as a duplicate, then it joins the open case', async () => {
    const caseId = await reportSummary(house);
    const clueId = await onDesk();
    const settled = await settle(clueId, { as: 'duplicate', caseId, reason: '同一块碑' });
    expect(settled.body).toMatchObject({ caseId, triage: { outcome: 'duplicate', duplicateOf: caseId } });
    await until(async () => (await seeCase(house, caseId)).state.clueIds.includes(clueId));
  });

  it('given an archived case, when a clue is settled as its duplicate, then its reporter is answered', async () => {
    const caseId = await reportSummary(house);
    await closeOnSpot(caseId);
    const clueId = await onDesk();
    await ok(settle(clueId, { as: 'duplicate', caseId, reason: '已办结的同一件事' }));
    expect((await seeClue(clueId)).answer).toBe('您反映的问题已办结。');
    const { rows } = await house.db.query("select 1 from outbox where case_id = $1 and kind = 'join_report'", [caseId]);
    expect(rows).toEqual([]);
  });

  it('given a clue on the desk that was reported twice, when settled as a case, then both reports are in the case', async () => {
    const body = unclear();
    const first = await submit(body);
    const second = await submit(body);
    expect(second.body.triage).toMatchObject({ outcome: 'duplicate', duplicateOf: first.body.clueId });
    const settled = await settle(first.body.clueId, { as: 'case', item: 'CG-022', town: YANGMA.code, reason: '问明' });
    const caseId = settled.body.caseId ?? '';
    expect((await seeClue(second.body.clueId)).caseId).toBe(caseId);
    await until(async () => (await seeCase(house, caseId)).state.clueIds.length === 2);
  });

  it('given 8 dispatchers at once, when all settle one clue, then one verdict stands and one case is opened', async () => {
    const clueId = await onDesk();
    const verdict = { as: 'case', item: 'CG-022', town: YANGMA.code, reason: '问明' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => settle(clueId, verdict)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
    const { rows } = await house.db.query(`select 1 from cases where state -> 'clueIds' ->> 0 = $1`, [clueId]);
    expect(rows).toHaveLength(1);
  });

  it('given a town officer, when they settle or list the desk, then 403; and nobody settles what does not exist', async () => {
    const clueId = await onDesk();
    const verdict = { as: 'not_ours', belongsTo: '教育局', reason: '不归我们' };
    const officer = `officer-${YANGMA.code}-1`;
    expectProblem(await settle(clueId, verdict, officer), 403, 'forbidden');
    expectProblem(await house.get(officer, '/api/v1/clues'), 403, 'forbidden');
    expectProblem(await settle(randomUUID(), verdict), 404, 'not_found');
    expect((await seeClue(clueId)).settledAt).toBeNull();
  });

  it('given an item, town or case that does not exist, when settled with it, then 422 and the clue stays on the desk', async () => {
    const clueId = await onDesk();
    const verdict = { as: 'case', item: 'CG-022', town: YANGMA.code, reason: '问明' };
    expectProblem(await settle(clueId, { ...verdict, item: 'ZZ-999' }), 422, 'unprocessable');
    expectProblem(await settle(clueId, { ...verdict, town: '510184999' }), 422, 'unknown_town');
    const duplicate = { as: 'duplicate', caseId: 'CZ2026-000000', reason: '同一件' };
    expectProblem(await settle(clueId, duplicate), 422, 'unprocessable');
    expect((await seeClue(clueId)).settledAt).toBeNull();
  });

  it('given a verdict with a fault, when settled, then the text is about the verdict that was meant', async () => {
    const clueId = await onDesk();
    const without = await settle(clueId, { as: 'not_ours', reason: '不归我们' });
    expectProblem(without, 400, 'malformed');
    expect(without.body.detail).toContain('body/belongsTo：缺少这个必填字段');
    const unknown = await settle(clueId, { as: 'whatever', reason: '不归我们' });
    expectProblem(unknown, 400, 'malformed');
    expect(unknown.body.detail).toContain('body/as：只能是 case、not_ours、duplicate 之一');
  });
});

describe('what a report may not say', () => {
  it('given a time in the future, when reported, then 422 and nothing is on file', async () => {
    const answer = await submit({ ...fumes(), occurredAt: '2099-01-01T00:00:00+08:00' }, 'future');
    expectProblem(answer, 422, 'unprocessable');
    const { rows } = await house.db.query('select 1 from clues where idempotency_key = $1', ['future']);
    expect(rows).toEqual([]);
  });

  it('given an unknown channel, when reported, then 400 names the channels there are', async () => {
    const answer = await submit({ ...fumes(), channel: 'telepathy' });
    expectProblem(answer, 400, 'malformed');
    expect(answer.body.detail).toMatch(/^body\/channel（渠道）：只能是 hotline_12345、.*、transfer 之一。/);
    expect(answer.body.detail).not.toContain('telepathy');
  });

  it('given a role that takes no reports, when it reports, then 403', async () => {
    expectProblem(await submit(fumes(), 'leader', 'leader-1'), 403, 'forbidden');
    expectProblem(await submit(fumes(), 'reviewer', 'reviewer-1'), 403, 'forbidden');
  });
});
