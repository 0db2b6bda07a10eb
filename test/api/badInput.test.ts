import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { ok, reportOrdinary, reportSummary, STREET, YANGMA } from '../support/road';
import { expectProblem, JSON_TYPE, keyed, openDoor, refusalsOf, seeCase, type Door } from './support';

let house: House;
let door: Door;
let caseId: string;
let seq: number;
const OFFICER = `officer-${STREET.code}-1`;
const OFFICE = `office-${STREET.code}`;

beforeAll(async () => {
  house = await openHouse();
  door = await openDoor(house);
  caseId = await reportSummary(house);
  await ok(house.act(OFFICER, caseId, 'accept'));
});
beforeEach(async () => {
  ({ seq } = (await seeCase(house, caseId)).summary);
});
afterEach(async () => {
  expect((await seeCase(house, caseId)).summary.seq, 'the case is untouched').toBe(seq);
  await checkAllCases(house);
});
afterAll(async () => {
  await door.app.close();
  await house.close();
});

const verify = (): string => `/api/v1/cases/${caseId}/acts/verify`;
const post = (person: string, url: string, payload: string | Buffer, headers = keyed()) =>
  door.send(person, 'POST', url, headers, payload);

describe('bad input gets a clear error and changes nothing', () => {
  it('given a body over 256 KiB, then 413', async () => {
    const body = JSON.stringify({ violation: true, facts: '长'.repeat(100_000) });
    expectProblem(await post(OFFICER, verify(), body), 413, 'body_too_large');
  });

  it('given JSON that is broken, empty or no JSON at all, then 400 or 415', async () => {
    expectProblem(await post(OFFICER, verify(), '{"violation":'), 400, 'malformed');
    expectProblem(await post(OFFICER, verify(), ''), 400, 'malformed');
    expectProblem(
      await post(OFFICER, verify(), 'x', { ...keyed(), 'content-type': 'text/plain' }),
      415,
      'unsupported_media_type',
    );
  });

  it('given a NUL in a text, in a nested field, in a query, then 400', async () => {
    expectProblem(await post(OFFICER, verify(), '{"violation":true,"facts":"a\\u0000b"}'), 400, 'malformed');
    const clue = '{"channel":"web","text":"油烟","reporter":{"name":"张\\u0000"}}';
    expectProblem(await post('dispatcher', '/api/v1/clues', clue), 400, 'malformed');
    expectProblem(await door.send('supervisor-1', 'GET', '/api/v1/cases?assignee=a%00b'), 400, 'malformed');
  });

  it('given a town that does not exist, then 422, in a filter and in an act', async () => {
    expectProblem(await door.send('supervisor-1', 'GET', '/api/v1/cases?town=999999999'), 422, 'unknown_town');
    const other = await reportOrdinary(house);
    await ok(house.act(`office-${YANGMA.code}`, other, 'return_dispatch', { reason: '不在辖区' }));
    const body = JSON.stringify({ town: '999999999', reason: '改派' });
    expectProblem(await post('dispatcher', `/api/v1/cases/${other}/acts/redispatch`, body), 422, 'unknown_town');
  });

  it('given a field that is missing, unknown, of another type or null, then 400 says which', async () => {
    const faults: readonly (readonly [string, RegExp])[] = [
      ['{"facts":"x"}', /violation/],
      ['{"violation":true,"facts":"x","other":1}', /other/],
      ['{"violation":"yes","facts":"x"}', /violation/],
      ['{"violation":null,"facts":"x"}', /violation/],
      ['{"violation":true,"facts":"   "}', /facts/],
    ];
    for (const [body, where] of faults) {
      const answer = await post(OFFICER, verify(), body);
      expectProblem(answer, 400, 'malformed');
      expect(answer.body.detail).toMatch(where);
    }
  });

  it('given a fine of null, then 400 and never a fine of nothing', async () => {
    const body = JSON.stringify({
      officers: [OFFICER],
      party: { kind: 'citizen', name: '张三' },
      facts: 'x',
      certificatesShown: true,
      statementHeard: true,
      penalty: { warning: true, fine: null },
      collection: null,
    });
    expectProblem(await post(OFFICER, `/api/v1/cases/${caseId}/acts/decide_on_spot`, body), 400, 'malformed');
  });

  it('given a date of 2099 or no date, then 4xx', async () => {
    const future = JSON.stringify({ channel: 'web', text: '油烟扰民', occurredAt: '2099-01-01T00:00:00+08:00' });
    expectProblem(await post('dispatcher', '/api/v1/clues', future), 422, 'unprocessable');
    const body = JSON.stringify({ requirement: '清理', until: '2026-02-30' });
    expectProblem(await post(OFFICER, `/api/v1/cases/${caseId}/acts/order_rectification`, body), 400, 'malformed');
  });

  it('given an officer who is not on the roster, then 422; one of another town, then 403 and on record', async () => {
    const body = (officers: readonly string[]): string => JSON.stringify({ officers });
    const assign = `/api/v1/cases/${caseId}/acts/assign`;
    expectProblem(await post(OFFICE, assign, body(['nobody-1'])), 422, 'unprocessable');
    expectProblem(
      await post(OFFICE, assign, body([`officer-${YANGMA.code}-1`])),
      403,
      'officer_of_another_organisation',
    );
    expect(await refusalsOf(house, caseId)).toContainEqual(
      expect.objectContaining({ act: 'assign', code: 'officer_of_another_organisation', actor_id: OFFICE }),
    );
  });

  it('given an unknown act or an act of another stage, then 404 or 409', async () => {
    expectProblem(await post(OFFICER, `/api/v1/cases/${caseId}/acts/lapse_deadline`, '{}'), 404, 'unknown_act');
    expectProblem(
      await post(OFFICE, `/api/v1/cases/${caseId}/acts/close_case`, '{"summary":"x"}'),
      409,
      'act_not_open',
    );
  });

  it('given an If-Match of another number, then 412; one that is no number, then 400', async () => {
    const body = '{"violation":true,"facts":"x"}';
    expectProblem(await post(OFFICER, verify(), body, { ...keyed(), 'if-match': '"1"' }), 412, 'stale_sequence');
    expectProblem(await post(OFFICER, verify(), body, { ...keyed(), 'if-match': 'abc' }), 400, 'malformed');
  });

  it('given no key, then 400', async () => {
    expectProblem(
      await post(OFFICER, verify(), '{"violation":true,"facts":"x"}', { ...JSON_TYPE }),
      400,
      'key_missing',
    );
  });
});
