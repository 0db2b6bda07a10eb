import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type House } from '../support/house';
import { until } from '../support/until';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('given a duty that can’t be carried out among others, when they leave together, then the others arrive, once', async () => {
  const notice = (org: string | null, text: string) => ({ kind: 'notify', org, topic: 'work_order', text });
  const duties = [notice('bureau', 'first'), notice(null, 'nobody’s'), notice('bureau', 'second')];
  await house.db.query(
    `insert into outbox (case_id, seq, kind, payload)
     select 'CZ2026-000000', 0, d.kind, to_jsonb(d) - 'kind'
     from jsonb_to_recordset($1::jsonb) as d (kind text, org text, topic text, text text)`,
    [JSON.stringify(duties)],
  );
  const open = async () =>
    (
      await house.db.query<{ attempts: number; text: string }>(
        `select attempts, payload ->> 'text' as text from outbox where done_at is null`,
      )
    ).rows;
  await until(async () => (await open()).every(({ attempts }) => attempts > 0));
  expect((await open()).map(({ text }) => text)).toEqual(['nobody’s']);
  const { rows } = await house.db.query<{ text: string }>('select text from notices order by outbox_id');
  expect(rows.map(({ text }) => text)).toEqual(['first', 'second']);
});
