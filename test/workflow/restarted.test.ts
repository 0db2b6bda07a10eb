import { afterAll, beforeAll, describe, it } from 'vitest';
import { checkCase } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { until } from '../support/until';
import { ROADS } from '../replay/roads';

/** A worker that keeps no case in memory: every step begins with a replay of the whole history. */
let house: House;
beforeAll(async () => {
  house = await openHouse({ cachedCases: 0 });
});
afterAll(() => house.close());

const holds = (caseId: string) =>
  checkCase(house, caseId).then(
    () => true,
    () => false,
  );

describe('a case that is restarted after every single step', () => {
  it.each(Object.entries(ROADS))(
    'given the road %s, then after each act its state is the fold of the file and the same in the engine',
    async (_name, road) => {
      // A closing act goes on by itself to the archive: what was read in between is read again.
      const check = (caseId: string) => checkCase(house, caseId).catch(() => until(() => holds(caseId)));
      const play = await road(house, check);
      await checkCase(house, play.caseId);
    },
  );
});
