import { randomUUID } from 'node:crypto';
import { ScheduleAlreadyRunning } from '@temporalio/client';
import { readSheet } from 'read-excel-file/node';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../db/chain';
import { listReports } from '../../db/reports';
import { lawDateOf } from '../../domain/time/lawDate';
import { ensureReportSchedule } from '../../engine/reportSchedule';
import { evaluateCases } from '../../evaluation/evaluateCases';
import { reportScheduleId } from '../../workflows/workflowId';
import { openHouse, type House } from '../support/house';
import { ok, reportSummary, STREET, YANGMA } from '../support/road';
import { until } from '../support/until';
import { expectProblem } from './support';
import { askPatiently } from '../support/askPatiently';

interface Report {
  readonly month: string;
  readonly version: number;
  readonly askedBy: string | null;
  readonly countedTo: string;
  readonly formulas: readonly string[];
  readonly docxSha256: string;
  readonly xlsxSha256: string;
}

let house: House;
let caseId: string;
beforeAll(async () => {
  house = await openHouse();
  const officer = `officer-${STREET.code}-1`;
  caseId = await reportSummary(house);
  await ok(house.act(officer, caseId, 'accept'));
  await ok(house.act(officer, caseId, 'verify', { violation: false, facts: '现场未见异常' }));
  const reason = { reason: 'not_established', explanation: '违法事实不成立' };
  await ok(house.act(`office-${STREET.code}`, caseId, 'close_without_penalty', reason));
  const stage = async () => (await house.db.query<{ stage: string }>('select stage from cases')).rows[0]?.stage;
  await until(async () => (await stage()) === 'archived');
  await evaluateCases(house.db);
  // As if it had happened in October: an archived case moves no more, so nothing reckons it anew.
  await house.db.query(`update observations set day = '2026-10-31'`);
});
afterAll(async () => {
  await house.engine.schedule
    .getHandle(reportScheduleId(house.taskQueue))
    .delete()
    .catch(() => undefined);
  await house.close();
});

const reports = () => listReports(house.db, 100);

/** As a caller does: whoever is told “not yet” asks again under the same key. */
async function make(person: string, month: string, key: string = randomUUID()) {
  for (let tries = 0; ; tries += 1) {
    const answer = await house.post<Report>(person, '/api/v1/reports', { month }, { 'idempotency-key': key });
    if (![202, 503].includes(answer.status) || tries === 20) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function download(person: string, path: string) {
  return askPatiently(house.app, { url: path, headers: { authorization: `Bearer ${await house.token(person)}` } });
}

const textOf = (docx: Buffer) =>
  (new PizZip(docx).file('word/document.xml')?.asText() ?? '').replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');

const sheet = async (content: Buffer, name: string) =>
  (await readSheet(content, name)) as unknown as readonly (readonly unknown[])[];

describe('a monthly report', () => {
  it('given a month with a case, when a supervisor asks for it, then it has the month’s figures in Word and as a sheet, with charts', async () => {
    const key = randomUUID();
    const made = await make('supervisor-1', '2026-10', key);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(made.body).toEqual({ month: '2026-10', version: 1 });
    // Asked again under the same key it is the same report, and for something else a fault.
    expect((await make('supervisor-1', '2026-10', key)).body).toEqual(made.body);
    const other = await make('supervisor-1', '2026-09', key);
    expect(other.body.code).toBe('key_reused');
    const [report, ...more] = await reports();
    expect(more).toEqual([]);
    expect(report).toMatchObject({ month: '2026-10', version: 1, askedBy: 'supervisor-1', countedTo: '2026-10-31' });
    const listed = await house.get<{ reports: Report[] }>('supervisor-1', '/api/v1/reports');
    expect(listed.body.reports).toEqual(await reports());
    expect(report?.formulas).toContain('duty_score@1');
    expect(report?.formulas).toContain('duties_on_time@2');

    const docx = await download('leader-1', '/api/v1/reports/2026-10.docx');
    expect(docx.statusCode).toBe(200);
    expect(sha256(docx.rawPayload)).toBe(report?.docxSha256);
    const text = textOf(docx.rawPayload);
    expect(text).toContain('2026年10月');
    expect(text).toContain('2026-10-01 至 2026-10-31');
    expect(text).not.toContain('尚未结束');
    expect(text).not.toMatch(/[{}]/);
    expect(text).toMatch(/镇街办结率\n100\.0%\n20\.7%～100\.0%\n1\/1\n/);
    expect(text).toMatch(/不排名\n街子镇\n100\.0\n/);
    expect(text).toContain('当月没有办结案件的镇街：');
    expect(text).not.toMatch(/当月没有办结案件的镇街：[^\n]*街子镇/);
    const zip = new PizZip(docx.rawPayload);
    const [towns, orgs] = ['towns', 'orgs'].map((name) => zip.file(`word/media/${name}.png`)?.asNodeBuffer());
    for (const png of [towns, orgs]) expect(png?.subarray(1, 4).toString()).toBe('PNG');
    expect(towns?.equals(orgs ?? Buffer.alloc(0))).toBe(false);
    expect(towns?.length ?? 0).toBeGreaterThan(10_000);

    const xlsx = await download('supervisor-1', '/api/v1/reports/2026-10.xlsx');
    expect(sha256(xlsx.rawPayload)).toBe(report?.xlsxSha256);
    const rows = await sheet(xlsx.rawPayload, '镇街指标');
    const inTown = rows.filter(([who, label]) => who === '街子镇' && label === '镇街办结率');
    expect(inTown).toHaveLength(1);
    expect(inTown[0]?.slice(2, 6)).toEqual([1, 1, 1, 1]);
    const nobody = rows.find(([who, label]) => who === '羊马街道' && label === '镇街办结率');
    expect(nobody?.slice(3)).toEqual([0, 0, null, null, null, null, null, '没有样本']);
    expect(await sheet(xlsx.rawPayload, '镇街得分')).toHaveLength(16);
    const inner = new PizZip(xlsx.rawPayload);
    expect(Object.keys(inner.files).filter((name) => name.endsWith('.png'))).toHaveLength(2);
    for (const name of Object.keys(inner.files).filter((one) => one.startsWith('xl/worksheets/sheet')))
      expect(inner.file(name)?.asText()).not.toContain('<f>');
  });

  it('given another one of the same month, then it is a new version, the old one stays as it was, and the newest is given', async () => {
    const [before] = await reports();
    await house.db.query(`update observations set hit = false where indicator = 'closed_in_town'`);
    const made = await make('leader-1', '2026-10');
    expect(made.body).toEqual({ month: '2026-10', version: 2 });
    expect((await reports()).map(({ version }) => version)).toEqual([2, 1]);
    const old = await download('leader-1', '/api/v1/reports/2026-10.docx?version=1');
    expect(sha256(old.rawPayload)).toBe(before?.docxSha256);
    expect(textOf((await download('leader-1', '/api/v1/reports/2026-10.docx')).rawPayload)).toMatch(
      /镇街办结率\n0\.0%/,
    );
  });

  it('given the month that runs, then it counts to today and says that it isn’t over; one that hasn’t begun is refused', async () => {
    const today = lawDateOf(new Date().toISOString());
    const month = today.slice(0, 7);
    expect((await make('supervisor-1', month)).status).toBe(201);
    expect((await reports()).find((one) => one.month === month)?.countedTo).toBe(today);
    const url = `/api/v1/reports/${month}.docx`;
    expect(textOf((await download('supervisor-1', url)).rawPayload)).toContain(
      `统计月份尚未结束，本期只计至${today}。`,
    );
    expectProblem(await house.post('supervisor-1', '/api/v1/reports', { month: '2999-01' }), 422, 'unprocessable');
    expectProblem(await house.post('supervisor-1', '/api/v1/reports', { month: '2026-13' }), 400, 'malformed');
    expectProblem(await house.get('supervisor-1', '/api/v1/reports/2020-01.docx'), 404, 'not_found');
  });

  it('given anybody but supervisors and leaders, then they get nothing; and every file that was taken is on record', async () => {
    const urls = ['/api/v1/reports', '/api/v1/reports/2026-10.docx', '/api/v1/reports/2026-10.xlsx'];
    const before = await house.db.query('select 1 from exports');
    for (const person of ['admin', 'dispatcher', `office-${STREET.code}`, 'reviewer-1']) {
      for (const url of urls) expectProblem(await house.get(person, url), 403, 'forbidden');
      expectProblem(await house.post(person, '/api/v1/reports', { month: '2026-10' }), 403, 'forbidden');
    }
    expect((await house.db.query('select 1 from exports')).rowCount).toBe(before.rowCount);
    await download('leader-1', '/api/v1/reports/2026-10.xlsx');
    const { body } = await house.get<{ exports: { person: string; kind: string; ref: string; sha256: string }[] }>(
      'admin',
      '/api/v1/exports',
    );
    const [report] = (await reports()).filter(({ month }) => month === '2026-10');
    expect(body.exports[0]).toMatchObject({
      ...{ person: 'leader-1', kind: 'report', ref: '2026-10-v2.xlsx', sha256: report?.xlsxSha256 },
    });
    expect(body.exports.filter(({ kind }) => kind === 'report').length).toBeGreaterThanOrEqual(6);
    expectProblem(await house.get('dispatcher', '/api/v1/exports'), 403, 'forbidden');
  });

  it('given a person, a kind or days, when the auditor looks, then only those are listed, with names, page by page', async () => {
    type Taken = { id: number; person: string; name: string | null; kind: string; kindLabel: string };
    const list = async (query: string) =>
      (await house.get<{ exports: Taken[]; next: number | null }>('auditor', `/api/v1/exports?${query}`)).body;
    const { rows } = await house.db.query<{ id: number }>(
      `insert into exports (person, kind, ref, sha256, at)
       select case when n = 1 then 'somebody-gone' else 'leader-1' end, 'archive', 'CZ2026-' || n, '00', '2026-02-03T16:00Z'
       from generate_series(1, 101) n returning id`,
    );
    const day = await list('from=2026-02-04&to=2026-02-04');
    expect(day.exports).toHaveLength(100);
    expect(day.exports[0]).toMatchObject({ id: rows.at(-1)?.id, kindLabel: '案卷' });
    expect(day.exports[0]?.name).toMatch(/\p{Script=Han}/u);
    const rest = await list(`from=2026-02-04&to=2026-02-04&before=${day.next}`);
    expect(rest).toMatchObject({ exports: [{ person: 'somebody-gone', name: null }], next: null });
    // It was the fourth in Shanghai, from its first instant on.
    expect((await list('to=2026-02-03')).exports).toEqual([]);
    expect((await list('person=somebody-gone')).exports).toHaveLength(1);
    expect((await list('kind=report')).exports.map(({ kind }) => kind)).not.toContain('archive');
    expectProblem(await house.get('auditor', '/api/v1/exports?kind=secret'), 400, 'malformed');
  });
});

describe('what leaves the house as a file', () => {
  it('given an archive, a paper and the list of corrections, then each is on record with who and the hash of its bytes; refused, it isn’t', async () => {
    const office = `office-${STREET.code}`;
    await until(async () => (await house.db.query('select 1 from archive_files')).rowCount === 1, 40_000);
    const { body } = await house.get<{ papers: { id: string; complete: boolean; allowed: boolean }[] }>(
      office,
      `/api/v1/cases/${caseId}/papers`,
    );
    const paper = body.papers.find(({ complete, allowed }) => complete && allowed)?.id ?? 'none';
    const files = [
      { person: office, kind: 'archive', path: `/api/v1/cases/${caseId}/archive`, ref: caseId },
      ...['docx', 'pdf'].map((format) => ({
        ...{ person: office, kind: 'paper', path: `/api/v1/cases/${caseId}/papers/${paper}.${format}` },
        ref: `${caseId}/${paper}.${format}`,
      })),
      { person: 'dispatcher', kind: 'corrections', path: '/api/v1/corrections', ref: '第 0 条之后的 0 条' },
    ];
    for (const { person, kind, path, ref } of files) {
      const before = await house.db.query('select 1 from exports');
      expect((await download(`office-${YANGMA.code}`, path)).statusCode, path).toBeGreaterThanOrEqual(403);
      expect((await house.db.query('select 1 from exports')).rowCount, path).toBe(before.rowCount);
      const taken = await download(person, path);
      expect(taken.statusCode, path).toBe(200);
      const content = kind === 'corrections' ? JSON.stringify([]) : taken.rawPayload;
      const { rows } = await house.db.query('select person, kind, ref, sha256 from exports order by id desc limit 1');
      expect(rows).toEqual([{ person, kind, ref, sha256: sha256(content) }]);
    }
  });
});

describe('the plan of the monthly reports', () => {
  it('given two workers and then other data, then there is one plan, by Shanghai’s clock, as the data says now', async () => {
    const { engine, taskQueue } = house;
    await Promise.all([1, 2].map(() => ensureReportSchedule(engine, taskQueue, { day: 3, hour: 5 })));
    await ensureReportSchedule(engine, taskQueue, house.evaluation.reportAt);
    const handle = engine.schedule.getHandle(reportScheduleId(taskQueue));
    const { info, spec } = await handle.describe();
    expect(spec.timezone).toBe('Asia/Shanghai');
    // The first of each month at six there is ten in the evening of the day before.
    expect(info.nextActionTimes.map((time) => time.toISOString().slice(10))).toEqual(
      info.nextActionTimes.map(() => 'T22:00:00.000Z'),
    );
    expect(info.nextActionTimes.every((time) => new Date(time.getTime() + 28_800_000).getUTCDate() === 1)).toBe(true);
    await expect(
      engine.schedule.create({
        scheduleId: reportScheduleId(taskQueue),
        spec: {},
        action: { type: 'startWorkflow', workflowType: 'x', taskQueue },
      }),
    ).rejects.toThrow(ScheduleAlreadyRunning);
  });

  it('given the planned instant, then the report of the month before it is made, by nobody; one tick short of it, none', async () => {
    const { engine, taskQueue } = house;
    await ensureReportSchedule(engine, taskQueue, house.evaluation.reportAt);
    const handle = engine.schedule.getHandle(reportScheduleId(taskQueue));
    const planned = Date.parse('2026-08-31T22:00:00.000Z');
    const run = (from: number, to: number) =>
      handle.backfill({ start: new Date(from), end: new Date(to), overlap: 'ALLOW_ALL' });
    const made = async () => (await reports()).filter(({ askedBy }) => askedBy === null);
    await run(planned - 86_400_000, planned - 1_000);
    // July's, which comes for certain, came after: so nothing came of the tick before.
    await run(Date.parse('2026-07-31T22:00:00.000Z') - 1_000, Date.parse('2026-07-31T22:00:00.000Z') + 1_000);
    await until(async () => (await made()).length > 0, 40_000);
    expect((await made()).map(({ month }) => month)).toEqual(['2026-07']);
    await run(planned - 1_000, planned + 1_000);
    await until(async () => (await made()).length > 1, 40_000);
    expect((await made()).map(({ month, version }) => [month, version])).toEqual([
      ['2026-08', 1],
      ['2026-07', 1],
    ]);
  });
});
