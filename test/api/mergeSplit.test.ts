import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { ok, reportOrdinary, STREET, warnOnSpot, YANGMA } from '../support/road';
import { until } from '../support/until';
import { expectProblem, refusalsOf, seeCase } from './support';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  await checkAllCases(house);
  await house.close();
});

interface SeenClue {
  readonly clueId: string;
  readonly caseId: string | null;
  readonly outcome: string;
  readonly light: string | null;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly changes: readonly { readonly kind: string; readonly by: string; readonly reason: string }[];
  readonly triage: {
    readonly outcome: string;
    readonly similar?: readonly { readonly caseId: string | null; readonly clueId: string }[];
    readonly duplicateOf: string | null;
  };
}

let n = 0;

/** A summary case of the monument's, at a place of its own. */
async function plate(place?: string) {
  n += 1;
  const { status, body } = await house.post<SeenClue>('dispatcher', '/api/v1/clues', {
    channel: 'grid_worker',
    text: `第${n}块文物保护碑被刻划损坏，编号${n * 7919}`,
    itemCode: 'WL-004',
    place: place ?? `街子古镇字库塔${n}号`,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return { clueId: body.clueId, caseId: body.caseId ?? '', triage: body.triage };
}

async function seeClue(clueId: string): Promise<SeenClue> {
  const { status, body } = await house.get<SeenClue>('dispatcher', `/api/v1/clues/${clueId}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const joined = (caseId: string, clueIds: readonly string[]) =>
  until(async () => clueIds.every((id) => (seen.get(caseId) ?? []).includes(id)) || (await refresh(caseId), false));
const seen = new Map<string, readonly string[]>();
const refresh = async (caseId: string) => void seen.set(caseId, (await seeCase(house, caseId)).state.clueIds);

describe('two cases of one matter', () => {
  it('given two cases, when the later is merged into the earlier, then one goes on with all reports and each reporter is answered once', async () => {
    const first = await plate();
    const second = await plate();
    expect(second.caseId).not.toBe(first.caseId);
    const reason = '同一块碑';
    await ok(house.act('dispatcher', second.caseId, 'merge_case', { into: first.caseId, reason }));
    await joined(first.caseId, [first.clueId, second.clueId]);
    await until(async () => (await seeCase(house, second.caseId)).summary.stage === 'archived');
    expect((await seeCase(house, second.caseId)).state).toMatchObject({ outcome: 'merged', mergedInto: first.caseId });
    const moved = await seeClue(second.clueId);
    expect(moved).toMatchObject({ caseId: first.caseId, outcome: 'duplicate', answeredAt: null });
    expect(moved.changes).toMatchObject([{ kind: 'merged', by: 'dispatcher', reason }]);

    await warnOnSpot(house, first.caseId);
    for (const { clueId } of [first, second]) {
      await until(async () => (await seeClue(clueId)).answeredAt !== null);
      expect((await seeClue(clueId)).answer).toBe('您反映的问题已查处，依法作出行政处罚。');
    }
  });

  it('given a case that was filed, when the dispatcher merges it, then 409 case_filed with the article, and it stays', async () => {
    const earlier = await reportOrdinary(house);
    const caseId = await reportOrdinary(house);
    const officer = `officer-${YANGMA.code}-1`;
    await ok(house.act(officer, caseId, 'accept'));
    await ok(house.act(officer, caseId, 'verify', { violation: true, facts: '油烟直排' }));
    await ok(
      house.act(`office-${YANGMA.code}`, caseId, 'file_case', {
        officers: [officer, `officer-${YANGMA.code}-2`],
        party: { kind: 'citizen', name: '李四' },
        reason: '涉嫌违法',
        committedOn: null,
        harm: false,
      }),
    );
    const answer = await house.act('dispatcher', caseId, 'merge_case', { into: earlier, reason: '同一家' });
    expectProblem(answer, 409, 'case_filed');
    expect(JSON.stringify(answer.body)).toContain('第五十四条');
    expect((await refusalsOf(house, caseId)).at(-1)).toMatchObject({ act: 'merge_case', code: 'case_filed' });
    expect((await seeCase(house, caseId)).state).toMatchObject({ outcome: null });
  });

  it('given the wrong target, when merged, then it says which: itself or a later one, one that is over, none at all', async () => {
    const first = await plate();
    const second = await plate();
    const merge = (caseId: string, into: string) =>
      house.act('dispatcher', caseId, 'merge_case', { into, reason: '同一件' });
    expectProblem(await merge(first.caseId, second.caseId), 422, 'merge_into_earlier');
    expectProblem(await merge(first.caseId, first.caseId), 422, 'merge_into_earlier');
    expectProblem(await merge(second.caseId, 'CZ2026-000000'), 422, 'unprocessable');
    await ok(merge(second.caseId, first.caseId));
    const third = await plate();
    expectProblem(await merge(third.caseId, second.caseId), 409, 'merge_target_closed');
    const officer = `officer-${STREET.code}-1`;
    const theirs = await house.act(officer, third.caseId, 'merge_case', { into: first.caseId, reason: '同一件' });
    expectProblem(theirs, 403, 'not_competent');
  });
});

describe('a report that is not of the case', () => {
  it('given a case with two reports, when one is split off, then it lies on the desk with a light, can be settled anew, and the other stays', async () => {
    const place = '街子古镇字库塔分拆碑901号';
    const first = await plate(place);
    const second = await plate(place);
    expect(second.caseId).toBe(first.caseId);
    await joined(first.caseId, [first.clueId, second.clueId]);
    const reason = '是另一块碑';
    await ok(house.act('dispatcher', first.caseId, 'split_report', { clueId: second.clueId, reason }));
    await until(async () => (await seeClue(second.clueId)).outcome === 'desk');
    const clue = await seeClue(second.clueId);
    expect(clue).toMatchObject({ caseId: null, light: 'green', triage: { duplicateOf: null } });
    expect(clue.changes).toMatchObject([{ kind: 'split', by: 'dispatcher', reason }]);
    expect((await seeCase(house, first.caseId)).state.clueIds).toEqual([first.clueId]);
    expectProblem(
      await house.act('dispatcher', first.caseId, 'split_report', { clueId: first.clueId, reason }),
      409,
      'last_report',
    );

    // Taken back: it joins again under a command of its own.
    const again = { as: 'duplicate', caseId: first.caseId, reason: '复核后仍是同一块' };
    await ok(house.post('dispatcher', `/api/v1/clues/${second.clueId}/settle`, again));
    await until(async () => (await seeCase(house, first.caseId)).state.clueIds.length === 2);
    expect((await seeClue(second.clueId)).changes.map(({ kind }) => kind)).toEqual(['split', 'settled']);
    expectProblem(
      await house.act('dispatcher', first.caseId, 'split_report', { clueId: randomUUID(), reason }),
      422,
      'report_unknown',
    );
  });

  it('given a merged case, when its report is split off and settled as a case, then the merging is undone', async () => {
    const first = await plate();
    const second = await plate();
    await ok(house.act('dispatcher', second.caseId, 'merge_case', { into: first.caseId, reason: '同一块碑' }));
    await joined(first.caseId, [first.clueId, second.clueId]);
    await ok(house.act('dispatcher', first.caseId, 'split_report', { clueId: second.clueId, reason: '并错了' }));
    await until(async () => (await seeClue(second.clueId)).outcome === 'desk');
    const verdict = { as: 'case', item: 'WL-004', town: STREET.code, reason: '单独成案' };
    const settled = await house.post<{ caseId: string }>(
      'dispatcher',
      `/api/v1/clues/${second.clueId}/settle`,
      verdict,
    );
    expect(settled.status, JSON.stringify(settled.body)).toBe(200);
    expect([first.caseId, second.caseId]).not.toContain(settled.body.caseId);
    expect((await seeCase(house, settled.body.caseId)).state.clueIds).toEqual([second.clueId]);
  });
});

describe('what may be the same matter', () => {
  it('given a clear case, when an unclear report says much the same, then it lies on the desk and names the case, and does not join', async () => {
    const known = await plate('街子古镇字库塔疑似碑902号');
    const { body } = await house.post<SeenClue>('dispatcher', '/api/v1/clues', {
      channel: 'grid_worker',
      text: '说不清是什么情况，请来看一看',
      place: '街子古镇字库塔疑似碑902号',
    });
    expect(body.triage.outcome).toBe('desk');
    expect(body.triage.similar?.map(({ caseId }) => caseId)).toContain(known.caseId);
    expect((await seeClue(body.clueId)).caseId).toBeNull();
  });

  it('given a report in a town, and more in other towns than a search looks at, all in the same words, when it is said there again, then it is named', async () => {
    const clue = { channel: 'grid_worker', text: '上次登记的第三项情况仍然存在，请安排人员到现场核实处理' };
    const there = { ...clue, itemCode: 'WL-004', place: '街子镇银杏广场东侧' };
    const known = await house.post<SeenClue>('dispatcher', '/api/v1/clues', there);
    const others = house.catalogue.towns.filter(({ name }) => name !== '街子镇');
    const rows = Array.from({ length: 61 }, (_, at) => ({
      key: `other-towns-${at}`,
      clue: { ...there, place: `${others[at % others.length]?.name ?? ''}创新路${at}号` },
    }));
    const { body } = await house.post<{ rows: { receipt: { caseId: string } | null }[] }>(
      'dispatcher',
      '/api/v1/clues/import',
      { rows },
    );
    expect(new Set([known.body, ...body.rows.map(({ receipt }) => receipt)].map((one) => one?.caseId)).size).toBe(62);
    const again = await house.post<SeenClue>('dispatcher', '/api/v1/clues', { ...clue, place: '街子镇' });
    expect(again.body.triage.outcome).toBe('desk');
    expect(again.body.triage.similar?.map(({ caseId }) => caseId)).toEqual([known.body.caseId]);
  });
});

describe('a clue that is returned', () => {
  it('given two returns, when the town returns it a third time, then 409 dispatch_final names the way that is left', async () => {
    const { caseId, clueId } = await plate();
    const back = (town: string) => house.act(`office-${town}`, caseId, 'return_dispatch', { reason: '不在辖区' });
    const send = (town: string) => house.act('dispatcher', caseId, 'redispatch', { town, reason: '在该辖区' });
    await ok(back(STREET.code));
    await ok(send(YANGMA.code));
    await ok(back(YANGMA.code));
    await ok(send(STREET.code));
    const third = await back(STREET.code);
    expectProblem(third, 409, 'dispatch_final');
    expect(third.body.detail).toContain('管辖争议');
    await until(async () => (await seeClue(clueId)).changes.length === 2);
    expect((await seeClue(clueId)).changes.map(({ kind }) => kind)).toEqual(['redispatched', 'redispatched']);
  });
});

describe('what a dispatcher puts right', () => {
  it('given a clue settled as a case, when exported, then the last word stands with before and after, and nobody is named', async () => {
    const { body } = await house.post<SeenClue>('dispatcher', '/api/v1/clues', {
      channel: 'grid_worker',
      text: '欧阳小花反映此处情况不明，电话13812345678',
      reporter: { name: '欧阳小花', phone: '13812345678' },
    });
    const verdict = { as: 'case', item: 'CG-022', town: YANGMA.code, reason: '电话问明' };
    await ok(house.post('dispatcher', `/api/v1/clues/${body.clueId}/settle`, verdict));
    const listed = await house.get<{ corrections: readonly Record<string, unknown>[] }>(
      'dispatcher',
      '/api/v1/corrections?limit=500',
    );
    expect(listed.body.corrections.at(-1)).toMatchObject({
      by: 'dispatcher',
      text: '某某反映此处情况不明，电话某某',
      field: 'urban_management',
      before: { outcome: 'desk', item: null },
      after: { outcome: 'case', item: 'CG-022', town: YANGMA.code },
    });
    expect(JSON.stringify(listed.body)).not.toMatch(/欧阳小花|13812345678/);
    expectProblem(await house.get(`officer-${YANGMA.code}-1`, '/api/v1/corrections'), 403, 'forbidden');
  });
});
