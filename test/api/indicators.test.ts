import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyObservations, observationsDigest } from '../../db/observations';
import { evaluateCases } from '../../evaluation/evaluateCases';
import { INDICATORS } from '../../domain/evaluation/indicators';
import { defineIndicator } from '../../domain/evaluation/indicator';
import { openHouse, type House } from '../support/house';
import { investigate, ok, reportOrdinary, reportSummary, STREET, today, YANGMA } from '../support/road';
import { expectProblem, openDoor, type Door } from './support';

interface Page {
  readonly indicator: { readonly label: string; readonly version: number; readonly numerator: string };
  readonly rows: readonly {
    readonly who: string;
    readonly since: string;
    readonly hits: number;
    readonly n: number;
    readonly share: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly medianMs: number | null;
    readonly note: string | null;
  }[];
}

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

const month = () => `from=${today().slice(0, 8)}01&to=${today()}`;

async function closed(): Promise<string> {
  const officer = `officer-${STREET.code}-1`;
  const caseId = await reportSummary(house);
  await ok(house.act(officer, caseId, 'accept'));
  await ok(house.act(officer, caseId, 'verify', { violation: false, facts: '现场未见异常' }));
  const reason = { reason: 'not_established', explanation: '违法事实不成立' };
  await ok(house.act(`office-${STREET.code}`, caseId, 'close_without_penalty', reason));
  return caseId;
}

it('given cases that move, then figures follow bit by bit, lead down to the cases, and from zero come to the same', async () => {
  const first = await closed();
  const reviewed = await reportOrdinary(house);
  await investigate(house, reviewed);
  expect(await evaluateCases(house.db)).toBe(2);
  expect(await evaluateCases(house.db)).toBe(0);
  await ok(house.act('reviewer-1', reviewed, 'return_review', { requirement: '补充现场照片' }));
  const second = await closed();
  expect(await evaluateCases(house.db)).toBeGreaterThanOrEqual(2);
  while ((await evaluateCases(house.db)) > 0);

  const inTown = await house.get<Page>(
    'supervisor-1',
    `/api/v1/indicators/closed_in_town?${month()}&by=town&per=month`,
  );
  expect(inTown.status, JSON.stringify(inTown.body)).toBe(200);
  expect(inTown.body.indicator).toMatchObject({ label: '镇街办结率', version: 1 });
  expect(inTown.body.rows).toMatchObject([
    { who: STREET.code, since: `${today().slice(0, 8)}01`, hits: 2, n: 2, share: 1, high: 1, note: '样本太少' },
  ]);
  expect(inTown.body.rows[0]?.low).toBeCloseTo(0.3424, 4);
  const behind = `/api/v1/indicators/closed_in_town/cases?${month()}&by=town&who=${STREET.code}`;
  const { body } = await house.get<{ cases: readonly { caseId: string }[]; more: boolean }>('supervisor-1', behind);
  expect(body.cases.map(({ caseId }) => caseId).sort()).toEqual([first, second].sort());

  const rework = await house.get<Page>('leader-1', `/api/v1/indicators/rework?${month()}&by=org&per=day`);
  expect(rework.body.rows).toMatchObject([{ who: YANGMA.code, since: today(), hits: 1, n: 1 }]);
  const lead = `/api/v1/indicators/time_to_close?${month()}&by=officer&per=whole`;
  const took = (await house.get<Page>('admin', lead)).body.rows;
  expect(took).toMatchObject([{ who: `officer-${STREET.code}-1`, n: 2, share: null }]);
  expect(took[0]?.medianMs).toBeGreaterThan(0);

  const before = await observationsDigest(house.db);
  await emptyObservations(house.db);
  expect((await observationsDigest(house.db)).rows).toBe(0);
  // Each case a round of its own: what is read, reckoned and written at once stays apart.
  expect(await evaluateCases(house.db, INDICATORS, 1)).toBe(3);
  expect(await observationsDigest(house.db)).toEqual(before);
  // The negative control: one figure that is off is another digest.
  await house.db.query(`update observations set hit = not hit where case_id = $1 and indicator = 'closed_in_town'`, [
    first,
  ]);
  expect((await observationsDigest(house.db)).digest).not.toBe(before.digest);
});

interface Scores {
  readonly formula: { readonly version: number };
  readonly rows: readonly {
    readonly who: string;
    readonly points: number | null;
    readonly rank: object | null;
    readonly note: string | null;
    readonly parts: readonly { readonly indicator: string; readonly hits: number; readonly n: number }[];
  }[];
  readonly against: { readonly formula: { readonly version: number } } | null;
  readonly townsWithoutCases: readonly string[];
}

it('given cases closed in one town, then its score rests on what was counted, says that it is little, and gives no place', async () => {
  await closed();
  while ((await evaluateCases(house.db)) > 0);
  const url = `/api/v1/scores/duty_score?${month()}&by=town&per=month`;
  const { status, body } = await house.get<Scores>('supervisor-1', `${url}&against=1`);
  expect(status, JSON.stringify(body)).toBe(200);
  const row = body.rows.find(({ who }) => who === STREET.code);
  expect(row).toMatchObject({ points: 100, rank: null });
  expect(row?.note).toBe('样本太少，不排名；有 20 分的指标没有样本，按其余指标折算');
  const handled = row?.parts.find(({ indicator }) => indicator === 'handled');
  const { rows } = await house.db.query<{ n: number }>(
    `select count(*) as n from observations where indicator = 'handled' and town = $1`,
    [STREET.code],
  );
  expect(handled).toMatchObject({ hits: rows[0]?.n, n: rows[0]?.n });
  expect(body.against?.formula.version).toBe(1);
  expect(body.townsWithoutCases).toHaveLength(14);
  expect(body.townsWithoutCases).not.toContain('街子镇');
  expectProblem(await door.send(`office-${STREET.code}`, 'GET', url), 403, 'forbidden');
  expectProblem(await door.send('supervisor-1', 'GET', `${url}&version=9`), 404, 'not_found');
  const list = await house.get<{ formulas: readonly { parts: readonly { label: string }[] }[] }>(
    'admin',
    '/api/v1/scores',
  );
  expect(list.body.formulas[0]?.parts[0]?.label).toBe('办理率');
});

it('given a new version of a formula, then history is reckoned again and old and new stand side by side', async () => {
  const caseId = await closed();
  const [old] = INDICATORS.filter(({ id }) => id === 'closed_in_town');
  if (old === undefined) throw new Error('no such indicator');
  const changed = defineIndicator({ ...old, version: 2, observe: (trail) => old.observe(trail).slice(0, 0) });
  await evaluateCases(house.db);
  await evaluateCases(house.db, [...INDICATORS, changed, defineIndicator({ ...old, version: 3 })]);
  const { rows } = await house.db.query<{ version: number; n: number }>(
    `select version, count(*) as n from observations where case_id = $1 and indicator = 'closed_in_town' group by 1 order by 1`,
    [caseId],
  );
  expect(rows).toEqual([
    { version: 1, n: 1 },
    { version: 3, n: 1 },
  ]);
});

it('given others than supervisors, or an indicator that there isn’t, then it is said', async () => {
  const url = `/api/v1/indicators/rework?${month()}&by=town&per=month`;
  expectProblem(await door.send(`office-${STREET.code}`, 'GET', url), 403, 'forbidden');
  expectProblem(await door.send('supervisor-1', 'GET', url.replace('rework', 'fines')), 404, 'not_found');
  expectProblem(await door.send('supervisor-1', 'GET', `${url}&version=9`), 404, 'not_found');
  expectProblem(await door.send('supervisor-1', 'GET', url.replace('by=town', 'by=mood')), 400);
  const list = await house.get<{ indicators: readonly { id: string }[] }>('supervisor-1', '/api/v1/indicators');
  expect(list.body.indicators.map(({ id }) => id)).toEqual(INDICATORS.map(({ id }) => id));
});
