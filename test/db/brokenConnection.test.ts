import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction, isDatabaseAway } from '../../db/pool';
import { openHouse, type House } from '../support/house';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('given a transaction between two statements, when its connection breaks, then it fails and the process lives', async () => {
  const work = inTransaction(house.db, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const ended = new Promise((resolve) => client.once('end', resolve));
    await house.db.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await ended;
    await client.query('select 1');
  });
  await expect(work).rejects.toSatisfy(isDatabaseAway);
  expect((await house.db.query('select 1')).rowCount).toBe(1);
});
