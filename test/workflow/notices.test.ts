import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSinks, type Sink } from '../../config/sinks';
import { insertNotices } from '../../db/insertNotices';
import { timeWords } from '../../domain/time/words';
import { shanghai } from '../domain/support/aCase';
import { openHouse, type House } from '../support/house';
import { reportOrdinary, reportSummary, STREET, YANGMA } from '../support/road';
import { until } from '../support/until';
import { quietUntil } from '../../worker/waysOut';

const SECRET = `whsec_${Buffer.from('a secret of the receiver, 24 bytes').toString('base64')}`;

interface Got {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** What a path answers to each of its requests: a status, a wait in ms, a body. */
type Behaviour = (nth: number) => { readonly status: number; readonly waitMs?: number; readonly body?: string };

/** A receiver that fails and lags, as receivers do. */
class Receiver {
  readonly got: Got[] = [];
  readonly behaviours = new Map<string, Behaviour>();
  private constructor(readonly server: Server) {}

  static async open(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        const path = request.url ?? '';
        const nth = receiver.of(path).length;
        receiver.got.push({ path, headers: request.headers as Record<string, string>, body });
        const { status, waitMs = 0, body: answer = '' } = receiver.behaviours.get(path)?.(nth) ?? { status: 204 };
        setTimeout(() => response.writeHead(status).end(answer), waitMs);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  of(path: string): readonly Got[] {
    return this.got.filter((one) => one.path === path);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function sinksOf(list: readonly object[], env: Record<string, string> = { HOOK_SECRET: SECRET, SMS_KEY: 'k-1' }) {
  const path = join(mkdtempSync(join(tmpdir(), 'sinks-')), 'sinks.json');
  writeFileSync(path, JSON.stringify(list));
  return loadSinks(path, env);
}

const hook = (name: string, url: string, more: object = {}) => ({
  ...{ name, kind: 'webhook', url, secretFrom: 'HOOK_SECRET', topics: ['work_order'], timeoutMs: 400 },
  ...more,
});
const gateway = (url: string, more: object = {}) => ({
  ...{ name: 'sms', kind: 'template', url, headers: { 'x-key': '{{env.SMS_KEY}}' }, topics: ['work_order'] },
  ...{ body: '{"mobile":"{{to}}","content":"{{text}}"}', accepted: { field: 'errcode', equals: 0 } },
  ...{ to: { [STREET.code]: '13800000000' } },
  ...more,
});

/** A time of day in Shanghai, so many minutes from now. */
const fromNow = (minutes: number) => timeWords(new Date(Date.now() + minutes * 60_000).toISOString());

let receiver: Receiver;
let house: House;
beforeAll(async () => {
  receiver = await Receiver.open();
  receiver.behaviours.set('/fails', (nth) => ({ status: nth < 2 ? 503 : 204 }));
  receiver.behaviours.set('/lags', (nth) => ({ status: 204, waitMs: nth === 0 ? 1_500 : 0 }));
  receiver.behaviours.set('/dead', () => ({ status: 500 }));
  receiver.behaviours.set('/sms', (nth) => ({
    status: 200,
    body: JSON.stringify({ errcode: nth === 0 ? 40_001 : 0 }),
  }));
  const always: readonly object[] = [
    hook('fails', receiver.url('/fails')),
    hook('lags', receiver.url('/lags')),
    hook('dead', receiver.url('/dead'), { attempts: 2 }),
    gateway(receiver.url('/sms')),
    hook('quiet', receiver.url('/quiet'), { quiet: { from: fromNow(-60), to: fromNow(60), except: ['elevated'] } }),
  ];
  house = await openHouse({ sinks: sinksOf(always) });
});
afterAll(async () => {
  await house.close();
  await receiver.close();
});

interface Row {
  readonly sink: string;
  readonly status: string;
  readonly attempts: number;
  readonly delivered: boolean;
}

async function deliveries(caseId: string): Promise<Readonly<Record<string, Row>>> {
  const { rows } = await house.db.query<Row>(
    `select sink, status, attempts, delivered_at is not null as delivered
     from deliveries join notices on outbox_id = notice_id where case_id = $1`,
    [caseId],
  );
  return Object.fromEntries(rows.map((row) => [row.sink, row]));
}

describe('notices on their way out of the house', () => {
  it('given receivers that fail, lag, refuse in a 200, or never take it, then each is tried by itself, and delivered is only what was taken', async () => {
    const caseId = await reportSummary(house);
    await until(async () => {
      const found = await deliveries(caseId);
      return (
        ['fails', 'lags', 'sms'].every((sink) => found[sink]?.status === 'delivered') &&
        found['dead']?.status === 'dead'
      );
    });
    const found = await deliveries(caseId);
    expect(found).toMatchObject({
      fails: { status: 'delivered', attempts: 3, delivered: true },
      lags: { status: 'delivered', attempts: 2, delivered: true },
      sms: { status: 'delivered', attempts: 2, delivered: true },
      dead: { status: 'dead', attempts: 2, delivered: false },
    });
    expect(receiver.of('/fails')).toHaveLength(3);
    expect(new Set(receiver.of('/fails').map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('given a webhook, then its signature holds over the bytes, a changed byte breaks it, and inside is a CloudEvent without anybody’s words', () => {
    const [got] = receiver.of('/fails');
    if (got === undefined) throw new Error('nothing came');
    expect(new Webhook(SECRET).verify(got.body, got.headers)).toMatchObject({
      specversion: '1.0',
      id: got.headers['webhook-id'],
      type: 'graded-case-handling.notice.work_order',
      data: { notices: [{ topic: 'work_order', org: STREET.code }] },
    });
    expect(() => new Webhook(SECRET).verify(got.body.replace('1.0', '1.1'), got.headers)).toThrow();
    expect(got.body).not.toContain('文物');
  });

  it('given a gateway by template, then number and text stand in it, and the key comes from the environment', () => {
    const [got] = receiver.of('/sms');
    expect(JSON.parse(got?.body ?? '')).toMatchObject({
      mobile: '13800000000',
      content: expect.stringMatching(/^【分级办案】案件 CZ.* 派单，请登录系统查看。$/) as string,
    });
    expect(got?.headers['x-key']).toBe('k-1');
  });

  it('given an organisation without a number, then the gateway isn’t asked; given quiet hours, then nothing goes out', async () => {
    const caseId = await reportOrdinary(house);
    await until(async () => (await deliveries(caseId))['fails']?.status === 'delivered');
    expect((await deliveries(caseId))['sms']).toBeUndefined();
    expect((await deliveries(caseId))['quiet']).toMatchObject({ status: 'waiting', delivered: false });
    expect(receiver.of('/quiet')).toHaveLength(0);
  });

  it('given the same cause told twice, then one notice and one way out; given another cause, another', async () => {
    const caseId = await reportOrdinary(house);
    const { rows } = await house.db.query<{ id: number }>(
      `insert into outbox (case_id, seq, kind, payload, done_at) select $1, 0, 'notify', '{}', now() from generate_series(1, 3) returning id`,
      [caseId],
    );
    const causes = ['accept/red/1', 'accept/red/1', 'accept/red/2'];
    const notices = rows.map(({ id }, index) => ({
      ...{ outboxId: id, caseId, org: STREET.code, role: null, person: null, text: '' },
      ...{ topic: 'overdue_alert' as const, cause: causes[index] ?? null },
    }));
    const waysOut = notices.map(({ outboxId }) => ({ noticeId: outboxId, sink: 'nowhere', nextAt: null }));
    for (const notice of notices) await insertNotices(house.db, [notice], waysOut);
    const found = await house.db.query(
      `select 1 from deliveries join notices on outbox_id = notice_id where case_id = $1 and sink = 'nowhere'`,
      [caseId],
    );
    expect(found.rowCount).toBe(2);
  });

  it('given a dead letter, then an administrator sees it and sends it again, and nobody else', async () => {
    const list = await house.get<{ deliveries: { id: number; sink: string; lastError: string }[] }>(
      'admin',
      '/api/v1/deliveries',
    );
    expect(list.body.deliveries[0]).toMatchObject({ sink: 'dead', lastError: 'the sink answered 500' });
    const id = list.body.deliveries[0]?.id ?? 0;
    expect((await house.get('supervisor-1', '/api/v1/deliveries')).status).toBe(403);
    expect((await house.post('supervisor-1', `/api/v1/deliveries/${id}/resend`, {})).status).toBe(403);
    receiver.behaviours.set('/dead', () => ({ status: 204 }));
    expect((await house.post('admin', `/api/v1/deliveries/${id}/resend`, {})).status).toBe(200);
    await until(async () => {
      const { rows } = await house.db.query<{ status: string }>('select status from deliveries where id = $1', [id]);
      return rows[0]?.status === 'delivered';
    });
    expect((await house.post('admin', `/api/v1/deliveries/${id}/resend`, {})).status).toBe(404);
  });
});

describe('a digest', () => {
  it('given two notices for one office within its minutes, then one message with both goes out', async () => {
    const second = await openHouse({
      sinks: sinksOf([hook('digest', receiver.url('/digest'), { digestMinutes: 1_440, timeoutMs: 2_000 })]),
    });
    try {
      const cases = [await reportOrdinary(second), await reportOrdinary(second)];
      const waiting = async () => (await second.db.query('select 1 from deliveries')).rowCount;
      await until(async () => (await waiting()) === 2);
      expect(receiver.of('/digest')).toHaveLength(0);
      await second.db.query('update deliveries set next_at = now()');
      await until(async () => receiver.of('/digest').length === 1);
      const event = JSON.parse(receiver.of('/digest')[0]?.body ?? '') as {
        data: { text: string; notices: { caseId: string; org: string }[] };
      };
      expect(event.data.notices.map(({ caseId }) => caseId).sort()).toEqual([...cases].sort());
      expect(event.data.notices.every(({ org }) => org === YANGMA.code)).toBe(true);
      expect(event.data.text).toContain('共 2 项');
    } finally {
      await second.close();
    }
  });
});

describe('quiet hours', () => {
  const quiet = { from: '22:00', to: '07:30', except: ['elevated' as const] };
  const at = (text: string) => quietUntil({ quiet }, 'due_warning', shanghai(text));

  it('given a night, then from its first minute to the last tick before its end nothing goes out, and at its end it does', () => {
    expect(at('2026-09-14 21:59')).toBeNull();
    expect(at('2026-09-14 22:00')).toBe(shanghai('2026-09-15 07:30'));
    expect(at('2026-09-15 00:10')).toBe(shanghai('2026-09-15 07:30'));
    expect(at('2026-09-15 07:29')).toBe(shanghai('2026-09-15 07:30'));
    expect(at('2026-09-15 07:30')).toBeNull();
    expect(quietUntil({ quiet }, 'elevated', shanghai('2026-09-15 00:10'))).toBeNull();
    expect(quietUntil({}, 'due_warning', shanghai('2026-09-15 00:10'))).toBeNull();
  });
});

describe('the file of sinks', () => {
  const good = hook('one', 'http://127.0.0.1:1/x');
  it.each<[string, readonly object[], RegExp]>([
    ['an unknown topic', [{ ...good, topics: ['weather'] }], /topics/],
    ['a hook without its secret', [{ ...good, secretFrom: 'NOWHERE' }], /NOWHERE/],
    ['two of one name', [good, good], /two sinks are called one/],
    [
      'a template for something that no notice has',
      [gateway('http://127.0.0.1:1/x', { body: '{{partyName}}' })],
      /partyName/,
    ],
    [
      'a gateway that says of nothing whether it took it',
      [gateway('http://127.0.0.1:1/x', { accepted: undefined })],
      /sinks/,
    ],
  ])('given %s, then the start stops and says so', (_what, list, said) => {
    expect(() => sinksOf(list)).toThrow(said);
  });

  it('given no file, then notices stay on the desks', () => {
    const none: readonly Sink[] = loadSinks(null, {});
    expect(none).toEqual([]);
  });
});
