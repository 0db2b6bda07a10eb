import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCase } from '../../db/readCase';
import { isToWait } from '../../worker/isToWait';
import { sweeping } from '../../worker/sweeper';
import { openHouse, type House } from '../support/house';
import { reportSummary } from '../support/road';
import { until } from '../support/until';

/** So many cases that the API would start by itself, were they to come one by one. */
const ONE_BY_ONE = 16;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Cases that the engine has: what tells of their start is on file. */
async function reported(count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push(await reportSummary(house));
  for (const id of ids) await until(async () => (await readCase(house.db, id))?.started === true);
  return ids;
}

/** Has cases stand on file as started or not, opened at so long from now. */
async function stand(ids: readonly string[], started: boolean, from: string): Promise<void> {
  await house.db.query('update cases set started = $2, opened_at = now() + $3::interval where id = any($1)', [
    ids,
    started,
    from,
  ]);
}

it('given a backlog, when an import puts more cases on file than the API starts by itself, then it waits, and goes on as they cease', async () => {
  const [waiting = '', last = '', ...others] = await reported(ONE_BY_ONE + 2);
  const isStarted = async () => (await readCase(house.db, waiting))?.started;
  // They count as put on file just now for as long as the test takes.
  await stand([last, ...others], false, '1 hour');
  await stand([waiting], false, '-1 hour');
  const sweep = sweeping(house.db, house.engine, house.taskQueue, pino({ level: 'silent' }));

  await sweep();
  expect(await isStarted()).toBe(false);
  await stand([last], true, '1 hour');
  await sweep();
  expect(await isStarted()).toBe(true);
  await stand(others, true, '0');
});

it('given an import that doesn’t end, when the backlog has waited half a minute, then it goes on for ten seconds, and waits again', () => {
  expect([0, 29_999, 30_000, 39_999, 40_000, 69_999, 70_000].map(isToWait)).toEqual([
    true,
    true,
    false,
    false,
    true,
    true,
    false,
  ]);
});
