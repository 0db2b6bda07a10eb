import { createPublicKey } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { signHeads } from '../../archive/chainHeads';
import { verifyHeads } from '../../archive/verifyHeads';
import { chain, GENESIS } from '../../db/chain';
import { listHeads } from '../../db/chainHeads';
import { readEvents } from '../../db/readEvents';
import { toRow } from '../../db/recordEvents';
import { openHouse, type House } from '../support/house';
import { ok, reportSummary, STREET } from '../support/road';
import { aKey } from '../archive/anArchive';

let house: House;
let caseId: string;
let other: string;
// Each rewriting gets a house of its own: what a superuser did is not undone.
beforeEach(async () => {
  await house?.close();
  house = await openHouse();
  caseId = await reportSummary(house);
  other = await reportSummary(house);
  await sign('2026-11-23T16:00:00.000Z');
  await ok(house.act(`officer-${STREET.code}-1`, caseId, 'accept'));
  await sign('2026-11-25T01:00:00.000Z');
});
afterAll(() => house.close());

const sign = (now: string) => signHeads(house.db, house.signer, now);
const verify = async (saved?: Awaited<ReturnType<typeof listHeads>>) =>
  verifyHeads(house.db, [createPublicKey(house.signer.publicKey)], saved);

/** As the owner of the tables can: triggers off, the statement, triggers on. */
async function asOwner(table: string, statement: string, values: readonly unknown[] = []): Promise<void> {
  const client = await house.db.connect();
  try {
    await client.query(`alter table ${table} disable trigger user`);
    await client.query(statement, [...values]);
    await client.query(`alter table ${table} enable trigger user`);
  } finally {
    client.release();
  }
}

/** Rewrites what was said in an event and makes the whole chain and the read model fit again. */
async function rewrite(id: string): Promise<void> {
  const events = (await readEvents(house.db, id)).map(({ event }, index) =>
    index === 0 ? { ...event, actor: { ...event.actor, id: 'somebody-else' } } : event,
  );
  const hashes = chain(GENESIS, events);
  for (const [index, event] of events.entries()) {
    const { actor_id, hash } = toRow(event, hashes[index] ?? '');
    await asOwner('events', 'update events set actor_id = $3, hash = $4 where case_id = $1 and seq = $2', [
      id,
      event.seq,
      actor_id,
      hash,
    ]);
  }
  await house.db.query('update cases set head = $2 where id = $1', [id, hashes.at(-1)]);
}

describe('the signed heads of all chains', () => {
  it('given cases that only grow, then all is intact, and a day is signed once, by the date in Shanghai', async () => {
    expect(await sign('2026-11-25T15:59:59.000Z')).toBeNull();
    expect(await sign('2026-11-25T16:00:00.000Z')).toMatchObject({ day: '2026-11-26', cases: 2, rewritten: [] });
    const heads = await listHeads(house.db, 10);
    expect(heads.map(({ day }) => day)).toEqual(['2026-11-26', '2026-11-25', '2026-11-24']);
    expect(await verify(heads)).toMatchObject({ days: 3, cases: 2, findings: [] });
    // Only what moved is written again.
    const { rows } = await house.db.query<{ day: string; n: number }>(
      'select day, count(*) as n from chain_head_entries group by day order by day',
    );
    expect(rows).toEqual([
      { day: '2026-11-24', n: 2 },
      { day: '2026-11-25', n: 1 },
    ]);
  });

  it('given two workers at midnight, then there is one statement', async () => {
    const signed = await Promise.all([sign('2026-11-27T00:00:00.000Z'), sign('2026-11-27T00:00:00.000Z')]);
    expect(signed.filter((day) => day !== null)).toHaveLength(1);
    expect((await verify()).findings).toEqual([]);
  });

  it('given an event changed and its chain left alone, then the case and the event are named', async () => {
    await asOwner('events', `update events set actor_id = 'somebody-else' where case_id = $1 and seq = 1`, [caseId]);
    expect((await verify()).findings).toEqual([{ about: caseId, text: `${caseId}：第 1 个事件被改动` }]);
  });

  it('given a case rewritten with its whole chain and read model, then it is named, and not signed over', async () => {
    await rewrite(caseId);
    const { findings } = await verify();
    expect(findings.map(({ about }) => about)).toEqual([caseId]);
    expect(findings[0]?.text).toContain('在 2026-11-24 签名之后被改写');
    expect(await sign('2026-11-26T01:00:00.000Z')).toMatchObject({ rewritten: [caseId] });
    expect((await verify()).findings.map(({ about }) => about)).toEqual([caseId]);
  });

  it('given the last events cut off, or a whole case taken out, then it is said', async () => {
    const events = await readEvents(house.db, caseId);
    const last = events.at(-2);
    await asOwner('events', 'delete from events where case_id = $1 and seq = $2', [caseId, events.length]);
    await house.db.query('update cases set seq = $2, head = $3 where id = $1', [caseId, last?.event.seq, last?.hash]);
    await asOwner('events', 'delete from events where case_id = $1', [other]);
    await house.db.query('delete from open_duties where case_id = $1', [other]);
    await house.db.query('delete from cases where id = $1', [other]);
    expect((await verify()).findings).toEqual([
      { about: caseId, text: `${caseId}：2026-11-25 有 ${events.length} 个事件，现在只有 ${events.length - 1} 个` },
      { about: other, text: `${other}：整个案件不见了` },
    ]);
  });

  it('given a case rewritten and the entries of the heads made to fit, then the day’s signature doesn’t', async () => {
    await rewrite(other);
    const head = (await readEvents(house.db, other)).at(-1)?.hash;
    await asOwner('chain_head_entries', 'update chain_head_entries set head = $2 where case_id = $1', [other, head]);
    const { findings } = await verify();
    expect(findings.map(({ about }) => about)).toEqual(['2026-11-24', '2026-11-25']);
    expect(findings[0]?.text).toContain('chain_head_entries');
  });

  it('given statements changed, taken out, or signed by a stranger, then each is found', async () => {
    const heads = await listHeads(house.db, 10);
    const change = `update chain_heads set statement = replace(statement, '"cases":2', '"cases":3') where day = $1`;
    await asOwner('chain_heads', change, ['2026-11-25']);
    expect((await verify()).findings).toMatchObject([{ about: '2026-11-25' }]);
    await asOwner('chain_head_entries', 'delete from chain_head_entries');
    await asOwner('chain_heads', 'delete from chain_heads');
    await signHeads(house.db, aKey().signer, '2026-11-26T01:00:00.000Z');
    expect((await verify()).findings).toMatchObject([
      { about: '2026-11-26', text: expect.stringContaining('不可信的密钥') as string },
    ]);
    // Signed anew by whoever has the key: only what was kept outside shows it.
    await asOwner('chain_head_entries', 'delete from chain_head_entries');
    await asOwner('chain_heads', 'delete from chain_heads');
    await sign('2026-11-26T01:00:00.000Z');
    expect((await verify()).findings).toEqual([]);
    expect((await verify(heads)).findings.map(({ about }) => about)).toEqual(['2026-11-25', '2026-11-24']);
  });

  it('given one day taken out of the middle, then the next one tells', async () => {
    await sign('2026-11-26T01:00:00.000Z');
    await asOwner('chain_head_entries', `delete from chain_head_entries where day = '2026-11-25'`);
    await asOwner('chain_heads', `delete from chain_heads where day = '2026-11-25'`);
    expect((await verify()).findings.some(({ about, text }) => about === '2026-11-26' && /抽走/.test(text))).toBe(true);
  });
});
