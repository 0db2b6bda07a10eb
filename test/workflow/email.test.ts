import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSinks } from '../../config/sinks';
import { timeWords } from '../../domain/time/words';
import { openHouse, type House } from '../support/house';
import { reportOrdinary, YANGMA } from '../support/road';
import { until } from '../support/until';

interface Mail {
  /** Its Message-ID. */
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

/** What a mailbox answers to each try of a message: a number other than 250, or a wait in ms. */
type Behaviour = (nth: number) => { readonly refused?: number; readonly waitMs?: number };

/** A mail server that fails and lags, as mail servers do; by the mailbox, so that one server has all of them. */
class Mailboxes {
  readonly got: Mail[] = [];
  readonly behaviours = new Map<string, Behaviour>();
  readonly server: SMTPServer;

  constructor(commands: readonly string[]) {
    this.server = new SMTPServer({
      disabledCommands: [...commands],
      authOptional: true,
      closeTimeout: 100,
      onRcptTo: ({ address }, _session, callback) => {
        if (address !== 'unknown@x.test') return callback();
        callback(Object.assign(new Error(`no mailbox ${address}`), { responseCode: 550 }));
      },
      onData: (stream, { envelope }, callback) => {
        let content = '';
        stream.on('data', (part: Buffer) => (content += part.toString()));
        stream.on('end', () => {
          const to = envelope.rcptTo[0]?.address ?? '';
          const [head = '', body = ''] = content.split('\r\n\r\n');
          const id = /^Message-ID: (.*)$/im.exec(head)?.[1] ?? '';
          const nth = this.of(to).filter((mail) => mail.id === id).length;
          this.got.push({ id, to, text: Buffer.from(body, 'base64').toString() });
          const { refused, waitMs = 0 } = this.behaviours.get(to)?.(nth) ?? {};
          const error = refused === undefined ? null : Object.assign(new Error('not now'), { responseCode: refused });
          setTimeout(() => callback(error), waitMs);
        });
      },
    });
    // A client that has hung up is nothing that a server dies of.
    this.server.on('error', () => undefined);
  }

  of(to: string): readonly Mail[] {
    return this.got.filter((mail) => mail.to === to);
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

/** Answers all as it should and says in the end that it can't tell whether it will deliver. */
const undecided = createServer((socket) => {
  let inside = false;
  socket.on('error', () => undefined).write('220 undecided\r\n');
  socket.on('data', (part) => {
    const said = part.toString();
    if (inside && !said.endsWith('\r\n.\r\n')) return;
    const answer = inside ? '252 perhaps' : /^DATA/i.test(said) ? '354 go on' : '250 ok';
    inside = /^DATA/i.test(said);
    socket.write(`${answer}\r\n`);
  });
});

function sinksOf(list: readonly object[]) {
  const path = join(mkdtempSync(join(tmpdir(), 'sinks-')), 'sinks.json');
  writeFileSync(path, JSON.stringify(list));
  return loadSinks(path, { MAIL_PASSWORD: 'p' });
}

const email = (name: string, port: number, more: object = {}) => ({
  ...{ name, kind: 'email', host: '127.0.0.1', port, tls: 'none', from: 'cases@x.test', topics: ['work_order'] },
  ...{ timeoutMs: 400, to: { [YANGMA.code]: `${name}@x.test` } },
  ...more,
});

const fromNow = (minutes: number) => timeWords(new Date(Date.now() + minutes * 60_000).toISOString());

const plain = new Mailboxes(['STARTTLS', 'AUTH']);
const selfSigned = new Mailboxes([]);
let house: House;
let cases: readonly string[];
beforeAll(async () => {
  const [port, secure] = [await plain.listen(), await selfSigned.listen()];
  await new Promise<void>((resolve) => undecided.listen(0, '127.0.0.1', resolve));
  plain.behaviours.set('fails@x.test', (nth) => (nth < 2 ? { refused: 451 } : {}));
  plain.behaviours.set('lags@x.test', (nth) => (nth === 0 ? { waitMs: 1_500 } : {}));
  const always = [
    email('fails', port, { timeoutMs: 5_000 }),
    email('lags', port),
    email('unknown', port, { attempts: 2, timeoutMs: 5_000 }),
    email('undecided', (undecided.address() as AddressInfo).port, { attempts: 2, timeoutMs: 5_000 }),
    email('in-clear', port, { tls: 'starttls', attempts: 2, timeoutMs: 5_000 }),
    email('unproven', secure, { tls: 'starttls', attempts: 2, timeoutMs: 5_000 }),
    email('nobody', port, { to: { 'nobody-here': 'nobody@x.test' } }),
    email('quiet', port, { quiet: { from: fromNow(-60), to: fromNow(60) } }),
    email('digest', port, { digestMinutes: 1_440, timeoutMs: 5_000 }),
  ];
  house = await openHouse({ sinks: sinksOf(always) });
  cases = [await reportOrdinary(house), await reportOrdinary(house)];
});
afterAll(async () => {
  await house.close();
  undecided.close();
  await Promise.all([plain.close(), selfSigned.close()]);
});

interface Row {
  readonly status: string;
  readonly attempts: number;
  readonly delivered: boolean;
  readonly reason: string | null;
}

async function deliveries(caseId = cases[0]): Promise<Readonly<Record<string, Row>>> {
  const { rows } = await house.db.query<Row & { sink: string }>(
    `select sink, status, attempts, delivered_at is not null as delivered, last_error as reason
     from deliveries join notices on outbox_id = notice_id where case_id = $1`,
    [caseId],
  );
  return Object.fromEntries(rows.map(({ sink, ...row }) => [sink, row]));
}

describe('notices by e-mail', () => {
  it('given mail servers that fail, lag, refuse, or don’t say 250, then each is tried by itself, and delivered is only what was taken', async () => {
    await until(async () => {
      const found = await deliveries();
      const done = ['fails', 'lags'].every((sink) => found[sink]?.status === 'delivered');
      return done && ['unknown', 'undecided', 'in-clear', 'unproven'].every((sink) => found[sink]?.status === 'dead');
    }, 40_000);
    const found = await deliveries();
    expect(found['fails']).toMatchObject({ status: 'delivered', attempts: 3, delivered: true, reason: null });
    expect(found['lags']).toMatchObject({ status: 'delivered', delivered: true });
    expect(found['lags']?.attempts).toBeGreaterThanOrEqual(2);
    // The number and not the words: a server's words name the mailbox.
    expect(found['unknown']).toMatchObject({ delivered: false, reason: 'the mail server answered 550' });
    expect(found['undecided']).toMatchObject({ delivered: false, reason: 'the mail server answered 252' });
  });

  it('given a server without TLS, or with a certificate that nobody vouches for, then nothing is handed over to it', async () => {
    const found = await deliveries();
    for (const sink of ['in-clear', 'unproven']) {
      expect(found[sink]).toMatchObject({ status: 'dead', attempts: 2, delivered: false });
    }
    expect([...plain.of('in-clear@x.test'), ...selfSigned.got]).toEqual([]);
  });

  it('given a message that took three tries, then each was the same, and it names the case and nobody', () => {
    const tries = plain.of('fails@x.test').filter(({ text }) => text.includes(cases[0] ?? '-'));
    expect(tries).toHaveLength(3);
    expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
    expect(tries[0]?.id).toMatch(/^<notice-\d+@x\.test>$/);
    expect(tries[0]?.text.trim()).toBe(`【分级办案】案件 ${cases[0]} 派单，请登录系统查看。`);
  });

  it('given nobody’s address, quiet hours, or a digest that isn’t due, then nothing goes out', async () => {
    const found = await deliveries();
    expect(found['nobody']).toBeUndefined();
    for (const sink of ['quiet', 'digest']) {
      expect(found[sink]).toMatchObject({ status: 'waiting', attempts: 0, delivered: false });
      expect(plain.of(`${sink}@x.test`)).toEqual([]);
    }
  });

  it('given the digest’s time, then both notices go out as one message', async () => {
    await house.db.query(`update deliveries set next_at = now() where sink = 'digest'`);
    await until(async () => (await deliveries(cases[1]))['digest']?.status === 'delivered');
    const mails = plain.of('digest@x.test');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('共 2 项');
    for (const caseId of cases) expect(mails[0]?.text).toContain(caseId);
  });
});

describe('the file of sinks with e-mail', () => {
  it.each<[string, object, RegExp]>([
    ['a password in clear', { login: { user: 'u', passwordFrom: 'MAIL_PASSWORD' } }, /password in clear/],
    [
      'a password that the environment lacks',
      { tls: 'implicit', login: { user: 'u', passwordFrom: 'NOWHERE' } },
      /NOWHERE/,
    ],
    ['two addresses in one', { to: { x: 'a@x.test, b@x.test' } }, /to/],
    ['a header inside an address', { from: 'a@x.test\r\nBcc: b@x.test' }, /from/],
    ['nothing said of TLS', { tls: undefined }, /sinks/],
  ])('given %s, then the start stops and says so', (_what, more, said) => {
    expect(() => sinksOf([email('one', 25, more)])).toThrow(said);
  });

  it('given a password and TLS, then it is taken from the environment', () => {
    const login = { user: 'u', passwordFrom: 'MAIL_PASSWORD' };
    expect(sinksOf([email('one', 465, { tls: 'implicit', login })])).toMatchObject([{ password: 'p' }]);
  });
});
