import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnv } from '../../config/env';
import { openHouse, type House } from '../support/house';
import { reportSummary, STREET, today, YANGMA } from '../support/road';
import { expectProblem } from './support';

const { catalogueDir } = readEnv();
const WEIGHTS = readFileSync(join(catalogueDir, 'score_weights.csv'), 'utf8');
const of = (path: string) => `/api/v1/administration/${path}`;
/** A second version: all on what is handled. */
const NEXT = `${WEIGHTS}duty_score,2,履职得分,2026-12-01,handled,1,90,share,no\nduty_score,2,履职得分,2026-12-01,rework,1,10,rest,no\n`;

interface Scored {
  readonly formula: { readonly version: number };
  readonly rows: readonly { readonly who: string; readonly points: number; readonly rank: { best: number } | null }[];
}

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const tryText = (text: string, over: object = {}) =>
  house.post<{ before: Scored; after: Scored; detail: string }>('admin', of('score-dry-run'), {
    ...{ formula: 'duty_score', text, from: today(), to: today(), by: 'town' },
    ...over,
  });

/** As if counted from many cases. */
async function counted(town: string, indicator: string, n: number, hits: number, at: number): Promise<void> {
  const caseId = await reportSummary(house);
  await house.db.query(
    `insert into observations (case_id, indicator, version, n, day, town, org, officer, hit, ms)
     select $1, $2, 1, $6 * 1000 + i, $7::date, $3, $3, null, i <= $5, 0 from generate_series(1, $4::int) i`,
    [caseId, indicator, town, n, hits, at, today()],
  );
}

describe('formulas as administrators read them', () => {
  it('given the administrator or the auditor, then every version of every formula is there; anybody else is refused', async () => {
    for (const who of ['admin', 'auditor']) {
      const { status, body } = await house.get<{
        indicators: { id: string; version: number; numerator: string }[];
        formulas: { id: string; version: number }[];
      }>(who, of('formulas'));
      expect(status).toBe(200);
      expect(body.formulas).toMatchObject([{ id: 'duty_score', version: 1 }]);
      const versions = body.indicators.filter(({ id }) => id === 'duties_on_time').map(({ version }) => version);
      expect(versions).toEqual([1, 2]);
    }
    for (const who of ['security-admin', 'supervisor-1', 'dispatcher'])
      expectProblem(await house.get(who, of('formulas')), 403, 'forbidden');
    expectProblem(await house.post('auditor', of('score-dry-run'), {}), 400);
  });
});

describe('a dry run of other weights', () => {
  it('given two towns, one good at handling and one at doing it once, then the weights decide who is ahead, and nothing is changed', async () => {
    for (const [town, handled, rework, at] of [
      [STREET.code, 95, 90, 1],
      [YANGMA.code, 60, 2, 2],
    ] as const) {
      await counted(town, 'handled', 100, handled, at);
      await counted(town, 'rework', 100, rework, at);
    }
    const { status, body } = await tryText(NEXT);
    expect(status, JSON.stringify(body)).toBe(200);
    const order = ({ rows }: Scored) =>
      rows.filter(({ who }) => ([STREET.code, YANGMA.code] as readonly string[]).includes(who)).map(({ who }) => who);
    expect([body.before.formula.version, body.after.formula.version]).toEqual([1, 2]);
    // 30 of handled and 20 of no rework: one; 90 and 10: the other.
    expect(order(body.before)).toEqual([YANGMA.code, STREET.code]);
    expect(order(body.after)).toEqual([STREET.code, YANGMA.code]);
    expect(body.after.rows.find(({ who }) => who === STREET.code)?.points).toBeCloseTo(0.95 * 90 + 0.1 * 10);
    const { body: now } = await house.get<{ formulas: object[] }>('admin', of('formulas'));
    expect(now.formulas).toHaveLength(1);
  });

  it('given weights that don’t make 100, a version in use that is changed or dropped, or no new one, then it is said in words', async () => {
    const why = async (text: string) => {
      const { status, body } = await tryText(text);
      expect(status).toBe(422);
      return body.detail;
    };
    expect(await why(NEXT.replace(',90,share', ',80,share'))).toMatch(
      /score_weights\.csv[\s\S]*duty_score@2：90.*应为 100/,
    );
    expect(await why(NEXT.replace('handled,1,90', 'fines,1,90'))).toMatch(/行政处罚法第七十四条/);
    const moved = NEXT.replace('handled,1,30', 'handled,1,40').replace('duties_on_time,1,20', 'duties_on_time,1,10');
    expect(await why(moved)).toContain('第 1 版已有得分，不能改动或删去');
    expect(await why(NEXT.replace(/^duty_score,1,.*\n/gm, ''))).toContain('不能改动或删去');
    expect(await why(WEIGHTS)).toContain('没有新的一版');
  });

  it('given anybody but the system administrator, or days in the wrong order, then it is refused', async () => {
    const body = { formula: 'duty_score', text: NEXT, from: today(), to: today(), by: 'town' };
    for (const who of ['auditor', 'supervisor-1'])
      expectProblem(await house.post(who, of('score-dry-run'), body), 403, 'forbidden');
    expectProblem(await tryText(NEXT, { to: '2026-01-01' }), 422, 'unprocessable');
  });
});
