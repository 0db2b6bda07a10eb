import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INDICATORS } from '../../domain/evaluation/indicators';
import { newestOf } from '../../domain/evaluation/newestOf';
import { askPatiently } from '../support/askPatiently';
import { openHouse, type House } from '../support/house';
import { reportSummary, STREET } from '../support/road';
import { expectProblem } from './support';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const WALL = '/api/v1/wall';
const SCREENS = '/api/v1/administration/screens';

interface Wall {
  readonly screen: { readonly place: string } | null;
  readonly cluesToday: number;
  readonly onTime: number | null;
  readonly ranking: readonly { readonly town: string; readonly closed: number; readonly onTime: number | null }[];
  readonly slowest: readonly { readonly caseId: string; readonly light: string }[];
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path?: string;
  readonly maxAge?: number;
}

/** Hangs up a screen and gives what its browser keeps. */
async function hangUp(place: string, person = 'dispatcher'): Promise<Cookie> {
  const answer = await askPatiently(house.app, {
    method: 'POST',
    url: `${WALL}/screens`,
    headers: { authorization: `Bearer ${await house.token(person)}` },
    payload: { place },
  });
  expect(answer.statusCode, answer.body).toBe(201);
  const cookie = (answer.cookies as readonly Cookie[]).find(({ name }) => name === 'screen');
  if (cookie === undefined) throw new Error('no cookie came');
  return cookie;
}

const ask = (cookie: Cookie, url = WALL) =>
  askPatiently(house.app, { url, headers: { cookie: `screen=${cookie.value}` } });

/** As if the screen had last been seen so long ago. */
const away = (place: string, interval: string) =>
  house.db.query('update screens set seen_at = now() - $2::interval where place = $1', [place, interval]);

describe('the wall', () => {
  it('given a case, when the dispatcher looks, then it counts, and its duty stands there without anybody’s name', async () => {
    const caseId = await reportSummary(house);
    const { status, body } = await house.get<Wall>('dispatcher', WALL);
    expect(status).toBe(200);
    expect(body.screen).toBeNull();
    expect(body.cluesToday).toBe(1);
    expect(body.ranking).toHaveLength(15);
    expect(body.slowest.map((duty) => duty.caseId)).toContain(caseId);
    const { rows } = await house.db.query<{ name: string }>('select name from people union select name from persons');
    const said = JSON.stringify(body);
    for (const { name } of rows.filter(({ name }) => name !== null)) expect(said).not.toContain(`"${name}"`);
    expect(said).not.toContain('officer-');
  });

  it('given fewer duties than a share can be told from, then none is told', async () => {
    const { body } = await house.get<Wall>('supervisor-1', WALL);
    expect(body.onTime).toBeNull();
    expect(new Set(body.ranking.map(({ onTime }) => onTime))).toEqual(new Set([null]));
  });

  it('given enough of them, then the share of the city and of each town is told, and the town that closed most is first', async () => {
    const day = `(now() at time zone 'Asia/Shanghai')::date`;
    const { rows } = await house.db.query<{ id: string }>('select id from cases limit 1');
    await house.db.query(
      `insert into observations (case_id, indicator, version, n, day, town, org, hit, ms)
       select $1, 'duties_on_time', $3, 10000 + n, ${day}, $2, $2, n <= 30, 0 from generate_series(1, 40) n`,
      [rows[0]?.id, STREET.code, newestOf(INDICATORS, 'duties_on_time', undefined)?.version],
    );
    // A picture is shown for a while before the next is taken.
    await expect
      .poll(async () => (await house.get<Wall>('leader-1', WALL)).body.onTime, { timeout: 10_000 })
      .toBe(0.75);
    const { ranking } = (await house.get<Wall>('leader-1', WALL)).body;
    expect(ranking[0]).toMatchObject({ town: STREET.code, onTime: 0.75 });
    await house.db.query('delete from observations where n > 10000');
  });

  for (const person of [`officer-${STREET.code}-1`, 'reviewer-1', 'auditor', 'security-admin']) {
    it(`given ${person}, then the wall is not theirs to see or to hang up`, async () => {
      expectProblem(await house.get(person, WALL), 403, 'forbidden');
      expectProblem(await house.post(person, `${WALL}/screens`, { place: '大厅' }), 403, 'forbidden');
    });
  }

  it('given nobody, then nothing is shown', async () => {
    expect((await askPatiently(house.app, { url: WALL })).statusCode).toBe(401);
  });
});

describe('a screen that shows it for days', () => {
  it('given a screen, then its cookie goes to the wall alone, opens the wall, and opens nothing else', async () => {
    const cookie = await hangUp('东墙');
    expect(cookie).toMatchObject({ path: WALL, httpOnly: true, sameSite: 'Strict' });
    expect((await ask(cookie)).json<Wall>().screen).toEqual({ place: '东墙' });
    for (const url of ['/api/v1/me', '/api/v1/cases', '/api/v1/overview', '/api/v1/live', SCREENS])
      expect([url, (await ask(cookie, url)).statusCode]).toEqual([url, 401]);
    const { rows } = await house.db.query<{ kept: string }>(
      `select encode(secret_hash, 'base64') as kept from screens`,
    );
    expect(rows.map(({ kept }) => kept)).not.toContain(cookie.value);
    expect(house.logged()).not.toContain(cookie.value);
  });

  it('given a screen that was dark for thirty days, then it is over; a minute less, and it shows', async () => {
    const cookie = await hangUp('西墙');
    await away('西墙', '29 days 23:59:00');
    expect((await ask(cookie)).statusCode).toBe(200);
    await away('西墙', '30 days');
    expect((await ask(cookie)).statusCode).toBe(401);
  });

  it('given a screen that asks again and again, then an hour after it was last noted its life and its cookie begin anew, and not before', async () => {
    const cookie = await hangUp('南墙');
    await away('南墙', '59 minutes');
    expect((await ask(cookie)).cookies).toEqual([]);
    await away('南墙', '1 hour');
    const [renewed] = (await ask(cookie)).cookies as readonly Cookie[];
    expect(renewed).toMatchObject({ name: 'screen', value: cookie.value, maxAge: cookie.maxAge });
    const { rows } = await house.db.query<{ seen: boolean }>(
      `select seen_at > now() - interval '1 minute' as seen from screens where place = '南墙'`,
    );
    expect(rows).toEqual([{ seen: true }]);
  });

  it('given whoever hung it up has left the roster, then it goes on showing: it belongs to nobody', async () => {
    const cookie = await hangUp('中庭', 'supervisor-2');
    await house.db.query(`update people set retired_at = now() where id = 'supervisor-2'`);
    expect((await ask(cookie)).statusCode).toBe(200);
    await house.db.query(`update people set retired_at = null where id = 'supervisor-2'`);
  });

  it('given the security administrator, when they take it down, then it is over at once, and who did it stays on file', async () => {
    const cookie = await hangUp('北墙');
    const listed = async (who: string) =>
      (await house.get<{ screens: { id: string; place: string; openedBy: string }[] }>(who, SCREENS)).body.screens;
    const screen = (await listed('auditor')).find(({ place }) => place === '北墙');
    expect(screen).toMatchObject({ openedBy: 'dispatcher' });
    const end = `${SCREENS}/${screen?.id ?? ''}/end`;
    expectProblem(await house.post('auditor', end, {}), 403, 'forbidden');
    expect((await ask(cookie)).statusCode).toBe(200);
    for (let n = 0; n < 2; n += 1) expect((await house.post('security-admin', end, {})).status).toBe(200);
    expect((await ask(cookie)).statusCode).toBe(401);
    expect((await listed('security-admin')).map(({ place }) => place)).not.toContain('北墙');
    const { body } = await house.get<{ entries: object[] }>(
      'auditor',
      `/api/v1/administration/sign-in-record?person=${encodeURIComponent('北墙')}`,
    );
    expect(body.entries).toMatchObject([
      { what: 'screen_ended', person: 'security-admin', concerns: '北墙', concernsName: null },
      { what: 'screen_opened', person: 'dispatcher', concerns: '北墙' },
    ]);
  });

  for (const [what, body] of Object.entries({
    'no place': {},
    'an empty place': { place: '' },
    'blanks for a place': { place: '   ' },
    'a place of 21 characters': { place: '东'.repeat(21) },
    'more than a place': { place: '东墙', until: '2030-01-01' },
  })) {
    it(`given ${what}, then no screen is hung up`, async () => {
      const answer = await house.post('dispatcher', `${WALL}/screens`, body);
      expectProblem(answer, 400, 'malformed');
      expect(answer.headers['set-cookie']).toBeUndefined();
    });
  }
});
