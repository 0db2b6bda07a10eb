import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chain, GENESIS } from '../../db/chain';
import { readEvents } from '../../db/readEvents';
import { lawInForce } from '../../domain/openCase';
import { openHouse, type House } from '../support/house';
import { reportSummary } from '../support/road';

let house: House;
let caseId: string;
beforeAll(async () => {
  house = await openHouse();
  caseId = await reportSummary(house);
});
afterAll(() => house.close());

describe('the law of a case’s first event', () => {
  it('given a case, when opened, then the event names its law, and is read with it; its hash covers it', async () => {
    const { rows } = await house.db.query<{ apart: string | null; inside: boolean }>(
      `select law as apart, data ? 'law' as inside from events where case_id = $1 order by seq limit 1`,
      [caseId],
    );
    expect(rows).toEqual([{ apart: expect.stringMatching(/^[0-9a-f]{16}$/) as string, inside: false }]);
    const [first] = await readEvents(house.db, caseId);
    if (first === undefined) throw new Error('no event');
    const { event, at } = first.event;
    if (event.type !== 'case_opened') throw new Error('a case begins with its opening');
    expect(event.law).toEqual(lawInForce(house.catalogue, at, event.item.field));
    expect(first.hash).toBe(chain(GENESIS, [first.event])[0]);
  });

  it('given an event from before, which carries its law itself, when read, then it is the same', async () => {
    const [first] = await readEvents(house.db, caseId);
    const client = await house.db.connect();
    try {
      await client.query('begin');
      const { rowCount } = await client.query(
        `insert into events (case_id, seq, at, actor_id, actor_role, actor_org, act, command_id, fingerprint, type, data, hash)
         select case_id, 0, at, actor_id, actor_role, actor_org, act, command_id, fingerprint, type,
                data || jsonb_build_object('law', body), hash
         from events join laws on laws.id = events.law where case_id = $1`,
        [caseId],
      );
      expect(rowCount).toBe(1);
      const [before] = await readEvents(client, caseId);
      expect(before?.event).toEqual({ ...first?.event, seq: 0 });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
