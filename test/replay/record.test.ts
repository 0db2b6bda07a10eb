import { afterAll, beforeAll, describe, it } from 'vitest';
import { readEvents } from '../../db/readEvents';
import { openHouse, type House } from '../support/house';
import { keep } from './kept';
import { ROADS } from './roads';

/**
 * `npm run histories`: plays every road on the real server and keeps what the engine and the file recorded. Once per
 * release; old ones stay, under the release that they were made with.
 */
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('histories of this release', () => {
  it.each(Object.entries(ROADS))('keeps %s', async (name, road) => {
    const play = await road(house);
    const events = (await readEvents(house.db, play.caseId)).map(({ event }) => event);
    keep(name, { history: await play.history(), events });
  });
});
