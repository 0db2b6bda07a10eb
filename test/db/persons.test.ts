import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { SWEEP_PERSONS, sweepPersons } from '../../db/sweepPersons';
import { startPersonSweeper } from '../../worker/personSweeper';
import { keyed, seeCase } from '../api/support';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { ok, report, reportOrdinary, reportSummary, STREET, YANGMA } from '../support/road';
import { until } from '../support/until';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => checkAllCases(house));
afterAll(() => house.close());

const OFFICER = `officer-${YANGMA.code}-1`;
const OFFICERS = [OFFICER, `officer-${YANGMA.code}-2`];
const OFFICE = `office-${YANGMA.code}`;

async function atFiling(): Promise<string> {
  const caseId = await reportOrdinary(house);
  await ok(house.act(OFFICER, caseId, 'accept', { officers: OFFICERS }));
  await ok(house.act(OFFICER, caseId, 'verify', { violation: true, facts: '油烟直排' }));
  return caseId;
}

/** Files a case as one officer alone, which is refused, or as two. */
function file(caseId: string, name: string, officers: readonly string[], key = keyed()) {
  const party = { kind: 'citizen', name };
  return house.post(
    OFFICE,
    `/api/v1/cases/${caseId}/acts/file_case`,
    { officers, party, reason: '涉嫌违法', committedOn: null, harm: false },
    key,
  );
}

async function refusedParty(caseId: string, name: string, key = keyed()): Promise<void> {
  expect((await file(caseId, name, [OFFICER], key)).body.code).toBe('officers_insufficient');
}

async function isStored(name: string): Promise<boolean> {
  return (await house.db.query('select from persons where name = $1', [name])).rowCount === 1;
}

/** As if so many days had passed for everybody in the register. */
async function pass(days: number): Promise<void> {
  await house.db.query(
    `update persons set named_at = named_at - make_interval(days => $1), unused_since = unused_since - make_interval(days => $1)`,
    [days],
  );
}

const sweep = () => sweepPersons(house.db, { afterDays: 30, againAfterDays: 1, limit: 100 });

describe('persons whom nothing refers to', () => {
  it('given a party whose act was refused, when a month and a day have passed, then they are gone; who is used stays', async () => {
    const refused = await atFiling();
    await refusedParty(refused, '拒绝甲');
    const filed = await atFiling();
    await ok(file(filed, '立案乙', OFFICERS));
    const spot = await reportSummary(house);
    const officers = [`officer-${STREET.code}-1`, `officer-${STREET.code}-2`];
    await ok(house.act(officers[0] ?? '', spot, 'accept'));
    await ok(house.act(officers[0] ?? '', spot, 'verify', { violation: true, facts: '属实' }));
    await ok(
      house.act(officers[0] ?? '', spot, 'decide_on_spot', {
        officers,
        party: { kind: 'citizen', name: '当场丙' },
        place: '字库塔',
        facts: '刻划文物保护标志',
        certificatesShown: true,
        statementHeard: true,
        penalty: { warning: false, fine: 100 },
        collection: 'small_fine',
      }),
    );
    await report(house, '羊马街道饭馆油烟直排，油烟扰民', {
      itemCode: 'CG-022',
      place: '羊马街道凌翔街反映人丁',
      reporter: { name: '反映丁', phone: '13900005678' },
    });

    expect(await sweep()).toEqual({ used: 0, unused: 0, removed: 0 });
    await pass(31);
    expect(await sweep()).toEqual({ used: 3, unused: 1, removed: 0 });
    expect(await isStored('拒绝甲')).toBe(true);
    await pass(2);
    expect(await sweep()).toEqual({ used: 0, unused: 0, removed: 1 });
    expect(await isStored('拒绝甲')).toBe(false);
    for (const name of ['立案乙', '当场丙', '反映丁']) expect(await isStored(name), name).toBe(true);
  });

  it('given a party found unused once, when the act is sent again in time, then it counts as named anew and stays', async () => {
    const caseId = await atFiling();
    const key = keyed();
    // The first try reached the register and not the case, as in an outage of the engine.
    await refusedParty(caseId, '再来戊', key);
    await pass(31);
    expect((await sweep()).unused).toBe(1);
    await pass(2);
    await refusedParty(caseId, '再来戊', key);
    expect(await sweep()).toEqual({ used: 0, unused: 0, removed: 0 });
    expect(await isStored('再来戊')).toBe(true);
  });

  it('given a party found unused once, when a case has come to refer to them by the second look, then they stay', async () => {
    const caseId = await atFiling();
    await ok(file(caseId, '迟到己', OFFICERS));
    // As after a long outage: looked for before the waiting act could be written.
    await house.db.query(`update persons set unused_since = now() where name = '迟到己'`);
    await pass(31);
    const { used } = await sweep();
    expect(used).toBeGreaterThan(0);
    await pass(31);
    await sweep();
    expect((await seeCase(house, caseId, OFFICE)).party?.name).toBe('迟到己');
  });

  it('given a party that is gone, when the act is sent again under its key, then they are stored again under the same id', async () => {
    const caseId = await atFiling();
    const key = keyed();
    await refusedParty(caseId, '回来庚', key);
    const id = async () =>
      (await house.db.query<{ id: string }>(`select id from persons where name = '回来庚'`)).rows[0]?.id;
    const before = await id();
    await pass(31);
    await sweep();
    await pass(2);
    await sweep();
    expect(await id()).toBeUndefined();
    await refusedParty(caseId, '回来庚', key);
    expect(await id()).toBe(before);
  });

  it('given a worker, when it runs, then it sweeps by itself', async () => {
    const caseId = await atFiling();
    await refusedParty(caseId, '自动辛');
    await pass(31);
    await sweep();
    await pass(2);
    const sweeper = startPersonSweeper(house.db, pino({ level: 'silent' }));
    await until(async () => !(await isStored('自动辛')));
    await sweeper.stop();
  });

  it('given many events, when swept, then each table is read by its index', async () => {
    const client = await house.db.connect();
    try {
      await client.query('begin');
      // The tables of a test are small enough to read whole; what counts is that the plan can do without.
      await client.query('set local enable_seqscan = off');
      const { rows } = await client.query<Record<'QUERY PLAN', string>>(`explain ${SWEEP_PERSONS}`, [30, 1, 100]);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      for (const index of ['persons_unused', 'events_persons', 'clues_reporter']) expect(plan).toContain(index);
      expect(plan).not.toContain('Seq Scan');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
