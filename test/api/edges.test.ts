import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { EVIDENCE, HUAIYUAN, investigate, ok, PENALTY, reportOrdinary, today, YANGMA } from '../support/road';
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

const OFFICER = `officer-${YANGMA.code}-1`;
const OFFICERS = [OFFICER, `officer-${YANGMA.code}-2`];
const OFFICE = `office-${YANGMA.code}`;
const PARTY = { kind: 'organisation', name: '某某餐馆', address: '羊马街道1号' };
const FILING = { officers: OFFICERS, party: PARTY, reason: '涉嫌违法', committedOn: null, harm: false };
const NOTICE = { facts: '告知', penalty: PENALTY, servedOn: today(), method: 'direct' };

function post(url: string, payload: string) {
  return door.send('dispatcher', 'POST', url, keyed(), payload);
}

function report(body: object) {
  return house.post<{ clueId: string }>('dispatcher', '/api/v1/clues', body);
}

/** A case at filing, with the number that it must still have when everything was refused. */
async function atFiling(): Promise<{ caseId: string; seq: number }> {
  const caseId = await reportOrdinary(house);
  await ok(house.act(OFFICER, caseId, 'accept', { officers: OFFICERS }));
  await ok(house.act(OFFICER, caseId, 'verify', { violation: true, facts: '油烟直排' }));
  return { caseId, seq: (await seeCase(house, caseId)).summary.seq };
}

async function isUntouched(caseId: string, seq: number): Promise<void> {
  expect((await seeCase(house, caseId)).summary.seq).toBe(seq);
}

describe('requests at the edge', () => {
  it('given 256 KiB to the byte, when sent, then they are read; one more byte is not', async () => {
    const body = '{"channel":"patrol"}';
    expectProblem(await post('/api/v1/clues', body.padEnd(256 * 1024)), 400, 'malformed');
    expectProblem(await post('/api/v1/clues', body.padEnd(256 * 1024 + 1)), 413, 'body_too_large');
  });

  it('given a body with a prototype in it, when sent, then 400', async () => {
    expectProblem(await post('/api/v1/clues', '{"channel":"patrol","__proto__":{"admin":true}}'), 400, 'malformed');
  });

  it('given an address that cannot be read, when asked, then 400; one that leads nowhere, 404', async () => {
    expectProblem(await door.send('dispatcher', 'GET', '/api/v1/cases/%ZZ'), 400, 'malformed');
    expectProblem(await door.send('dispatcher', 'GET', '/api/v1/nowhere'), 404, 'not_found');
    expectProblem(await door.send('dispatcher', 'GET', `/api/v1/${'x'.repeat(3_000)}`), 404, 'not_found');
  });

  it('given brackets nested 100,000 deep, when sent to any door, then they are refused and the service lives', async () => {
    const nested = '['.repeat(100_000) + ']'.repeat(100_000);
    expectProblem(await post('/api/v1/clues', nested), 400, 'malformed');
    expectProblem(await post('/api/v1/cases/CZ2026-000001/acts/no_such_act', nested), 404, 'unknown_act');
  });

  it.each([
    ['made up', 'nonsense'],
    ['with an instant that only some can read', Buffer.from('1|CZ2026-000001').toString('base64url')],
    ['with NUL', Buffer.from('2026-01-01T00:00:00.000Z|\u0000').toString('base64url')],
    ['of another list', Buffer.from('2026-01-01T00:00:00.000Z|nobody').toString('base64url')],
  ])('given a cursor %s, when a page is asked for, then 400', async (_what, cursor) => {
    expectProblem(await house.get('dispatcher', `/api/v1/cases?cursor=${cursor}`), 400, 'malformed');
    expectProblem(await house.get('dispatcher', `/api/v1/clues?cursor=${cursor}`), 400, 'malformed');
  });

  it.each([
    ...['from=2026-02-30', 'from=0000-01-01', 'to=9999-12-31', 'limit=0', 'limit=101', 'limit=many', 'town=1'],
    ...['stage=limbo', 'colour=red', 'town=510184001&town=510184002', 'assignee=%00'],
  ])('given the filter %s, when cases are listed, then 400', async (query) => {
    expectProblem(await house.get('supervisor-1', `/api/v1/cases?${query}`), 400, 'malformed');
  });

  it('given an id that is no UUID or no case number, when asked, then 400 says what it should look like', async () => {
    const clue = await house.get('dispatcher', '/api/v1/clues/7');
    expectProblem(clue, 400, 'malformed');
    expect(clue.body.detail).toContain('params/id：须为 UUID');
    const found = await house.get('dispatcher', '/api/v1/cases/7');
    expectProblem(found, 400, 'malformed');
    expect(found.body.detail).toContain('params/id（案件编号，例如 CZ2026-000123）：写法不符合规定');
  });
});

describe('texts at the edge', () => {
  it.each([
    ['emoji', '🔥👨‍👩‍👧油烟扰民😤'],
    ['full width', '油烟扰民，１２３ＡＢＣ！'],
    ['zero width', '油\u200b烟\u200d扰\ufeff民'],
    ['right to left', '\u202e油烟扰民\u202c'],
    ['SQL', "'); drop table cases; -- 油烟扰民"],
    ['markup', '<script>alert(1)</script>油烟扰民{{7*7}}${1}'],
  ])('given %s, when reported, then it is kept as it was written', async (_what, text) => {
    const answer = await report({ channel: 'grid_worker', text });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    const clue = await house.get<{ text: string }>('dispatcher', `/api/v1/clues/${answer.body.clueId}`);
    expect(clue.body.text).toBe(text);
  });

  it('given 50,000 characters, when reported, then they are judged; one more is refused', async () => {
    const text = '羊马街道餐馆油烟直排扰民。'.repeat(4_000).slice(0, 50_000);
    expect((await report({ channel: 'web', text })).status).toBe(201);
    const answer = await report({ channel: 'web', text: `${text}多` });
    expectProblem(answer, 400, 'malformed');
    expect(answer.body.detail).toContain('body/text（反映内容）：不能超过 50000 个字符');
  });

  it('given NUL or half of a character in an act, when acted, then 400 and the case goes on', async () => {
    const { caseId, seq } = await atFiling();
    for (const bad of ['\u0000', '\ud800']) {
      expectProblem(
        await house.act(OFFICE, caseId, 'file_case', { ...FILING, reason: `涉嫌${bad}违法` }),
        400,
        'malformed',
      );
      const party = { ...PARTY, idNumber: `9${bad}1` };
      expectProblem(await house.act(OFFICE, caseId, 'file_case', { ...FILING, party }), 400, 'malformed');
    }
    await isUntouched(caseId, seq);
    await ok(house.act(OFFICE, caseId, 'file_case', FILING));
  });

  it('given SQL in a filter and in every field of an act, when sent, then it is only text', async () => {
    const { caseId, seq } = await atFiling();
    const sql = "x' or '1'='1";
    const list = await house.get<{ cases: unknown[] }>(
      'supervisor-1',
      `/api/v1/cases?assignee=${encodeURIComponent(sql)}`,
    );
    expect(list.body.cases).toEqual([]);
    expectProblem(await house.act(OFFICE, caseId, 'file_case', { ...FILING, officers: [sql] }), 422, 'unprocessable');
    await isUntouched(caseId, seq);
    await ok(house.act(OFFICE, caseId, 'file_case', { ...FILING, party: { ...PARTY, name: sql }, reason: sql }));
    expect((await seeCase(house, caseId, OFFICE)).party?.name).toBe(sql);
  });
});

describe('fields at the edge', () => {
  it.each([
    [{ ...PENALTY, tax: 1 }, /body\/penalty\/tax：没有这个字段/],
    [{ warning: false, fine: null }, /body\/penalty\/fine（.*）：须为数字/],
    [{ warning: false, fine: '20000' }, /body\/penalty\/fine（.*）：须为数字/],
    [{ warning: false, fine: -1 }, /不能小于 0/],
    [{ warning: false, fine: 1e12 }, /不能大于 100000000/],
    [{ warning: false, fine: 0.001 }, /最多两位小数/],
    [{ warning: false }, /body\/penalty\/fine：缺少这个必填字段/],
  ])('given the penalty %j, when noticed, then 400 says where and what', async (penalty, said) => {
    const answer = await house.act(OFFICER, 'CZ2026-000000', 'give_notice', { ...NOTICE, penalty });
    expectProblem(answer, 400, 'malformed');
    expect(answer.body.detail).toMatch(said);
  });

  it('given a fine with two decimals that binary cannot hold, when noticed, then it is not called malformed', async () => {
    for (const fine of [19.99, 0.07, 8_999.37]) {
      const body = { ...NOTICE, penalty: { warning: false, fine } };
      expectProblem(await house.act(OFFICER, 'CZ2026-000000', 'give_notice', body), 404, 'not_found');
    }
  });

  it.each([
    ['officers', [], /不能少于 1 项/],
    ['officers', [OFFICER, OFFICER], /第 1 项与第 2 项重复/],
    ['officers', Array.from({ length: 11 }, (_, i) => `officer-${i}`), /不能超过 10 项/],
    ['officers', OFFICER, /须为数组/],
    ['party', { kind: 'ghost', name: '某某' }, /body\/party\/kind（公民或组织）：只能是 citizen、organisation 之一/],
    ['party', { kind: 'citizen', name: '' }, /body\/party\/name（当事人姓名或名称）：不能为空/],
    ['party', { kind: 'citizen', name: '某某', email: 'a@b' }, /body\/party\/email：没有这个字段/],
    ['reason', 7, /body\/reason（立案理由）：须为文本/],
  ])(
    'given %s as %j, when filed, then 400 says what is allowed and never what was sent',
    async (field, value, said) => {
      const answer = await house.act(OFFICE, 'CZ2026-000000', 'file_case', { ...FILING, [field]: value });
      expectProblem(answer, 400, 'malformed');
      expect(answer.body.detail).toMatch(said);
      expect(answer.body.detail).not.toMatch(/ghost|某某|a@b|officer-/);
    },
  );

  it.each([
    ['takenAt', '2026-11-01', /须为 1900—2199 年间带时区的时刻/],
    ['takenAt', '2016-12-31T23:59:60Z', /带时区的时刻/],
    ['takenAt', '0000-01-01T00:00:00Z', /带时区的时刻/],
    ['sha256', 'A'.repeat(64), /body\/sha256（.*64 位十六进制小写）：写法不符合规定/],
    ['kind', 'hearsay', /只能是 documentary、/],
  ])('given evidence with %s as %s, when collected, then 400', async (field, value, said) => {
    const answer = await house.act(OFFICER, 'CZ2026-000000', 'collect_evidence', { ...EVIDENCE, [field]: value });
    expectProblem(answer, 400, 'malformed');
    expect(answer.body.detail).toMatch(said);
  });
});

describe('refusals on record', () => {
  it('given an act refused for every reason there is, when looked up, then each refusal is on record and the case untouched', async () => {
    const { caseId, seq } = await atFiling();
    const stranger = `officer-${HUAIYUAN.code}-1`;
    const mixed = { ...FILING, officers: [OFFICER, stranger] };
    expectProblem(await house.act(stranger, caseId, 'file_case', mixed), 404, 'not_found');
    expectProblem(await house.act(OFFICE, caseId, 'file_case', mixed), 403, 'officer_of_another_organisation');
    const unknown = { ...FILING, officers: [OFFICER, 'nobody'] };
    expectProblem(await house.act(OFFICE, caseId, 'file_case', unknown), 422, 'unprocessable');
    const alone = { ...FILING, officers: [OFFICER] };
    expectProblem(await house.act(OFFICE, caseId, 'file_case', alone), 409, 'officers_insufficient');
    expectProblem(await house.act(OFFICER, caseId, 'file_case', FILING), 403, 'not_competent');
    await isUntouched(caseId, seq);
    expect((await refusalsOf(house, caseId)).map(({ actor_id, act, code }) => [actor_id, act, code])).toEqual([
      [stranger, 'file_case', 'not_found'],
      [OFFICE, 'file_case', 'officer_of_another_organisation'],
      [OFFICE, 'file_case', 'unprocessable'],
      [OFFICE, 'file_case', 'officers_insufficient'],
      [OFFICER, 'file_case', 'not_competent'],
    ]);
  });

  it('given a redispatch to a town that does not exist, when refused, then that is on record', async () => {
    const caseId = await reportOrdinary(house);
    await ok(house.act(OFFICER, caseId, 'return_dispatch', { reason: '不在本辖区' }));
    const body = { town: '510184999', reason: '改派' };
    expectProblem(await house.act('dispatcher', caseId, 'redispatch', body), 422, 'unknown_town');
    expect(await refusalsOf(house, caseId)).toMatchObject([
      { actor_id: 'dispatcher', act: 'redispatch', code: 'unknown_town' },
    ]);
  });

  it('given 2099 as the day of service, when served, then 422 on record and the case untouched', async () => {
    const caseId = await reportOrdinary(house);
    await investigate(house, caseId);
    await ok(house.act('reviewer-1', caseId, 'pass_review', { opinion: '同意' }));
    await ok(house.act(OFFICER, caseId, 'give_notice', NOTICE));
    await ok(house.act(OFFICER, caseId, 'record_statement', { raised: false, summary: '放弃陈述申辩', waived: true }));
    await ok(house.act(OFFICE, caseId, 'decide_penalty', { penalty: PENALTY, reasons: '事实清楚' }));
    const { seq } = (await seeCase(house, caseId)).summary;
    const service = { method: 'direct', servedOn: '2099-01-01', note: '本人签收', proof: '' };
    expectProblem(await house.act(OFFICER, caseId, 'serve_decision', service), 422, 'date_out_of_range');
    await isUntouched(caseId, seq);
    expect(await refusalsOf(house, caseId)).toMatchObject([{ act: 'serve_decision', code: 'date_out_of_range' }]);
  });

  it('given a party refused once, when filed under the same key with another party, then 422 and never the first party', async () => {
    const { caseId, seq } = await atFiling();
    const url = `/api/v1/cases/${caseId}/acts/file_case`;
    const filing = { ...FILING, officers: [OFFICER], party: { kind: 'citizen', name: '甲某' } };
    expectProblem(await house.post(OFFICE, url, filing, keyed('party')), 409, 'officers_insufficient');
    const mended = { ...FILING, party: { kind: 'citizen', name: '乙某' } };
    expectProblem(await house.post(OFFICE, url, mended, keyed('party')), 422, 'key_reused');
    await isUntouched(caseId, seq);
    await ok(house.post(OFFICE, url, mended, keyed()));
    expect((await seeCase(house, caseId, OFFICE)).party?.name).toBe('乙某');
  });
});

describe('what is open to whom', () => {
  it('given a case, when its live state is asked for, then it is what is read', async () => {
    const { caseId } = await atFiling();
    const live = await house.get(OFFICER, `/api/v1/cases/${caseId}/live`);
    expect(live.status).toBe(200);
    const { labels: _labels, now: _now, nextWake: _nextWake, ...state } = live.body;
    expect(state).toEqual((await seeCase(house, caseId)).state);
  });

  it('given a returned dispatch, when the dispatcher looks, then every act shown has a door', async () => {
    const caseId = await reportOrdinary(house);
    await ok(house.act(OFFICER, caseId, 'return_dispatch', { reason: '不在本辖区' }));
    const acts = (await seeCase(house, caseId, 'dispatcher')).availableActs.map(({ act }) => act);
    expect(acts.sort()).toEqual(['insist_dispatch', 'merge_case', 'redispatch']);
  });

  it('given a case at filing and then at review, when each looks, then each sees their own acts', async () => {
    const { caseId } = await atFiling();
    const acts = async (person: string): Promise<readonly string[]> =>
      (await seeCase(house, caseId, person)).availableActs.map(({ act }) => act).sort();
    expect(await acts(OFFICER)).toEqual([
      'ask_guidance',
      'ask_recusal',
      'order_rectification',
      'record_scene',
      'report_crime',
      'take_measure',
    ]);
    expect(await acts(OFFICE)).toEqual([
      'ask_guidance',
      'ask_recusal',
      'assign',
      'close_without_penalty',
      'dispute_jurisdiction',
      'file_case',
      'request_cooperation',
      'request_elevation',
      'suspend_case',
      'take_measure',
      'terminate_case',
      'transfer_case',
    ]);
    expect(await acts('reviewer-1')).toEqual([]);
    await ok(house.act(OFFICE, caseId, 'file_case', FILING));
    await ok(house.act(OFFICER, caseId, 'collect_evidence', EVIDENCE));
    await ok(
      house.act(OFFICER, caseId, 'end_investigation', { officers: OFFICERS, report: '终结', proposal: PENALTY }),
    );
    expect(await acts('reviewer-1')).toEqual([
      'correct_review',
      'decline_review',
      'disagree_review',
      'pass_review',
      'return_review',
    ]);
    expect(await acts(OFFICER)).toEqual(['ask_guidance', 'ask_recusal', 'complete_party', 'report_crime']);
  });
});
