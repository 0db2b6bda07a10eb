import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyObservations, observationsDigest } from '../../db/observations';
import { evaluateCases } from '../../evaluation/evaluateCases';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { STREET, today, warnOnSpot } from '../support/road';
import { until } from '../support/until';
import { expectProblem } from './support';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  await checkAllCases(house);
  await house.close();
});

interface SeenClue {
  readonly answeredAt: string | null;
  readonly satisfaction: readonly { readonly rating: string; readonly ratingLabel: string; readonly by: string }[];
  readonly ratingChoices: readonly { readonly label: string }[];
}

const rate = (who: string, clueId: string, body: object) =>
  house.post(who, `/api/v1/clues/${clueId}/satisfaction`, body);

async function see(clueId: string, who = 'dispatcher'): Promise<SeenClue> {
  const { status, body } = await house.get<SeenClue>(who, `/api/v1/clues/${clueId}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

async function listed(asked: boolean): Promise<readonly string[]> {
  const { body } = await house.get<{ clues: readonly { clueId: string }[] }>(
    'dispatcher',
    `/api/v1/clues?asked=${asked}`,
  );
  return body.clues.map(({ clueId }) => clueId);
}

async function figure(): Promise<readonly object[]> {
  while ((await evaluateCases(house.db)) > 0);
  const { body } = await house.get<{ rows: readonly object[] }>(
    'supervisor-1',
    `/api/v1/indicators/satisfaction?from=${today()}&to=${today()}&by=org&per=whole`,
  );
  return body.rows;
}

it('given a reporter who was answered, when they say how it went, then the last word counts for whoever closed the case, live and from zero', async () => {
  const { body } = await house.post<{ clueId: string; caseId: string }>('dispatcher', '/api/v1/clues', {
    ...{ channel: 'grid_worker', text: '文物保护碑被刻划', itemCode: 'WL-004', place: '街子古镇字库塔' },
    reporter: { name: '周小川', phone: '13800000000' },
  });
  const { clueId, caseId } = body;
  expectProblem(await rate('dispatcher', clueId, { rating: 'satisfied' }), 409, 'not_answered');
  expect(await see(clueId)).toMatchObject({ satisfaction: [], ratingChoices: [] });
  expect(await listed(false)).toEqual([]);

  await warnOnSpot(house, caseId);
  await until(async () => (await see(clueId)).answeredAt !== null);
  expect(await listed(false)).toEqual([clueId]);
  expect((await see(clueId)).ratingChoices.map(({ label }) => label)).toEqual([
    '满意',
    '基本满意',
    '不满意',
    '未作评价',
  ]);
  expect((await see(clueId, 'supervisor-1')).ratingChoices).toEqual([]);
  expect(await figure()).toEqual([]);

  expect((await rate('dispatcher', clueId, { rating: 'dissatisfied' })).status).toBe(200);
  expect(await figure()).toMatchObject([{ who: STREET.code, hits: 0, n: 1 }]);
  expect(await listed(false)).toEqual([]);
  expect(await listed(true)).toEqual([clueId]);

  const twice = [1, 2].map(() => rate('dispatcher-2', clueId, { rating: 'fairly_satisfied' }));
  expect((await Promise.all(twice)).map(({ status }) => status)).toEqual([200, 200]);
  expect((await rate('dispatcher', clueId, { rating: 'fairly_satisfied' })).status, 'said again').toBe(200);
  expect((await see(clueId)).satisfaction).toMatchObject([
    { rating: 'dissatisfied', ratingLabel: '不满意', by: 'dispatcher' },
    { rating: 'fairly_satisfied', ratingLabel: '基本满意', by: 'dispatcher-2' },
  ]);
  expect(await figure()).toMatchObject([{ who: STREET.code, hits: 1, n: 1 }]);

  const live = await observationsDigest(house.db);
  await emptyObservations(house.db);
  await evaluateCases(house.db);
  expect(await observationsDigest(house.db)).toEqual(live);
});

it('given others than the dispatch centre, a word that there isn’t, or a clue that there isn’t, then it is said, and nothing is on file', async () => {
  const before = await house.db.query('select count(*) as n from satisfactions');
  const [clueId = ''] = await listed(true);
  expectProblem(await rate(`office-${STREET.code}`, clueId, { rating: 'satisfied' }), 403, 'forbidden');
  expectProblem(await rate('dispatcher', clueId, { rating: 'happy' }), 400, 'malformed');
  const nobody = '00000000-0000-4000-8000-000000000000';
  expectProblem(await rate('dispatcher', nobody, { rating: 'satisfied' }), 404, 'not_found');
  expect((await house.db.query('select count(*) as n from satisfactions')).rows).toEqual(before.rows);
});

it('given a clue that nobody stands behind, when its case is closed, then there is nobody to ask', async () => {
  const { body } = await house.post<{ clueId: string; caseId: string }>('dispatcher', '/api/v1/clues', {
    ...{ channel: 'grid_worker', text: '文物保护碑旁的标牌被刻划', itemCode: 'WL-004', place: '街子古镇字库塔北侧' },
  });
  await warnOnSpot(house, body.caseId);
  await until(async () => (await see(body.clueId)).answeredAt !== null);
  expect((await see(body.clueId)).ratingChoices).toEqual([]);
  expect(await listed(false)).toEqual([]);
  expectProblem(await rate('dispatcher', body.clueId, { rating: 'satisfied' }), 409, 'not_answered');
});

it('given what was said, when somebody would change it or take it away, then the database refuses', async () => {
  await expect(house.db.query(`update satisfactions set rating = 'satisfied'`)).rejects.toThrow();
  await expect(house.db.query('delete from satisfactions')).rejects.toThrow();
});
