import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDoor, expectProblem, keyed, type Door } from '../api/support';
import { prepareDatabase } from '../../commands/prepareDatabase';
import { readEnv } from '../../config/env';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { ok, reportOrdinary, YANGMA } from '../support/road';

let house: House;
/** Opened anew for each test, because a running api believes an entry for some seconds. */
let door: Door;
let catalogueDir: string;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  door = await openDoor(house);
  catalogueDir = await mkdtemp(join(tmpdir(), 'roster-'));
  await cp(readEnv().catalogueDir, catalogueDir, { recursive: true });
});
afterEach(async () => {
  await door.app.close();
  await rm(catalogueDir, { recursive: true });
  await migrateWith((lines) => lines, readEnv().catalogueDir);
  await checkAllCases(house);
});
afterAll(() => house.close());

const OFFICER = `officer-${YANGMA.code}-1`;
const OFFICERS = [OFFICER, `officer-${YANGMA.code}-2`];

/** Runs `npm run migrate`'s work with a roster of these lines. */
async function migrateWith(change: (lines: readonly string[]) => readonly string[], dir = catalogueDir) {
  const file = join(dir, 'officers.csv');
  if (dir === catalogueDir) {
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    await writeFile(file, `${change(lines).join('\n')}\n`);
  }
  return prepareDatabase({ catalogueDir: dir, databaseUrl: house.databaseUrl });
}

const without = (id: string) => (lines: readonly string[]) => lines.filter((line) => !line.startsWith(`${id},`));

describe('a roster without somebody who was on it', () => {
  it('given an officer gone from the file, when they act, then 403 says why, and old acts still show their name', async () => {
    const caseId = await reportOrdinary(house);
    await ok(house.act(OFFICER, caseId, 'accept', { officers: OFFICERS }));
    const { retired } = await migrateWith(without(OFFICER));
    expect(retired).toEqual([OFFICER]);

    const verify = `/api/v1/cases/${caseId}/acts/verify`;
    const answer = await door.send(OFFICER, 'POST', verify, keyed(), '{"violation":true,"facts":"属实"}');
    expectProblem(answer, 403, 'unknown_person');
    expect(answer.body.detail).toContain('已不在执法人员名册');
    expectProblem(await door.send(OFFICER, 'GET', '/api/v1/me'), 403, 'unknown_person');
    expectProblem(await door.send('nobody', 'GET', '/api/v1/me'), 403, 'unknown_person');

    const timeline = await house.get<{ events: readonly { who: { id: string; name: string | null } }[] }>(
      'supervisor-1',
      `/api/v1/cases/${caseId}/timeline`,
    );
    const who = timeline.body.events.find((event) => event.who.id === OFFICER)?.who;
    expect(who?.name).toMatch(/\p{Script=Han}/u);
  });

  it('given an officer gone from the file, when somebody names them in an act, then it is refused', async () => {
    const caseId = await reportOrdinary(house);
    await migrateWith(without(OFFICER));
    const assign = `/api/v1/cases/${caseId}/acts/accept`;
    const body = JSON.stringify({ officers: OFFICERS });
    expectProblem(await door.send(OFFICERS[1] ?? '', 'POST', assign, keyed(), body), 422, 'unprocessable');
  });

  it('given an officer gone and back in the file, when they act, then they may', async () => {
    const caseId = await reportOrdinary(house);
    await migrateWith(without(OFFICER));
    const { retired } = await migrateWith((lines) => lines, readEnv().catalogueDir);
    expect(retired).toEqual([]);
    await ok(door.send(OFFICER, 'POST', `/api/v1/cases/${caseId}/acts/accept`, keyed(), '{}'));
  });

  it('given a file with nobody in it, when it is read, then nothing is changed: that is no roster but a mistake', async () => {
    await expect(migrateWith((lines) => lines.slice(0, 1))).rejects.toThrow(/officers\.csv.*名册里没有人/s);
    expect((await door.send(OFFICER, 'GET', '/api/v1/me')).status).toBe(200);
  });
});
