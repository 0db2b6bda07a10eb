import { exportSPKI, importJWK, SignJWT, UnsecuredJWT, type KeyObject } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { workflowId } from '../../workflows/workflowId';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import {
  EVIDENCE,
  HUAIYUAN,
  investigate,
  ok,
  reportBureau,
  reportOrdinary,
  reportSummary,
  YANGMA,
} from '../support/road';
import { testIssuer } from '../support/testIssuer';
import { expectProblem, openDoor, refusalsOf, seeCase, type Door } from './support';
import { askPatiently } from '../support/askPatiently';

let house: House;
let door: Door;
beforeAll(async () => {
  house = await openHouse();
  door = await openDoor(house);
});
afterEach(() => checkAllCases(house));
afterAll(async () => {
  await door.app.close();
  await house.close();
});

const OFFICER = `officer-${YANGMA.code}-1`;
const OFFICE = `office-${YANGMA.code}`;

async function ask(authorization: string | null) {
  const response = await askPatiently(door.app, {
    method: 'GET',
    url: '/api/v1/me',
    ...(authorization === null ? {} : { headers: { authorization } }),
  });
  return { status: response.statusCode, body: JSON.parse(response.body) as { id?: string }, headers: response.headers };
}

describe('who somebody is', () => {
  it('given a good token, when asked, then the roster says who it is', async () => {
    const { status, body } = await ask(`Bearer ${await door.token('reviewer-1')}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: 'reviewer-1', role: 'legal_reviewer', org: 'bureau' });
  });

  it.each(['nothing', 'another scheme', 'a scheme alone', 'nonsense'])(
    'given %s for a token, when asked, then 401',
    async (what) => {
      const headers: Record<string, string | null> = {
        nothing: null,
        'another scheme': 'Basic cmV2aWV3ZXItMTp4',
        'a scheme alone': 'Bearer ',
        nonsense: 'Bearer a.b.c',
      };
      expectProblem(await ask(headers[what] ?? null), 401, 'unauthenticated');
    },
  );

  it('given a token that is expired, of another issuer or for another audience, when asked, then 401', async () => {
    const { issuer, audience } = door;
    const bad = [
      await issuer.sign('reviewer-1', audience, { expires: '1 minute ago' }),
      await issuer.sign('reviewer-1', audience, { issuer: 'http://elsewhere.test' }),
      await issuer.sign('reviewer-1', 'another-service'),
      await (await testIssuer()).sign('reviewer-1', audience),
    ];
    for (const token of bad) expectProblem(await ask(`Bearer ${token}`), 401, 'unauthenticated');
  });

  it('given a token that was good a moment ago, when it has expired, then 401', async () => {
    const { issuer, audience } = door;
    const token = await issuer.sign('reviewer-1', audience, { expires: '3 seconds' });
    expect((await ask(`Bearer ${token}`)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    expectProblem(await ask(`Bearer ${token}`), 401, 'unauthenticated');
  });

  it('given a token without signature, or signed by the public key as a shared secret, when asked, then 401', async () => {
    const { issuer, audience } = door;
    const claims = { sub: 'reviewer-1', iss: issuer.issuer, aud: audience };
    const unsigned = new UnsecuredJWT(claims).setExpirationTime('1h').encode();
    const [jwk] = issuer.jwks.keys;
    const pem = await exportSPKI((await importJWK(jwk ?? {}, 'ES256')) as KeyObject);
    for (const secret of [pem, JSON.stringify(jwk)]) {
      const forged = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid: 'test' })
        .setExpirationTime('1h')
        .sign(new TextEncoder().encode(secret));
      expectProblem(await ask(`Bearer ${forged}`), 401, 'unauthenticated');
    }
    expectProblem(await ask(`Bearer ${unsigned}`), 401, 'unauthenticated');
  });

  it('given a good token of somebody who is not on the roster, when asked, then 403', async () => {
    for (const person of ['nobody', 'system', '', "x' or '1'='1", 'nul\u0000']) {
      expectProblem(await ask(`Bearer ${await door.token(person)}`), 403, 'unknown_person');
    }
  });

  it('given no token, when any door of the service is tried, then it stays shut', async () => {
    const caseId = await reportSummary(house);
    const doors = [
      'me',
      'overview',
      'notices',
      'catalogue/towns',
      'catalogue/items',
      'cases',
      'clues',
      `cases/${caseId}`,
    ];
    for (const path of [...doors, ...['timeline', 'live', 'clues'].map((part) => `cases/${caseId}/${part}`)]) {
      const response = await askPatiently(door.app, { method: 'GET', url: `/api/v1/${path}` });
      expect([path, response.statusCode]).toEqual([path, 401]);
    }
  });
});

describe('what somebody may know and do', () => {
  it("given a case, when another town asks for any part of it, then it doesn't exist; for its own town it does", async () => {
    const caseId = await reportOrdinary(house);
    const { rows } = await house.db.query<{ id: string }>('select id from clues where case_id = $1', [caseId]);
    const parts = [
      `cases/${caseId}`,
      ...['timeline', 'live', 'clues'].map((part) => `cases/${caseId}/${part}`),
      `clues/${rows[0]?.id ?? ''}`,
    ];
    for (const part of parts) {
      for (const role of ['office', 'officer', 'assistant']) {
        const stranger = role === 'office' ? `office-${HUAIYUAN.code}` : `${role}-${HUAIYUAN.code}-1`;
        expectProblem(await house.get(stranger, `/api/v1/${part}`), 404, 'not_found');
      }
      expect((await house.get(OFFICER, `/api/v1/${part}`)).status, part).toBe(200);
    }
    expectProblem(await house.act(`officer-${HUAIYUAN.code}-1`, caseId, 'accept'), 404, 'not_found');
    const none = await house.get(`officer-${HUAIYUAN.code}-1`, '/api/v1/cases/CZ2026-000000');
    const hidden = await house.get(`officer-${HUAIYUAN.code}-1`, `/api/v1/cases/${caseId}`);
    expect(hidden.body.detail?.replace(caseId, '')).toBe(none.body.detail?.replace('CZ2026-000000', ''));
    const list = await house.get<{ cases: { caseId: string }[] }>(`office-${HUAIYUAN.code}`, '/api/v1/cases?limit=100');
    expect(list.body.cases.map((listed) => listed.caseId)).not.toContain(caseId);
  });

  it('given assistants and an officer whose certificate has run out, when they act, then they cannot', async () => {
    const caseId = await reportOrdinary(house);
    const assistant = `assistant-${YANGMA.code}-1`;
    expectProblem(await house.act(assistant, caseId, 'accept'), 403, 'not_competent');
    await ok(house.act(OFFICER, caseId, 'accept', { officers: [OFFICER] }));
    expectProblem(
      await house.act(assistant, caseId, 'verify', { violation: true, facts: '油烟' }),
      403,
      'not_competent',
    );
    expect((await seeCase(house, caseId, assistant)).availableActs).toEqual([]);
    const { rows } = await house.db.query<{ id: string }>(
      `select id from people where org = $1 and role = 'town_officer' and certificate_until < now()`,
      [YANGMA.code],
    );
    const lapsed = rows[0]?.id ?? '';
    expect(lapsed).not.toBe('');
    expectProblem(
      await house.act(lapsed, caseId, 'verify', { violation: true, facts: '油烟' }),
      403,
      'officer_uncertified',
    );
    expect((await refusalsOf(house, caseId)).map(({ actor_id, code }) => [actor_id, code])).toEqual([
      [assistant, 'not_competent'],
      [assistant, 'not_competent'],
      [lapsed, 'officer_uncertified'],
    ]);
  });

  it('given an answered task of cooperation, when the town looks, then its list shows what it may open', async () => {
    const caseId = await reportBureau(house);
    await ok(house.act('bureau-officer-1', caseId, 'accept'));
    await ok(
      house.act('bureau-officer-1', caseId, 'request_cooperation', { town: YANGMA.code, requirement: '协助送达' }),
    );
    await ok(house.act(OFFICE, caseId, 'answer_cooperation', { taskId: 'C2', answer: '已送达' }));
    expect((await house.get(OFFICE, `/api/v1/cases/${caseId}`)).status).toBe(200);
    const list = await house.get<{ cases: { caseId: string }[] }>(OFFICE, '/api/v1/cases?grade=bureau&limit=100');
    expect(list.body.cases.map((listed) => listed.caseId)).toContain(caseId);
  });
});

describe('the people in a file', () => {
  it('given a party, when different people look, then only who handles, decides or just reviews the case reads the name', async () => {
    const caseId = await reportOrdinary(house);
    const secret = {
      name: '欧阳锦瑟',
      idNumber: '510184199001011234',
      phone: '13800001234',
      address: '崇阳街道某路3号',
    };
    await ok(house.act(OFFICER, caseId, 'accept', { officers: [OFFICER] }));
    await ok(house.act(OFFICER, caseId, 'verify', { violation: true, facts: '油烟' }));
    const officers = [OFFICER, `officer-${YANGMA.code}-2`];
    await ok(
      house.act(OFFICE, caseId, 'file_case', {
        officers,
        party: { kind: 'citizen', ...secret },
        reason: '涉嫌违法',
        committedOn: null,
        harm: false,
      }),
    );
    const seenBy = async (person: string) => (await seeCase(house, caseId, person)).party;
    const hidden = { kind: 'citizen', name: '欧***', idNumber: null, phone: null, address: null, masked: true };
    const shown = { kind: 'citizen', ...secret, masked: false };

    for (const person of [OFFICER, OFFICE]) expect(await seenBy(person), person).toEqual(shown);
    const others = [
      'supervisor-1',
      'dispatcher',
      'admin',
      `assistant-${YANGMA.code}-1`,
      'leader-1',
      'bureau-officer-1',
    ];
    for (const person of [...others, 'reviewer-1']) expect(await seenBy(person), person).toEqual(hidden);

    await ok(house.act(OFFICER, caseId, 'collect_evidence', EVIDENCE));
    await ok(
      house.act(OFFICER, caseId, 'end_investigation', {
        officers,
        report: '终结',
        proposal: { warning: false, fine: 20_000 },
      }),
    );
    expect(await seenBy('reviewer-1')).toEqual(shown);
    for (const person of others) expect(await seenBy(person), person).toEqual(hidden);
    await ok(house.act('reviewer-1', caseId, 'pass_review', { opinion: '同意' }));
    expect(await seenBy('reviewer-1')).toEqual(hidden);

    const everywhere = [
      JSON.stringify((await seeCase(house, caseId, OFFICER)).state),
      JSON.stringify((await house.get(OFFICER, `/api/v1/cases/${caseId}/timeline`)).body),
      JSON.stringify((await house.get(OFFICER, `/api/v1/cases/${caseId}/live`)).body),
      await historyOf(caseId),
      house.logged(),
    ];
    for (const text of everywhere) expectNone(text, Object.values(secret));
  });

  it('given a reporter with name and phone, when their case goes its way, then they are in no list, view, timeline, history or log', async () => {
    const reporter = { name: '司徒静姝', phone: '13900005678' };
    const answer = await house.post<{ caseId: string; clueId: string }>('dispatcher', '/api/v1/clues', {
      channel: 'web',
      text: '羊马街道饭馆油烟直排，油烟扰民',
      itemCode: 'CG-022',
      place: '羊马街道凌翔街反映人案',
      reporter,
    });
    const { caseId, clueId } = answer.body;
    const { rows } = await house.db.query<{ reporter: string }>('select reporter from clues where id = $1', [clueId]);
    // Neither the person nor the reference to them.
    const secrets = [...Object.values(reporter), rows[0]?.reporter ?? ''];
    expectNone(JSON.stringify(answer.body), secrets);
    await investigate(house, caseId);
    const paths = [
      '/api/v1/cases?limit=100',
      '/api/v1/clues?limit=100',
      '/api/v1/overview',
      '/api/v1/notices?limit=100',
      ...['', '/timeline', '/live', '/clues'].map((part) => `/api/v1/cases/${caseId}${part}`),
    ];
    for (const path of paths) {
      for (const person of ['dispatcher', 'supervisor-1', OFFICE, 'reviewer-1']) {
        const { body } = await house.get(person, path);
        expectNone(JSON.stringify(body), secrets);
      }
    }
    const history = await historyOf(caseId);
    // The check would prove nothing on a history that can't be read.
    expect(history).toContain('现场核实');
    expectNone(history, secrets);
    const { searchAttributes, memo } = await house.engine.workflow.getHandle(workflowId(caseId)).describe();
    expectNone(JSON.stringify([searchAttributes, memo]), secrets);
    expect(house.logged()).toContain(caseId);
    expectNone(house.logged(), secrets);

    const reporterSeenBy = async (person: string) =>
      (await house.get<{ reporter: unknown }>(person, `/api/v1/clues/${clueId}`)).body.reporter;
    for (const person of ['dispatcher', OFFICER, OFFICE])
      expect(await reporterSeenBy(person), person).toEqual(reporter);
    for (const person of ['supervisor-1', 'reviewer-1', 'leader-1', 'admin', `assistant-${YANGMA.code}-1`]) {
      expect(await reporterSeenBy(person), person).toBeNull();
    }
  });
});

/** A workflow's whole history as text, its payloads decoded: what was put in would be readable here. */
async function historyOf(caseId: string): Promise<string> {
  const { events } = await house.engine.workflow.getHandle(workflowId(caseId)).fetchHistory();
  return JSON.stringify(events).replace(/"data":"([\w+/=]+)"/g, (_whole, data: string) =>
    Buffer.from(data, 'base64').toString(),
  );
}

function expectNone(text: string, secrets: readonly string[]): void {
  for (const secret of secrets) expect(text.includes(secret), `${secret} in ${text.slice(0, 200)}`).toBe(false);
}
