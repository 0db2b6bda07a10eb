import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readCase } from '../../db/readCase';
import { WORKFLOW_TYPE, workflowId } from '../../workflows/workflowId';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { ok, reportSummary, STREET } from '../support/road';
import { until } from '../support/until';
import { expectProblem, refusalsOf } from './support';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => checkAllCases(house));
afterAll(() => house.close());

const OFFICER = `officer-${STREET.code}-1`;
const VERIFIED = { violation: true, facts: '属实' };

/** Takes a case's file back to where it was before `work`, as a restored backup would be. Returns what puts it right again. */
async function withoutTraceOnFile(caseId: string, work: () => Promise<void>): Promise<() => Promise<void>> {
  const { rows: before } = await house.db.query<{ row: object }>(
    `select to_jsonb(c) as row from cases c where id = $1`,
    [caseId],
  );
  await work();
  const { rows: after } = await house.db.query<{ row: object }>(
    `select to_jsonb(c) as row from cases c where id = $1`,
    [caseId],
  );
  const seq = (before[0]?.row as { seq: number }).seq;
  const { rows: taken } = await house.db.query<{ rows: object[] }>(
    `select jsonb_agg(to_jsonb(e) order by seq) as rows from events e where case_id = $1 and seq > $2`,
    [caseId, seq],
  );
  await byHand([
    ['delete from events where case_id = $1 and seq > $2', [caseId, seq]],
    ...putRow(caseId, before[0]?.row),
  ]);
  return () =>
    byHand([
      [
        'insert into events select * from jsonb_populate_recordset(null::events, $1::jsonb)',
        [JSON.stringify(taken[0]?.rows)],
      ],
      ...putRow(caseId, after[0]?.row),
    ]);
}

type Statement = readonly [sql: string, values: readonly unknown[]];

function putRow(caseId: string, row: object | undefined): readonly Statement[] {
  return [
    ['delete from cases where id = $1', [caseId]],
    ['insert into cases select * from jsonb_populate_record(null::cases, $1::jsonb)', [JSON.stringify(row)]],
  ];
}

/** With the triggers off: what an owner of the tables can do, and a restore does. */
async function byHand(statements: readonly Statement[]): Promise<void> {
  const client = await house.db.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    for (const [sql, values] of statements) await client.query(sql, [...values]);
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function counted(): Promise<number> {
  const { body } = await house.app.inject('/metrics');
  return Number(/^problems_total\{code="case_file_conflict"\} (\d+)$/m.exec(body)?.[1] ?? 0);
}

function errorsOf(caseId: string): readonly { msg: string; reason: string }[] {
  return house
    .logged()
    .split('\n')
    .filter((line) => line.startsWith('{"level":50'))
    .map((line) => JSON.parse(line) as { msg: string; reason: string; caseId?: string })
    .filter((line) => line.caseId === caseId && line.msg === 'case and file contradict each other');
}

async function expectConflict(caseId: string, reason: RegExp): Promise<void> {
  const before = await counted();
  const answer = await house.act(OFFICER, caseId, 'verify', VERIFIED);
  expectProblem(answer, 409, 'case_file_conflict');
  expect(answer.body.detail).toContain(caseId);
  expect(answer.body.detail).toContain('系统管理员');
  expect(await counted()).toBe(before + 1);
  expect(errorsOf(caseId).at(-1)?.reason).toMatch(reason);
}

describe('a case that contradicts its file', () => {
  it('given a file that was put back behind its case, when acted, then people are told whom to ask, and it goes on once mended', async () => {
    const caseId = await reportSummary(house);
    const mend = await withoutTraceOnFile(caseId, () => ok(house.act(OFFICER, caseId, 'accept')));
    await expectConflict(caseId, /event 5 after 2/);
    // It isn't a refusal in law, and the case is where it was.
    expect(await refusalsOf(house, caseId)).toEqual([]);
    await mend();
    await ok(house.act(OFFICER, caseId, 'verify', VERIFIED));
  });

  it('given a case that the engine has ended and the file has not, when acted, then people are told whom to ask', async () => {
    const caseId = await reportSummary(house);
    await ok(house.act(OFFICER, caseId, 'accept'));
    await house.engine.workflow.getHandle(workflowId(caseId)).terminate('as after a fault that nobody mended');
    await expectConflict(caseId, /completed|not found/i);
  });

  it('given an engine of another house that has cases of our numbers, when one is acted in, then people are told, and the other cases start', async () => {
    const [, year = '', n = ''] = /^CZ(\d+)-(\d+)$/.exec(await reportSummary(house)) ?? [];
    const strangers = Array.from({ length: 10 }, (_, i) => `CZ${year}-${Number(n) + 1 + i}`);
    for (const id of strangers) {
      const handle = await house.engine.workflow.start(WORKFLOW_TYPE, {
        taskQueue: `${house.taskQueue}-of-another`,
        workflowId: workflowId(id),
        memo: { opening: 'another' },
      });
      await handle.terminate();
    }
    for (const id of strangers) expect(await reportSummary(house)).toBe(id);
    const [caseId = ''] = strangers;
    await expectConflict(caseId, /belongs to another case/);
    // Ten that can't start are more than the sweeper starts at once.
    const later = await reportSummary(house);
    await house.db.query(`update cases set started = false where id = $1`, [later]);
    await until(async () => (await readCase(house.db, later))?.started === true);
    await until(() => Promise.resolve(strangers.every((id) => errorsOf(id).length > 0)));
  });
});
