import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { EVIDENCE, ok, PENALTY, reportOrdinary, reportSummary, STREET, YANGMA } from '../support/road';
import { until } from '../support/until';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => checkAllCases(house));
afterAll(() => house.close());

interface Case {
  readonly summary: { readonly light: string; readonly grade: string; readonly owner: string; readonly seq: number };
  readonly clocks: readonly {
    readonly id: string;
    readonly yellowAt: string;
    readonly dueAt: string;
    readonly escalateAt: string | null;
  }[];
}

async function read(caseId: string): Promise<Case> {
  return (await house.get<Case>('supervisor-1', `/api/v1/cases/${caseId}`)).body;
}

async function types(caseId: string): Promise<readonly string[]> {
  const { rows } = await house.db.query<{ what: string }>(
    `select type || coalesce(':' || (data ->> 'light'), '') as what from events where case_id = $1 order by seq`,
    [caseId],
  );
  return rows.map(({ what }) => what);
}

const before = (instant: string, ms: number): string => new Date(Date.parse(instant) - ms).toISOString();
const after = (instant: string, ms: number): string => before(instant, -ms);
/** Time passes between our reading of a case's clock and its skip: the tick is as small as that allows. */
const TICK_MS = 5_000;

describe('lights, driven by the case’s one timer', () => {
  it('given a work order, when its warning point comes, then yellow is on record, and a tick earlier nothing', async () => {
    const caseId = await reportSummary(house);
    const clock = (await read(caseId)).clocks.find(({ id }) => id === 'accept');
    if (clock === undefined) throw new Error('no clock');
    await started(caseId);
    await house.forwardTo(caseId, before(clock.yellowAt, TICK_MS));
    expect(await types(caseId)).not.toContain('light_changed:yellow');
    await house.forwardTo(caseId, after(clock.yellowAt, 1));
    await until(async () => (await types(caseId)).includes('light_changed:yellow'));
    expect((await read(caseId)).summary.light).toBe('yellow');
  });

  it('given a work order, when it falls due, then red is on record and town and bureau are told once, and a tick earlier not', async () => {
    const caseId = await reportSummary(house);
    const clock = (await read(caseId)).clocks.find(({ id }) => id === 'accept');
    if (clock === undefined) throw new Error('no clock');
    await started(caseId);
    await house.forwardTo(caseId, before(clock.dueAt, TICK_MS));
    expect(await types(caseId)).not.toContain('light_changed:red');
    await house.forwardTo(caseId, after(clock.dueAt, 1));
    await until(async () => (await types(caseId)).includes('light_changed:red'));
    const told = async (): Promise<readonly string[]> => {
      const { rows } = await house.db.query<{ org: string }>(
        `select org from notices where case_id = $1 and topic = 'overdue_alert' order by org`,
        [caseId],
      );
      return rows.map(({ org }) => org);
    };
    await until(async () => (await told()).length > 0);
    expect(await told()).toEqual([STREET.code, 'bureau']);
  });

  it('given a work order red for its ladder’s length, then each rung is on file once, with one notice of each to its addressee', async () => {
    const caseId = await reportSummary(house);
    const clock = (await read(caseId)).clocks.find(({ id }) => id === 'accept');
    if (clock?.escalateAt == null) throw new Error('the period "accept" has no escalation');
    await started(caseId);
    for (const [at, light] of [
      [clock.yellowAt, 'light_changed:yellow'],
      [clock.dueAt, 'light_changed:red'],
      [clock.escalateAt, 'elevated'],
    ] as const) {
      await house.forwardTo(caseId, after(at, 1));
      await until(async () => (await types(caseId)).includes(light));
    }
    await until(async () => (await read(caseId)).summary.grade === 'bureau');
    const { rows } = await house.db.query<{ rung: string; late: boolean }>(
      `select data ->> 'rung' as rung, at < (data ->> 'since')::timestamptz as late from events
       where case_id = $1 and type = 'rung_reached' and data ->> 'clockId' = 'accept' order by seq`,
      [caseId],
    );
    expect(rows).toEqual(['1', '3', '4', '5', '6'].map((rung) => ({ rung, late: false })));
    const told = async () =>
      (
        await house.db.query<{ topic: string; org: string; role: string | null }>(
          `select topic, org, role from notices where case_id = $1 and topic in ('due_warning', 'overdue_alert') order by outbox_id`,
          [caseId],
        )
      ).rows;
    await until(async () => (await told()).length === 4);
    expect(await told()).toEqual([
      { topic: 'due_warning', org: STREET.code, role: null },
      { topic: 'overdue_alert', org: STREET.code, role: 'town_office' },
      { topic: 'overdue_alert', org: 'bureau', role: 'bureau_officer' },
      { topic: 'overdue_alert', org: 'bureau', role: 'supervisor' },
    ]);
  });

  it('given a case that the bureau took by a light, when a leader sends it down, then it stays with the town until a new red', async () => {
    const caseId = await reportOrdinary(house);
    const clock = (await read(caseId)).clocks.find(({ id }) => id === 'accept');
    if (clock?.escalateAt == null) throw new Error('the period "accept" has no escalation');
    await started(caseId);
    await house.forwardTo(caseId, after(clock.escalateAt, 1));
    await until(async () => (await read(caseId)).summary.grade === 'bureau');
    await ok(house.act('leader-1', caseId, 'send_down', { reason: '镇街已有力量办理' }));
    expect((await read(caseId)).summary.owner).toBe(YANGMA.code);
    const again = (await read(caseId)).clocks.find(({ id }) => id === 'accept')?.escalateAt ?? '';
    await house.forwardTo(caseId, before(again, TICK_MS));
    expect((await read(caseId)).summary.owner).toBe(YANGMA.code);
    await house.forwardTo(caseId, after(again, 1));
    await until(async () => (await read(caseId)).summary.owner === 'bureau');
  });

  it('given a red work order, when it stays red for the ladder’s length, then the bureau has the case, and the town is told why not', async () => {
    const caseId = await reportOrdinary(house);
    const clock = (await read(caseId)).clocks.find(({ id }) => id === 'accept');
    if (clock?.escalateAt == null) throw new Error('the period "accept" has no escalation');
    await started(caseId);
    await house.forwardTo(caseId, before(clock.escalateAt, TICK_MS));
    expect((await read(caseId)).summary.grade).toBe('town_bureau_review');
    await house.forwardTo(caseId, after(clock.escalateAt, 1));
    await until(async () => (await read(caseId)).summary.grade === 'bureau');
    expect((await read(caseId)).summary.owner).toBe('bureau');
    const { status, body } = await house.act(`officer-${YANGMA.code}-1`, caseId, 'accept');
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'case_elevated' });
    await ok(house.act('bureau-officer-1', caseId, 'accept'));
  });

  it('given a light by the timer and the town’s act at the same instant, then one of the two wins and the other is told', async () => {
    const caseId = await reportOrdinary(house);
    const clock = (await read(caseId)).clocks.find(({ id }) => id === 'accept');
    if (clock?.escalateAt == null) throw new Error('the period "accept" has no escalation');
    await started(caseId);
    await house.forwardTo(caseId, before(clock.escalateAt, TICK_MS));
    const [, answer] = await Promise.all([
      house.forwardTo(caseId, after(clock.escalateAt, 1)),
      house.act(`officer-${YANGMA.code}-1`, caseId, 'accept'),
    ]);
    const { summary } = await read(caseId);
    if (answer.status === 200) expect(summary.grade).toBe('town_bureau_review');
    else expect({ code: answer.body.code, grade: summary.grade }).toEqual({ code: 'case_elevated', grade: 'bureau' });
  });

  it('given an investigation red for the ladder’s length and the town pressing “submit”, then one of the two wins and the other is told why', async () => {
    const caseId = await reportOrdinary(house);
    const officer = `officer-${YANGMA.code}-1`;
    const officers = [officer, `officer-${YANGMA.code}-2`];
    await ok(house.act(officer, caseId, 'accept', { officers }));
    await ok(house.act(officer, caseId, 'verify', { violation: true, facts: '油烟直排' }));
    const party = { kind: 'citizen', name: '某某' };
    const filing = { officers, party, reason: '涉嫌违法', committedOn: null, harm: false };
    await ok(house.act(`office-${YANGMA.code}`, caseId, 'file_case', filing));
    await ok(house.act(officer, caseId, 'collect_evidence', EVIDENCE));
    const clock = (await read(caseId)).clocks.find(({ id }) => id === 'investigation');
    if (clock?.escalateAt == null) throw new Error('the period "investigation" has no escalation');
    await house.forwardTo(caseId, before(clock.escalateAt, TICK_MS));
    expect((await read(caseId)).summary.light).toBe('red');
    const [, answer] = await Promise.all([
      house.forwardTo(caseId, after(clock.escalateAt, 1)),
      house.act(officer, caseId, 'end_investigation', { officers, report: '终结', proposal: PENALTY }),
    ]);
    const { summary } = await read(caseId);
    const told = await types(caseId);
    if (answer.status === 200) {
      expect(summary.grade).toBe('town_bureau_review');
      expect(told).not.toContain('elevated');
    } else {
      expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 403, code: 'case_elevated' });
      expect(answer.body.detail).toContain('已提级由市综合执法局办理');
      expect(summary).toMatchObject({ grade: 'bureau', owner: 'bureau' });
      expect(told).not.toContain('investigation_ended');
    }
  });
});

async function started(caseId: string): Promise<void> {
  await until(async () => {
    const { rows } = await house.db.query<{ started: boolean }>('select started from cases where id = $1', [caseId]);
    return rows[0]?.started === true;
  });
}
