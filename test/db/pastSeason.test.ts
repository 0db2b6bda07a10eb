import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSimulation } from '../../commands/simulate/runSimulation';
import { parseSimulation } from '../../commands/simulate/parseSimulation';
import { readPast } from '../../whatif/readPast';
import { insertCases } from '../../db/insertCases';
import { STORIES_TOLD } from '../../demo/stories/told';
import { msOf } from '../../domain/time/lawDate';
import { seasonCaseOf } from '../../simulation/seasonCaseOf';
import { openHouse, type House } from '../support/house';

let house: House;
/** The stories as cases on file, each under a number of its own. */
const told = STORIES_TOLD.map(({ told: { events } }, n) =>
  events.map((one) => {
    const caseId = `510184-2026-90000${n}`;
    return one.event.type === 'case_opened' ? { ...one, caseId, event: { ...one.event, caseId } } : { ...one, caseId };
  }),
);
const opened = told.map(([first]) => first?.at ?? '').sort();

beforeAll(async () => {
  house = await openHouse();
  await insertCases(house.db, told);
});
afterAll(() => house.close());

describe('a past season on file', () => {
  const days = { from: '2026-01-01', to: '2027-12-31' };

  it('given cases on file, when read, then they are as their events say, in the order of their opening', async () => {
    const past = await readPast(house.db, days);
    expect(past.map(({ arrival }) => arrival.at)).toEqual(opened.map(msOf));
    const [first] = told.filter(([one]) => one?.at === opened[0]);
    expect(past).toContainEqual(seasonCaseOf(first ?? []));
  });

  it('given a season that ends on the day of an opening or on the day before, then the case is in it, or isn’t', async () => {
    const last =
      told
        .map(([one]) => one?.at ?? '')
        .sort()
        .at(-1) ?? '';
    const day = last.slice(0, 10);
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    const upTo = async (to: string) => (await readPast(house.db, { ...days, to })).length;
    expect(await upTo(day)).toBe(told.length);
    expect(await upTo(before)).toBeLessThan(told.length);
    // What came after the season isn’t known in it.
    const [known] = await readPast(house.db, { ...days, to: opened[0]?.slice(0, 10) ?? '' });
    expect(known).toMatchObject({ closedAt: null });
  });

  it('given npm run simulate --past, then what happened stands beside what it would come to', async () => {
    const lines: string[] = [];
    await runSimulation(parseSimulation('--past --from 2026-01-01 --to 2027-12-31 --replications 39'.split(' ')), {
      ...{ env: { catalogueDir: 'config/catalogue' }, databaseUrl: house.databaseUrl },
      print: (line) => lines.push(line),
      progress: () => () => undefined,
    });
    expect(lines[0]).toContain('以往季节 2026-01-01 至 2027-12-31');
    expect(lines.find((line) => line.startsWith('成案'))).toBe(
      `成案（件）\t${told.length}\t${told.length} [${told.length}, ${told.length}]`,
    );
  });

  it('given a season without cases, then it says so', async () => {
    const empty = parseSimulation('--past --from 2028-01-01 --to 2028-01-31'.split(' '));
    await expect(
      runSimulation(empty, {
        ...{ env: { catalogueDir: 'config/catalogue' }, databaseUrl: house.databaseUrl },
        print: () => undefined,
        progress: () => () => undefined,
      }),
    ).rejects.toThrow('2028-01-01 至 2028-01-31 没有成案的案件');
  });
});
