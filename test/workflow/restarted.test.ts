import { afterAll, beforeAll, describe, it } from 'vitest';
import { checkCase } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { ROADS } from '../replay/roads';

/** A worker that keeps no case in memory: every step begins with a replay of the whole history. */
let house: House;
beforeAll(async () => {
  house = await openHouse({ cachedCases: 0 });
});
afterAll(() => house.close());

describe('a case that is restarted after every single step', () => {
  it.each(Object.entries(ROADS))(
    'given the road %s, then after each act its state is the fold of the file and the same in the engine',
    async (_name, road) => {
      const play = await road(house, (caseId) => checkCase(house, caseId));
      await checkCase(house, play.caseId);
    },
  );
});
