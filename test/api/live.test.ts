import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from '../support/house';
import { ok, reportOrdinary, reportSummary, STREET, YANGMA } from '../support/road';
import { until } from '../support/until';

let house: House;
let base: string;
beforeAll(async () => {
  house = await openHouse();
  await house.app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(house.app.server.address() as AddressInfo).port}`;
});
afterAll(() => house.close());

interface Said {
  readonly id: string;
  readonly event: string | null;
  readonly data: { readonly caseId: string; readonly seq: number; readonly type: string } | null;
}

/** A client that reads the stream, as a browser does. */
class Listener {
  readonly said: Said[] = [];
  private readonly stop = new AbortController();

  static async open(person: string, lastEventId: string | null = null): Promise<Listener> {
    const listener = new Listener();
    const response = await fetch(`${base}/api/v1/live`, {
      headers: {
        authorization: `Bearer ${await house.token(person)}`,
        ...(lastEventId === null ? {} : { 'last-event-id': lastEventId }),
      },
      signal: listener.stop.signal,
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    void listener.read(response).catch(() => undefined);
    await until(async () => listener.said.length > 0);
    return listener;
  }

  private async read(response: Response): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) return;
      text += decoder.decode(part.value, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.said.push(parsed(block));
    }
  }

  get cases(): readonly string[] {
    return this.said.flatMap(({ data }) => (data === null ? [] : [`${data.caseId} ${data.seq} ${data.type}`]));
  }

  get lastId(): string {
    return this.said.at(-1)?.id ?? '';
  }

  close(): void {
    this.stop.abort();
  }
}

function parsed(block: string): Said {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2) ?? null;
  const data = field('data');
  return {
    id: field('id') ?? '',
    event: field('event'),
    data: data === null ? null : (JSON.parse(data) as Said['data']),
  };
}

async function onFile(caseId: string): Promise<readonly string[]> {
  const { rows } = await house.db.query<{ seq: number; type: string }>(
    'select seq, type from events where case_id = $1 order by seq',
    [caseId],
  );
  return rows.map(({ seq, type }) => `${caseId} ${seq} ${type}`);
}

describe('what happens, live', () => {
  it('given a supervisor and two towns, then each hears of the cases that they may see, once and in order, and of no words in them', async () => {
    const listeners = await Promise.all(
      ['supervisor-1', `officer-${STREET.code}-1`, `officer-${YANGMA.code}-1`].map((person) => Listener.open(person)),
    );
    const [all, street, yangma] = listeners as [Listener, Listener, Listener];
    const one = await reportSummary(house);
    await ok(house.act(`officer-${STREET.code}-1`, one, 'accept'));
    const two = await reportOrdinary(house);
    const [first, second] = [await onFile(one), await onFile(two)];
    await until(async () => all.cases.length >= first.length + second.length);
    expect(all.cases).toEqual([...first, ...second]);
    await until(async () => street.cases.length >= first.length && yangma.cases.length >= second.length);
    expect(street.cases).toEqual(first);
    expect(yangma.cases).toEqual(second);
    expect(JSON.stringify(all.said)).not.toContain('文物');
    listeners.forEach((listener) => listener.close());
  });

  it('given a client that breaks off, when it comes back with its last number, then it goes on there: nothing lost, nothing twice', async () => {
    const before = await Listener.open('supervisor-1');
    const one = await reportSummary(house);
    await until(async () => before.cases.length >= 2);
    const seen = [...before.cases];
    const { lastId } = before;
    before.close();
    await ok(house.act(`officer-${STREET.code}-1`, one, 'accept'));
    const two = await reportSummary(house);
    const after = await Listener.open('supervisor-1', lastId);
    const expected = [...(await onFile(one)), ...(await onFile(two))];
    await until(async () => seen.length + after.cases.length >= expected.length);
    expect([...seen, ...after.cases]).toEqual(expected);
    after.close();
  });

  it('given an event whose writer is slower than one that came after it, then both come, though the later is on file first', async () => {
    const caseId = await reportSummary(house);
    const listener = await Listener.open('supervisor-1');
    const slow = new pg.Client({ connectionString: house.databaseUrl });
    await slow.connect();
    await slow.query('begin');
    await slow.query(
      `insert into events (case_id, seq, at, actor_id, actor_role, actor_org, act, command_id, fingerprint, type, data, hash)
       select case_id, 900, at, actor_id, actor_role, actor_org, act, command_id, fingerprint, type, data, hash
       from events where case_id = $1 and seq = 1`,
      [caseId],
    );
    const later = await reportOrdinary(house);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(listener.cases).toEqual([]);
    await slow.query('commit');
    await slow.end();
    const expected = [`${caseId} 900 case_opened`, ...(await onFile(later))];
    await until(async () => listener.cases.length >= expected.length);
    expect([...listener.cases].sort()).toEqual([...expected].sort());
    listener.close();
  });

  it('given a number from a database that was ahead, then the client is told to begin anew; given nonsense, or nobody, then it is refused', async () => {
    const listener = await Listener.open('supervisor-1', '999999999999//0');
    expect(listener.said[0]?.event).toBe('reset');
    listener.close();
    const ask = async (headers: Record<string, string>) => {
      const response = await fetch(`${base}/api/v1/live`, { headers: { ...headers, connection: 'close' } });
      await response.text();
      return response;
    };
    const authorization = `Bearer ${await house.token('supervisor-1')}`;
    expect((await ask({ authorization, 'last-event-id': 'nonsense' })).status).toBe(400);
    expect((await ask({})).status).toBe(401);
  });

  it('given somebody who listens, when the process stops, then it doesn’t wait for them', async () => {
    const listener = await Listener.open('supervisor-1');
    const began = Date.now();
    await house.app.close();
    expect(Date.now() - began).toBeLessThan(20_000);
    listener.close();
  });
});
