import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from '../support/house';
import { expectProblem, openDoor, type Door } from './support';
import { askPatiently } from '../support/askPatiently';

/** A house with the development issuer, and a second door of it as production has it. */
let house: House;
let door: Door;
beforeAll(async () => {
  house = await openHouse();
  door = await openDoor(house);
});
afterAll(async () => {
  await door.app.close();
  await house.close();
});

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly httpOnly?: boolean;
  readonly sameSite?: string;
  readonly path?: string;
}

/** As far as the identity provider: where it would send the browser back to, and the cookie that waits for it. */
async function authorized(person: string, to = '/town') {
  const started = await house.app.inject(`/auth/sign-in?to=${encodeURIComponent(to)}`);
  expect(started.statusCode).toBe(302);
  const asked = new URL(String(started.headers.location)).searchParams;
  const chosen = await askPatiently(house.app, {
    method: 'POST',
    url: '/local-issuer/authorize',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams([...asked, ['person', person]]).toString(),
  });
  const back = new URL(String(chosen.headers.location));
  const [underWay] = started.cookies as readonly Cookie[];
  return { asked, address: `${back.pathname}${back.search}`, underWay: `${underWay?.name}=${underWay?.value}` };
}

async function signedIn(person: string): Promise<string> {
  const { address, underWay } = await authorized(person);
  const answer = await askPatiently(house.app, { url: address, headers: { cookie: underWay } });
  const session = (answer.cookies as readonly Cookie[]).find(({ name }) => name === 'session');
  return `session=${session?.value}`;
}

const me = (cookie: string) => askPatiently(house.app, { url: '/api/v1/me', headers: { cookie } });

describe('signing in to the pages', () => {
  it('given somebody of the roster, when they come back with their code, then a cookie that no script and no other site can use is theirs', async () => {
    const { asked, address, underWay } = await authorized('supervisor-1', '/supervision');
    expect([asked.get('code_challenge_method'), asked.get('response_type')]).toEqual(['S256', 'code']);
    const answer = await askPatiently(house.app, { url: address, headers: { cookie: underWay } });
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/supervision']);
    const session = (answer.cookies as readonly Cookie[]).find(({ name }) => name === 'session');
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    const { rows } = await house.db.query<{ kept: string }>(
      "select encode(secret_hash, 'base64') as kept from sessions",
    );
    expect(rows.map(({ kept }) => kept)).not.toContain(session?.value);
    const found = await me(`session=${session?.value}`);
    expect(found.json()).toMatchObject({ id: 'supervisor-1', role: 'supervisor' });
  });

  it('given a code, when it is brought again, or without what the browser had kept, or with another state, then nobody is signed in', async () => {
    const { address, underWay } = await authorized('supervisor-1');
    const other = await authorized('supervisor-1');
    const refused = async (url: string, cookie: string) => {
      const answer = await askPatiently(house.app, { url, headers: { cookie } });
      expect([answer.statusCode, answer.headers.location]).toEqual([302, '/sign-in?failed']);
      expect((answer.cookies as readonly Cookie[]).map(({ name }) => name)).not.toContain('session');
    };
    await refused(address, '');
    await refused(address, other.underWay);
    await refused(address.replace(/code=[^&]+/, 'code=guessed'), underWay);
    expect((await askPatiently(house.app, { url: address, headers: { cookie: underWay } })).headers.location).toBe(
      '/town',
    );
    await refused(address, underWay);
  });

  for (const to of ['//evil.test', '/\\evil.test', 'https://evil.test/', 'javascript:alert(1)']) {
    it(`given ${to} as the page to come back to, then it is the first page instead`, async () => {
      const { address, underWay } = await authorized('supervisor-1', to);
      const answer = await askPatiently(house.app, { url: address, headers: { cookie: underWay } });
      expect(answer.headers.location).toBe('/');
    });
  }

  it('given a session, when its owner signs out, then the cookie opens nothing any more', async () => {
    const cookie = await signedIn('reviewer-1');
    expect((await me(cookie)).statusCode).toBe(200);
    const headers = { cookie, 'x-requested-by': 'console' };
    expect((await askPatiently(house.app, { method: 'POST', url: '/auth/sign-out', headers })).statusCode).toBe(204);
    expect((await me(cookie)).statusCode).toBe(401);
  });

  it('given people who come in, leave and are put out, then each is on record with who did it, and nothing of it can be changed', async () => {
    const record = async (person: string) =>
      (
        await house.get<{ entries: { what: string; person: string; concerns: string }[] }>(
          'auditor',
          `/api/v1/administration/sign-in-record?person=${person}`,
        )
      ).body.entries.map(({ what, person: by, concerns }) => [what, by, concerns]);
    const cookie = await signedIn('leader-2');
    const headers = { cookie, 'x-requested-by': 'console' };
    for (let n = 0; n < 2; n += 1) await askPatiently(house.app, { method: 'POST', url: '/auth/sign-out', headers });
    await signedIn('leader-2');
    const of = '/api/v1/administration/sessions';
    const { body } = await house.get<{ sessions: { id: string; subject: string }[] }>('security-admin', of);
    const id = body.sessions.find(({ subject }) => subject === 'leader-2')?.id ?? '';
    for (let n = 0; n < 2; n += 1) await house.post('security-admin', `${of}/${id}/end`, {});
    expect(await record('leader-2')).toEqual([
      ['session_ended', 'security-admin', 'leader-2'],
      ['signed_in', 'leader-2', 'leader-2'],
      ['signed_out', 'leader-2', 'leader-2'],
      ['signed_in', 'leader-2', 'leader-2'],
    ]);
    expect(await record('security-admin')).toEqual([['session_ended', 'security-admin', 'leader-2']]);
    await expect(house.db.query('delete from sign_in_record')).rejects.toThrow();
    await expect(house.db.query(`update sign_in_record set person = 'nobody'`)).rejects.toThrow();
  });

  it('given a session that has run out, then it opens nothing', async () => {
    const cookie = await signedIn('reviewer-2');
    await house.db.query("update sessions set until = now() where subject = 'reviewer-2'");
    const answer = await me(cookie);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'unauthenticated']);
  });

  it('given a session, when another site’s page posts with it, then it is refused, and the same from our pages is not', async () => {
    const cookie = await signedIn('dispatcher');
    const send = (more: Record<string, string>) =>
      askPatiently(house.app, {
        method: 'POST',
        url: '/api/v1/clues',
        headers: { cookie, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...more },
        payload: JSON.stringify({ channel: 'walk_in', text: '三江街道有人占道经营卖水果' }),
      });
    const forged = await send({});
    expect([forged.statusCode, forged.json<{ at: string }>().at]).toEqual([403, 'x-requested-by']);
    expect((await send({ 'x-requested-by': 'console' })).statusCode).toBe(201);
  });

  it('given the development issuer, when it is asked to send a code to another host, then it does not', async () => {
    const answer = await askPatiently(house.app, {
      method: 'POST',
      url: '/local-issuer/authorize',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'redirect_uri=https%3A%2F%2Fevil.test%2F&person=admin',
    });
    expect(answer.statusCode).toBe(400);
  });

  it('given production, then the development issuer has no door', async () => {
    expectProblem(await door.send('dispatcher', 'GET', '/local-issuer/authorize'), 404, 'not_found');
  });
});
