import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { columns } from '../../db/readModel';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { pausedAll, whilePaused } from '../support/pauseOnFile';
import { investigate, ok, report, reportBureau, reportOrdinary, reportSummary, STREET, YANGMA } from '../support/road';
import { expectProblem, keyed, openDoor, seeCase, type Door } from './support';

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

interface Page {
  readonly cases: readonly { readonly caseId: string; readonly light: string }[];
  readonly next: string | null;
}

interface PausedCase {
  readonly summary: object;
  readonly clocks: readonly object[];
}

async function list(query: string, person = 'supervisor-1'): Promise<readonly string[]> {
  const { status, body } = await house.get<Page>(person, `/api/v1/cases?limit=100&${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.cases.map(({ caseId }) => caseId);
}

const OFFICER = `officer-${STREET.code}-1`;

describe('reading cases', () => {
  it('given cases of each grade, when filtered by town, grade, stage, item, assignee, light and dates, then only those come', async () => {
    const summary = await reportSummary(house);
    const ordinary = await reportOrdinary(house);
    const bureau = await reportBureau(house);
    await ok(house.act(OFFICER, summary, 'accept'));
    const filters: readonly (readonly [string, string, readonly string[]])[] = [
      [`town=${STREET.code}`, summary, [ordinary, bureau]],
      ['grade=town_bureau_review', ordinary, [summary, bureau]],
      ['stage=verify', summary, [ordinary, bureau]],
      ['item=GH-011', bureau, [summary, ordinary]],
      [`assignee=${OFFICER}`, summary, [ordinary, bureau]],
    ];
    for (const [query, inside, outside] of filters) {
      const found = await list(query);
      expect(found, query).toContain(inside);
      for (const other of outside) expect(found, query).not.toContain(other);
    }
    expect(await list('light=green')).toEqual(expect.arrayContaining([summary, ordinary, bureau]));
    expect(await list('light=red')).toEqual([]);
    expect(await list('to=2020-01-01')).toEqual([]);
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(await list(`from=${today}&to=${today}`)).toEqual(expect.arrayContaining([summary, ordinary, bureau]));
  });

  it('given cases, when looked for by number, item or place, then those come and no others; a party’s name finds nothing', async () => {
    const [street, yangma] = [await reportSummary(house), await reportOrdinary(house)];
    const find = (q: string, more = '') => list(`q=${encodeURIComponent(q)}${more}`);
    const [, year = '', digits = ''] = /^CZ(\d+)-(\d+)$/.exec(yangma) ?? [];
    for (const q of [
      yangma,
      yangma.toLowerCase(),
      `${year}-${digits}`,
      `${year}${digits}`,
      String(Number(digits)),
      ` ${digits} `,
    ])
      expect(await find(q), q).toEqual([yangma]);
    expect(await find(`${digits}0`)).toEqual([]);
    const { rows } = await house.db.query<{ place: string }>('select place from clues where case_id = $1', [yangma]);
    const place = rows[0]?.place ?? '';
    expect(await find(place.slice(2))).toContain(yangma);
    expect(await find('凌翔街')).toContain(yangma);
    expect(await find('凌翔街')).not.toContain(street);
    expect(await find('餐饮店')).toContain(yangma);
    expect(await find('餐饮店')).not.toContain(street);
    expect(await find('餐饮店', `&town=${STREET.code}`)).not.toContain(yangma);
    // What stands for anything in SQL stands for itself here.
    expect(await find('%')).toEqual([]);
    expect(await find('_')).toEqual([]);
    const { body } = await house.get<Page>(OFFICER, `/api/v1/cases?q=${yangma}`);
    expect(body.cases, 'another town’s case is not there').toEqual([]);
    await investigate(house, yangma);
    expect(await find('某某餐馆')).toEqual([]);
    expectProblem(await door.send('supervisor-1', 'GET', '/api/v1/cases?q=%20'), 400, 'malformed');
  });

  it('given a case past its due instant, when read, then it is red in the list and in the case, and a tick earlier it is not', async () => {
    const caseId = await reportOrdinary(house);
    const due = async (at: string): Promise<void> => {
      // What is due is what the file says; the wall's clock goes on by itself.
      await house.db.query('update cases set due_at = $2::timestamptz where id = $1', [caseId, at]);
    };
    const { rows } = await house.db.query<{ due_at: string }>('select due_at from cases where id = $1', [caseId]);
    await due(new Date(Date.now() + 60_000).toISOString());
    expect(await list('light=red')).not.toContain(caseId);
    await due(new Date(Date.now() - 1).toISOString());
    expect(await list('light=red')).toContain(caseId);
    await due(rows[0]?.due_at ?? '');
  });

  it('given a case whose clocks are all paused, when read, then it is grey and due at no time; one that runs decides', async () => {
    const caseId = await reportOrdinary(house);
    await whilePaused(house, caseId, async (open) => {
      const paused = pausedAll(open);
      const running = Object.values(open.clocks)[0];
      if (running === undefined) throw new Error('a case has a clock');
      expect(columns(paused)).toMatchObject({ yellowAt: null, dueAt: null, wakeAt: null, paused: true });
      const both = { ...paused, clocks: { ...paused.clocks, other: { ...running, id: 'other' } } };
      expect(columns(both)).toMatchObject({ yellowAt: running.yellowAt, dueAt: running.dueAt, paused: false });

      expect(await list('light=grey')).toContain(caseId);
      expect(await list('light=green')).not.toContain(caseId);
      const { body } = await house.get<PausedCase>('supervisor-1', `/api/v1/cases/${caseId}`);
      expect(body.summary).toMatchObject({ light: 'grey', lightLabel: '灰灯（暂停）', dueAt: null });
      expect(body.clocks[0]).toMatchObject({
        paused: true,
        light: 'grey',
        yellowAt: null,
        budget: { number: 30, unit: 'minute', text: '30分钟' },
        pauses: [{ from: open.updatedAt, until: null, reason: '检测', article: null }],
        extensions: [],
      });
    });
    expect(await list('light=grey')).not.toContain(caseId);
    expect(await list('light=green')).toContain(caseId);
  });

  it('given more cases than a page, when paged while others are opened, then none is missed and none comes twice', async () => {
    const before = new Set<string>();
    for (let n = 0; n < 7; n += 1) before.add(await reportSummary(house));
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body }: { body: Page } = await house.get<Page>('supervisor-1', `/api/v1/cases?limit=3${more}`);
      seen.push(...body.cases.map(({ caseId }) => caseId));
      cursor = body.next;
      await reportSummary(house);
    }
    expect(new Set(seen).size).toBe(seen.length);
    for (const caseId of before) expect(seen).toContain(caseId);
    expectProblem(await door.send('supervisor-1', 'GET', '/api/v1/cases?cursor=abc'), 400, 'malformed');
  });

  it('given a case, when read, then its ETag is its number, and If-Match of it is honoured', async () => {
    const caseId = await reportSummary(house);
    const { headers } = await house.get(OFFICER, `/api/v1/cases/${caseId}`);
    expect(headers['etag']).toBe('"2"');
    const url = `/api/v1/cases/${caseId}/acts/accept`;
    const done = await door.send(OFFICER, 'POST', url, { ...keyed(), 'if-match': '"2"' }, '{}');
    expect({ status: done.status, etag: done.headers['etag'] }).toEqual({ status: 200, etag: '"4"' });
  });

  it('given acts, when the timeline is read, then each event says who, when, what, why, which article, and its hash', async () => {
    const caseId = await reportSummary(house);
    await ok(house.act(OFFICER, caseId, 'accept'));
    await ok(house.act(OFFICER, caseId, 'verify', { violation: true, facts: '现场见刻痕' }));
    const { body } = await house.get<{ head: string; events: readonly Record<string, unknown>[] }>(
      OFFICER,
      `/api/v1/cases/${caseId}/timeline`,
    );
    expect(body.events.find(({ type }) => type === 'verified')).toMatchObject({
      what: '已核查',
      why: '现场见刻痕',
      who: { id: OFFICER, roleLabel: '镇街执法人员', orgName: '街子镇' },
      article: { article: '第五十四条' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(body.events.at(-1)?.['hash']).toBe(body.head);
  });

  it('given a report with its reporter, when its case’s reports are read, then nobody is named, and who handles the case may ask', async () => {
    const caseId = await report(house, '羊马街道永和大道88号餐馆没装净化器，油烟直排，油烟扰民', {
      ...{ itemCode: 'CG-022', place: '羊马街道凌翔街8801号' },
      reporter: { name: '钱多多', phone: '13900001111' },
    });
    const asked = (person: string) =>
      house.get<{ clues: readonly { clueId: string; mayAskReporter: boolean }[] }>(
        person,
        `/api/v1/cases/${caseId}/clues`,
      );
    const { body } = await asked(`officer-${YANGMA.code}-1`);
    expect(JSON.stringify(body)).not.toContain('钱多多');
    expect(body.clues).toMatchObject([{ channelLabel: '网上', mayAskReporter: true }]);
    expect((await asked('supervisor-1')).body.clues).toMatchObject([{ mayAskReporter: false }]);
  });

  it('given a case, when asked who may do what, then each sees their own acts only', async () => {
    const caseId = await reportOrdinary(house);
    const acts = async (person: string): Promise<readonly string[]> =>
      (await seeCase(house, caseId, person)).availableActs.map(({ act }) => act);
    expect(await acts(`officer-${YANGMA.code}-1`)).toEqual(['accept', 'return_dispatch']);
    expect(await acts(`office-${YANGMA.code}`)).toEqual([
      'accept',
      'return_dispatch',
      'request_elevation',
      'dispute_jurisdiction',
    ]);
    expect(await acts('reviewer-1')).toEqual([]);
    expect(await acts('leader-1')).toEqual(['elevate', 'urge', 'supervise']);
  });
});

describe('acting once', () => {
  it('given a key, when its act is sent again, then the same receipt, also after the archive; with another body 422', async () => {
    const caseId = await reportSummary(house);
    const url = `/api/v1/cases/${caseId}/acts/accept`;
    const headers = keyed(randomUUID());
    const first = await door.send(OFFICER, 'POST', url, headers, '{}');
    expect(first.status).toBe(200);
    expect((await door.send(OFFICER, 'POST', url, headers, '{}')).body).toEqual(first.body);
    const other = JSON.stringify({ officers: [OFFICER] });
    expectProblem(await door.send(OFFICER, 'POST', url, headers, other), 422, 'key_reused');
    await ok(house.act(OFFICER, caseId, 'verify', { violation: false, facts: '未发现' }));
    await ok(
      house.act(`office-${STREET.code}`, caseId, 'close_without_penalty', {
        reason: 'not_established',
        explanation: '不成立',
      }),
    );
    expect((await door.send(OFFICER, 'POST', url, headers, '{}')).body).toEqual(first.body);
  });

  it('given ten of the same act at once under different keys, then one is done and nine are told why not', async () => {
    const caseId = await reportSummary(house);
    const answers = await Promise.all(Array.from({ length: 10 }, () => house.act(OFFICER, caseId, 'accept')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status, body }) => status === 409 && body.code === 'act_not_open')).toHaveLength(9);
  });
});
