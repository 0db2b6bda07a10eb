import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITY_PLATFORM_SECRETS, openHouse, type House } from '../support/house';
import { YANGMA } from '../support/road';
import { until } from '../support/until';
import { expectProblem, seeCase } from './support';
import { askPatiently } from '../support/askPatiently';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

interface Receipt {
  readonly clueId: string;
  readonly caseId: string | null;
  readonly outcome: string;
  readonly supplement: boolean;
}

const SHA = 'a'.repeat(64);
const PHOTO = { sha256: SHA, storeKey: 'photos/1.jpg', kind: '照片' };
const OFFICER = `officer-${YANGMA.code}-1`;

const send = (sender: string, channel: string, body: object, headers: Record<string, string> = {}) =>
  house.post<Receipt>(sender, `/api/v1/channels/${channel}`, body, headers);

async function messages(clueId: string) {
  const { status, body } = await house.get<{
    messages: { number: string | null; caller: string; original: Record<string, unknown>; text: string }[];
  }>('dispatcher', `/api/v1/clues/${clueId}/messages`);
  expect(status).toBe(200);
  return body.messages;
}

/** One message of each channel, from somebody who may send it. */
const MESSAGES: readonly (readonly [string, string, object])[] = [
  [
    'hotline_12345',
    'hotline-12345',
    {
      orderNo: 'GD-1',
      title: '油烟',
      content: '楼下餐馆油烟直排',
      address: '羊马街道凌翔街1号',
      callerName: '某甲',
      callerPhone: '13800000001',
    },
  ],
  [
    'grid_worker',
    'grid-platform',
    { eventId: 'WG-1', description: '有人占道经营', address: '街子镇银杏广场', photos: [PHOTO] },
  ],
  ['patrol', OFFICER, { recordId: 'XC-1', itemCode: 'CG-022', position: { lng: 103.79, lat: 30.66 }, photos: [PHOTO] }],
  [
    'video',
    'video-platform',
    {
      alarmId: 'SP-1',
      cameraId: 'C1',
      cameraPlace: '街子镇朝阳大道',
      alarmType: '占道经营',
      alarmedAt: '2026-01-05T09:00:00+08:00',
      snapshots: [PHOTO],
    },
  ],
  [
    'web',
    'web-portal',
    { formId: 'BD-1', text: '工地夜间施工', place: '怀远镇', reporter: { name: '某乙', phone: '13800000002' } },
  ],
  [
    'walk_in',
    'dispatcher',
    { registerNo: 'LF-1', text: '反映有人乱倒建筑垃圾', reporter: { name: '某丙', phone: '13800000003' } },
  ],
  [
    'media',
    'media-monitor',
    { articleId: 'MT-1', outlet: '某报', url: 'https://news.example/1', title: '古镇夜市占道' },
  ],
  [
    'transfer',
    'transfer-exchange',
    { documentNo: 'YS-1', fromBody: '市场监管局', matter: '移送违法建设线索', contact: { name: '某丁' } },
  ],
];

describe('each channel has its own door', () => {
  it.each(MESSAGES)(
    'given %s, when its sender reports, then the clue keeps its original and its number, and no person in it',
    async (channel, sender, message) => {
      const { status, body } = await send(sender, channel, message);
      expect(status, JSON.stringify(body)).toBe(201);
      const [first] = await messages(body.clueId);
      expect(first).toMatchObject({ caller: sender, number: expect.any(String) as string });
      expect(JSON.stringify(first?.original)).not.toMatch(/某甲|某乙|某丙|某丁|1380000000/);
      for (const [field, value] of Object.entries(message)) {
        if (!['callerName', 'callerPhone', 'reporter', 'contact'].includes(field)) {
          expect(first?.original[field]).toEqual(value);
        }
      }
      expect(house.logged()).not.toMatch(/某甲|某乙|1380000000/);
    },
  );

  it("given a partner's token, when it tries another channel or anything else, then it stays shut", async () => {
    expectProblem(await send('video-platform', 'hotline_12345', MESSAGES[0]?.[2] ?? {}), 403, 'unknown_person');
    expectProblem(await send(OFFICER, 'hotline_12345', MESSAGES[0]?.[2] ?? {}), 403, 'forbidden');
    for (const path of ['cases', 'clues', 'me', 'clues/backlog', 'overview']) {
      expectProblem(await house.get('hotline-12345', `/api/v1/${path}`), 403, 'unknown_person');
    }
    expectProblem(
      await house.post('hotline-12345', '/api/v1/clues', { channel: 'web', text: '油烟' }),
      403,
      'unknown_person',
    );
  });

  it('given a message without what its channel must bring, then it is refused and says what', async () => {
    const alarm = { ...MESSAGES[3]?.[2], alarmId: 'SP-2', snapshots: [] };
    const answer = await send('video-platform', 'video', alarm);
    expectProblem(answer, 422, 'unprocessable');
    expect(answer.body.detail).toContain('附件');
    expectProblem(await send('hotline-12345', 'hotline_12345', { content: '油烟' }), 400, 'malformed');
  });

  it('given no key and no number, then 400; a number alone is enough', async () => {
    const report = async (message: object) => {
      const response = await askPatiently(house.app, {
        method: 'POST',
        url: '/api/v1/channels/walk_in',
        headers: { authorization: await bearer('dispatcher'), 'content-type': 'application/json' },
        payload: JSON.stringify(message),
      });
      return {
        status: response.statusCode,
        body: response.json<{ code?: string; detail?: string }>(),
        headers: response.headers,
      };
    };
    expectProblem(await report({ text: '噪声' }), 400, 'key_missing');
    expect((await report({ text: '噪声', registerNo: 'LF-2' })).status).toBe(201);
  });
});

describe('a report typed in by staff is held to the same rules', () => {
  const typed = (person: string, body: object) => house.post<Receipt>(person, '/api/v1/clues', body);

  it.each([
    ['hotline_12345', { text: '油烟' }, '编号', 'body/number'],
    ['patrol', { text: '油烟', itemCode: 'CG-022' }, '经纬度', 'body/position'],
    ['video', { text: '油烟', number: 'SP-9' }, '附件', 'body/attachments'],
    ['transfer', { text: '油烟' }, '编号', 'body/number'],
  ])(
    'given %s without what it must bring, then 422 names it, alone or in a file; with it, it is taken',
    async (channel, body, name, at) => {
      const clue = { channel, ...body };
      const answer = await typed('dispatcher', clue);
      expectProblem(answer, 422, 'unprocessable');
      expect(answer.body.detail).toContain(name);
      expect(answer.body).toMatchObject({ at });
      const rows = [{ key: randomUUID(), clue }];
      const file = await house.post<{ rows: unknown[] }>('dispatcher', '/api/v1/clues/import', { rows });
      expect(file.body.rows).toMatchObject([{ status: 422, receipt: null, problem: { at } }]);
      const whole = { number: randomUUID(), position: { lng: 103.7, lat: 30.63 }, attachments: [PHOTO], ...clue };
      expect((await typed('dispatcher', whole)).status).toBe(201);
    },
  );

  it('given somebody whose role is not in the channel’s row, then 403; the page offers only what is open to them', async () => {
    const clue = { channel: 'web', text: '餐馆油烟直排' };
    expectProblem(await typed(OFFICER, clue), 403, 'forbidden');
    const rows = [{ key: randomUUID(), clue }];
    const file = await house.post<{ rows: unknown[] }>(OFFICER, '/api/v1/clues/import', { rows });
    expect(file.body.rows).toMatchObject([{ status: 403, receipt: null, problem: { code: 'forbidden' } }]);
    expectProblem(await house.post('reviewer-1', '/api/v1/clues/import', { rows }), 403, 'forbidden');
    const list = await house.get<{ channels: readonly { code: string; open: boolean; required: object[] }[] }>(
      OFFICER,
      '/api/v1/catalogue/channels',
    );
    expect(list.body.channels.flatMap(({ code, open }) => (open ? [code] : []))).toEqual(['patrol']);
    expect(list.body.channels.find(({ code }) => code === 'patrol')).toMatchObject({
      open: true,
      required: [{ field: 'itemCode' }, { field: 'position' }],
    });
    expect(list.body.channels.find(({ code }) => code === 'web')).toMatchObject({ open: false, required: [] });
  });

  it('given words that are still being written, then triage’s own likeliest items are offered to whom the channel is open, a report may name each, and nothing is kept', async () => {
    const text = '炒菜油烟太大了，邻居都受不了';
    const ask = (person: string, channel: string) =>
      house.post<{ items: { code: string; name: string }[] }>(person, '/api/v1/clues/suggestions', { channel, text });
    const { body } = await ask(OFFICER, 'patrol');
    expect(body.items[0]?.code).toBe('CG-022');
    const patrol = await house.get<{ items: { code: string }[] }>(OFFICER, '/api/v1/catalogue/patrol-items');
    const penalties = await house.get<{ items: { code: string }[] }>(OFFICER, '/api/v1/catalogue/items');
    const known = [...patrol.body.items, ...penalties.body.items].map(({ code }) => code);
    expect(body.items.filter(({ code }) => !known.includes(code))).toEqual([]);
    expectProblem(await ask(OFFICER, 'web'), 403, 'forbidden');
    expect((await house.db.query('select 1 from clues where text = $1', [text])).rowCount).toBe(0);
  });

  it('given as many as the channel takes in a minute over both doors, then one more is 429 with when to retry, and another sender goes on', async () => {
    const perMinute = 120;
    // A minute that ends meanwhile begins the count anew: so twice as many as are taken.
    const sent = await inLanes(2 * perMinute + 2, (n) =>
      n % 2 === 0
        ? typed('dispatcher-2', { channel: 'walk_in', text: '' })
        : send('dispatcher-2', 'walk_in', { text: '来访', registerNo: '' }),
    );
    // Schemas come first: what can't be read isn't counted.
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([400]));
    const counted = await inLanes(2 * perMinute + 2, (n) =>
      n % 2 === 0
        ? typed('dispatcher-2', { channel: 'walk_in', text: '来访反映占道经营，同一件事' })
        : send('dispatcher-2', 'walk_in', { text: '来访反映占道经营，同一件事', registerNo: `R-${n}` }),
    );
    const taken = counted.filter(({ status }) => status === 201);
    const refused = counted.filter(({ status }) => status !== 201);
    expect(taken.length).toBeGreaterThanOrEqual(perMinute);
    expect(taken.length).toBeLessThanOrEqual(2 * perMinute);
    for (const answer of refused) expectProblem(answer, 429, 'too_many');
    expect(refused[0]?.headers['retry-after']).toBeDefined();
    expect((await typed('dispatcher', { channel: 'walk_in', text: '来访反映占道经营' })).status).toBe(201);
  }, 60_000);
});

async function inLanes<T>(count: number, send: (n: number) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  let next = 0;
  const lane = async () => {
    while (next < count) answers.push(await send(next++));
  };
  await Promise.all(Array.from({ length: 20 }, lane));
  return answers;
}

async function bearer(person: string): Promise<string> {
  return `Bearer ${await house.token(person)}`;
}

describe('the same number again', () => {
  it('given an order, when other content comes under its number, then it is added once and the town is told; never another case', async () => {
    const order = { orderNo: 'GD-100', content: '餐馆油烟直排', address: `羊马街道凌翔街${randomUUID()}号` };
    const first = await house.post<Receipt>('dispatcher', '/api/v1/clues', {
      channel: 'hotline_12345',
      number: order.orderNo,
      text: order.content,
      place: order.address,
      itemCode: 'CG-022',
    });
    const caseId = first.body.caseId ?? '';
    expect(caseId).toMatch(/^CZ/);
    const more = { ...order, content: '餐馆油烟直排，今天更大了', callerPhone: '13800000009' };
    for (let n = 0; n < 3; n += 1) {
      const again = await send('hotline-12345', 'hotline_12345', more, { 'idempotency-key': `more-${n}` });
      expect(again.body).toMatchObject({ clueId: (first.body as { clueId: string }).clueId, caseId, supplement: true });
    }
    expect((await messages(first.body.clueId)).map(({ text }) => text)).toEqual([order.content, more.content]);
    await until(async () => {
      const { rows } = await house.db.query("select 1 from notices where case_id = $1 and topic = 'supplemented'", [
        caseId,
      ]);
      return rows.length === 1;
    });
    const clue = await house.get<{ reporter: { phone: string } }>('dispatcher', `/api/v1/clues/${first.body.clueId}`);
    expect(clue.body.reporter.phone).toBe('13800000009');
  });

  it('given a clue that is not ours, when other content comes under its number, then 409 says to take a new one; the same is answered', async () => {
    const order = { orderNo: 'GD-200', content: '学校招生录取有问题，学区划分不公，孩子上学难' };
    const first = await send('hotline-12345', 'hotline_12345', order);
    expect(first.body.outcome).toBe('not_ours');
    const other = { ...order, content: '餐馆油烟直排' };
    expectProblem(await send('hotline-12345', 'hotline_12345', other), 409, 'number_reused');
    expect((await send('hotline-12345', 'hotline_12345', order)).body).toEqual(first.body);
  });

  it('given two officers with record numbers of their own, when both use number 1, then these are two clues', async () => {
    const at = (lat: number) => ({ recordId: '1', itemCode: 'CG-022', position: { lng: 103.7, lat } });
    const one = await send(OFFICER, 'patrol', at(30.61));
    const two = await send(`officer-${YANGMA.code}-2`, 'patrol', at(30.69));
    expect(two.body.clueId).not.toBe(one.body.clueId);
  });

  it('given N retries over any mixture of numbers and keys that hang together, when sent at once or in turn, then there is one clue', async () => {
    const seed = Date.now() % 1_000_000;
    console.log(`seed ${seed}`);
    const retry = fc.record({ key: fc.option(fc.nat(3), { nil: null }), number: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('web', 'grid_worker'),
        fc.array(retry, { minLength: 2, maxLength: 8 }),
        fc.boolean(),
        async (channel, retries, together) => {
          const id = randomUUID();
          const text = `占道经营 ${id}`;
          // The first carries both names, and each other one of them. At once, none may come before it that lacks the number.
          const all = [{ key: 0, number: true }, ...retries].map(({ key, number }) => ({
            key: key ?? 9,
            number: number || together || key !== 0,
          }));
          const report = ({ key, number }: { key: number; number: boolean }) =>
            house.post<Receipt>(
              'dispatcher',
              '/api/v1/clues',
              { channel, text, ...(number ? { number: id } : {}) },
              { 'idempotency-key': `${id}-${key}` },
            );
          const first = together ? [] : [await report({ key: 0, number: true })];
          const answers = together
            ? await Promise.all(all.map(patiently(report)))
            : await all
                .slice(1)
                .reduce<Promise<Awaited<ReturnType<typeof report>>[]>>(
                  async (done, each) => [...(await done), await report(each)],
                  Promise.resolve(first),
                );
          expect(answers.map(({ status }) => status)).toEqual(all.map(() => 201));
          expect(new Set(answers.map(({ body }) => body.clueId)).size).toBe(1);
          const { rows } = await house.db.query('select 1 from clues where text = $1', [text]);
          expect(rows).toHaveLength(1);
        },
      ),
      { seed, numRuns: 40 },
    );
  });
});

/** A key that is under way is sent again, as the answer says. */
function patiently<T>(report: (each: T) => ReturnType<typeof house.post<Receipt>>) {
  return async (each: T) => {
    for (;;) {
      const answer = await report(each);
      if (answer.body.code !== 'key_in_flight') return answer;
    }
  };
}

describe('two channels’ reports of one stall', () => {
  it('given a citizen who names the square in the words and a grid worker who fills it in, then there is one case', async () => {
    const square = `银杏${'甲乙丙丁戊己庚辛'[Date.now() % 8] ?? ''}广场`;
    const first = await send('web-portal', 'web', {
      formId: randomUUID(),
      text: `街子古镇${square}有流动摊贩占道经营卖水果`,
    });
    const second = await send('grid-platform', 'grid_worker', {
      eventId: randomUUID(),
      description: '发现流动摊贩乱摆摊点，影响行人通行',
      address: `街子镇${square}`,
    });
    expect(first.body.caseId).toMatch(/^CZ/);
    expect(second.body).toMatchObject({ caseId: first.body.caseId, outcome: 'duplicate' });
  });
});

describe('1,000 reports of one matter', () => {
  it('given four channels over 50 connections, when all report it, then there is one case and every reporter is in it', async () => {
    const place = `怀远镇正东街${randomUUID()}号`;
    const url = await house.app.listen({ host: '127.0.0.1', port: 0 });
    const tokens = {
      dispatcher: await bearer('dispatcher'),
      portal: await bearer('web-portal'),
      hotline: await bearer('hotline-12345'),
    };
    const itemed = { text: '餐馆油烟直排', place, itemCode: 'CG-022' };
    const kinds = [
      () => ['clues', tokens.dispatcher, { channel: 'hotline_12345', number: randomUUID(), ...itemed }] as const,
      () => ['clues', tokens.dispatcher, { channel: 'grid_worker', number: randomUUID(), ...itemed }] as const,
      () => ['channels/web', tokens.portal, { formId: randomUUID(), text: itemed.text, place }] as const,
      () =>
        [
          'channels/hotline_12345',
          tokens.hotline,
          { orderNo: randomUUID(), content: itemed.text, address: place },
        ] as const,
    ];
    const report = async (index: number): Promise<string | null> => {
      const [path, authorization, body] = (kinds[index % kinds.length] ?? kinds[0])?.() ?? (['', '', {}] as const);
      const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
      const send = () => fetch(`${url}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      let response = await send();
      // Where everything waits for the one matter, some are told to come again: they do as they are told.
      while (response.status === 503) {
        await setTimeout(1_000 * Number(response.headers.get('retry-after')));
        response = await send();
      }
      const answer = (await response.json()) as { caseId: string | null };
      expect(response.status, JSON.stringify(answer)).toBe(201);
      return answer.caseId;
    };
    // Whether the words alone make a case is triage's to say: the first one is a form's.
    const first = await report(0);
    const lanes = await Promise.all(
      Array.from({ length: 50 }, async (_, lane) => {
        const cases: (string | null)[] = [];
        for (let n = 0; n < 20; n += 1) cases.push(await report(lane * 20 + n));
        return cases;
      }),
    );
    expect(new Set([first, ...lanes.flat()])).toEqual(new Set([first]));
    const { rows } = await house.db.query<{ outcome: string; n: number }>(
      'select outcome, count(*) as n from clues where place = $1 group by outcome order by outcome',
      [place],
    );
    expect(rows).toEqual([
      { outcome: 'case', n: 1 },
      { outcome: 'duplicate', n: 1_000 },
    ]);
    expect((await seeCase(house, first ?? '')).summary.caseId).toBe(first);
  }, 240_000);
});

describe('the city platform signs', () => {
  const url = '/api/v1/channels/city_platform';
  const event = (eventId: string) =>
    JSON.stringify({
      type: 'event.reported',
      timestamp: '2026-01-05T09:00:00+08:00',
      data: { eventId, category: '市容', description: `占道经营 ${eventId}`, address: '街子镇朝阳大道' },
    });

  async function hook(
    payload: string,
    { secret = CITY_PLATFORM_SECRETS[0] ?? '', id = `msg-${randomUUID()}`, at = new Date(), sent = payload } = {},
  ) {
    const response = await askPatiently(house.app, {
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': new Webhook(secret).sign(id, at, payload),
      },
      payload: sent,
    });
    return {
      status: response.statusCode,
      body: response.json<Receipt & { code?: string; detail?: string }>(),
      headers: response.headers,
    };
  }

  it('given the new secret or the one it replaces, when signed, then it is taken; replayed, it is the same clue', async () => {
    const payload = event('E-1');
    const first = await hook(payload, { id: 'msg-1' });
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    expect((await hook(payload, { id: 'msg-1' })).body).toEqual(first.body);
    expect((await hook(payload, { id: 'msg-2', secret: CITY_PLATFORM_SECRETS[1] ?? '' })).body).toEqual(first.body);
  });

  it('given another secret, a changed body, an old or future timestamp, or no signature, then 401 and nothing is on file', async () => {
    const stranger = `whsec_${Buffer.from('a stranger’s secret of 24 bytes').toString('base64')}`;
    const minutes = (n: number) => new Date(Date.now() + n * 60_000);
    const bad = [
      await hook(event('E-2'), { secret: stranger }),
      await hook(event('E-2'), { sent: event('E-3') }),
      await hook(event('E-2'), { at: minutes(-6) }),
      await hook(event('E-2'), { at: minutes(6) }),
    ];
    for (const answer of bad) expectProblem(answer, 401, 'bad_signature');
    for (const signature of ['', 'v1', 'v1,', 'v2,x', ',,, ,']) {
      const response = await askPatiently(house.app, {
        method: 'POST',
        url,
        headers: {
          'content-type': 'application/json',
          'webhook-id': 'x',
          'webhook-timestamp': String(Math.floor(Date.now() / 1_000)),
          'webhook-signature': signature,
        },
        payload: event('E-2'),
      });
      expect([signature, response.statusCode]).toEqual([signature, 401]);
    }
    const { rows } = await house.db.query("select 1 from clue_names where name in ('E-2', 'E-3')");
    expect(rows).toEqual([]);
  });

  it('given a signed message of another shape, then 400 says where', async () => {
    const answer = await hook(JSON.stringify({ type: 'event.closed' }));
    expectProblem(answer, 400, 'malformed');
  });
});

describe('Open311 GeoReport v2', () => {
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
  async function ask(method: 'GET' | 'POST', path: string, { payload = '', headers = {} } = {}) {
    const response = await askPatiently(house.app, {
      method,
      url: `/open311/v2/${path}`,
      headers: { ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}), ...headers },
      ...(method === 'POST' ? { payload } : {}),
    });
    return { status: response.statusCode, body: response.json<Record<string, unknown>[]>() };
  }

  it('given a form with a key, when posted, then it has a request id, and its sender alone can ask for it', async () => {
    const services = await ask('GET', 'services.json');
    expect(services.body.map(({ service_code }) => service_code)).toContain('urban_management');
    const api_key = await house.token('open311');
    const payload = form({
      api_key,
      service_code: 'urban_management',
      description: '占道经营',
      lat: '30.63',
      long: '103.67',
      first_name: '某',
      phone: '13800000004',
    });
    const posted = await ask('POST', 'requests.json', { payload });
    expect(posted.status, JSON.stringify(posted.body)).toBe(201);
    const id = String(posted.body[0]?.['service_request_id']);
    const seen = await ask('GET', `requests/${id}.json`, { headers: { authorization: `Bearer ${api_key}` } });
    expect(seen.body).toMatchObject([
      { service_request_id: id, status: 'open', lat: 30.63, long: 103.67, service_code: 'urban_management' },
    ]);
    expect(JSON.stringify(await messages(id))).not.toMatch(/13800000004|api_key/);
    const other = await ask('GET', `requests/${id}.json`, { headers: { authorization: await bearer('web-portal') } });
    expect(other).toMatchObject({ status: 404, body: [{ code: 404, description: expect.any(String) as string }] });
  });

  it('given no key, no description or half a position, then the errors are a list as GeoReport has them', async () => {
    const api_key = await house.token('open311');
    const bad = [
      [401, form({ service_code: 'other', description: 'x' })],
      [400, form({ api_key, service_code: 'other' })],
      [400, form({ api_key, service_code: 'no-such', description: 'x' })],
      [400, form({ api_key, service_code: 'other', description: 'x', lat: '30' })],
      [400, form({ api_key, service_code: 'other', description: 'x', lat: '99', long: '1' })],
    ] as const;
    for (const [status, payload] of bad) {
      expect(await ask('POST', 'requests.json', { payload })).toMatchObject({
        status,
        body: [{ code: status, description: expect.stringMatching(/\p{Script=Han}/u) as string }],
      });
    }
  });
});
