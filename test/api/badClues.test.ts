import { randomUUID } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from '../../sheets/readXlsx';
import { writeXlsx } from '../../sheets/writeXlsx';
import { openHouse, type House } from '../support/house';
import { YANGMA } from '../support/road';
import { expectProblem } from './support';
import { askPatiently } from '../support/askPatiently';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

interface Judged {
  readonly clueId: string;
  readonly caseId: string | null;
  readonly triage: { readonly outcome: string; readonly town: string | null; readonly reasons: readonly object[] };
}
interface ImportedRow {
  readonly status: number;
  readonly receipt: { readonly clueId: string; readonly caseId: string | null; readonly outcome: string } | null;
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

const report = (body: object) => house.post<Judged>('dispatcher', '/api/v1/clues', body);
const importRows = (rows: readonly object[]) =>
  house.post<{ rows: ImportedRow[] }>('dispatcher', '/api/v1/clues/import', { rows });
const PHOTO = (digit: string) => ({ sha256: digit.repeat(64), storeKey: 'p/1.jpg', kind: '照片' });

describe('what people really send is judged, with its reasons, and kept as it came', () => {
  const cases: readonly (readonly [string, object, object])[] = [
    ['emoji', { text: '😀🏗️👩‍👩‍👧 街子镇有人占道经营卖水果💢' }, { town: '510184109' }],
    ['full-width characters', { text: '街子镇　占道经营，ＡＢＣ１２３' }, { town: '510184109' }],
    ['traditional characters', { text: '街子鎮有人佔道經營賣水果' }, { town: '510184109' }],
    ['zero-width marks', { text: '街\u200b子\u200d镇\ufeff占\u2060道经营' }, { town: '510184109' }],
    ['50,000 characters', { text: '占'.repeat(50_000) }, {}],
    ['a photo without words', { attachments: [PHOTO('b')] }, { outcome: 'desk' }],
    [
      'coordinates outside the city',
      { text: '占道经营', position: { lng: 116.4, lat: 39.9 } },
      { outcome: 'desk', town: null },
    ],
    ['a phone number for a place', { text: '占道经营', place: '13800138000' }, { outcome: 'desk', town: null }],
    ['SQL', { text: `街子镇占道经营'); drop table clues; --`, place: `' or 1=1 --` }, {}],
    ['a formula', { text: '=HYPERLINK("http://x","街子镇占道经营")', place: '@SUM(A1)' }, {}],
    ['right-to-left marks and combining characters', { text: '街子镇\u202e占道经营\u0301\u0489' }, {}],
    ['lines and tabs only around words', { text: '\n\t 占道经营 \r\n' }, {}],
  ];
  it.each(cases)('given %s, when reported, then it is judged', async (_, clue, expected) => {
    const { status, body } = await report({ channel: 'web', ...clue });
    expect(status, JSON.stringify(body).slice(0, 300)).toBe(201);
    expect(body.triage).toMatchObject(expected);
    expect(body.triage.reasons.length).toBeGreaterThan(0);
    if ('text' in clue) {
      const seen = await house.get<{ text: string }>('dispatcher', `/api/v1/clues/${body.clueId}`);
      expect(seen.body.text).toBe(clue.text);
    }
  });

  it('given two different photos without words, when reported, then neither is the other’s duplicate; the same photo is', async () => {
    const one = await report({ channel: 'web', attachments: [PHOTO('c')] });
    const two = await report({ channel: 'web', attachments: [PHOTO('d')] });
    const again = await report({ channel: 'web', attachments: [PHOTO('c')] });
    expect([one, two, again].map(({ body }) => body.triage.outcome)).toEqual(['desk', 'desk', 'duplicate']);
  });

  const refused: readonly (readonly [string, unknown, number])[] = [
    ['50,001 characters', { channel: 'web', text: '占'.repeat(50_001) }, 400],
    ['more than its channel takes', { channel: 'video', text: '占'.repeat(2_001) }, 422],
    ['neither words nor a photo', { channel: 'web' }, 400],
    ['blanks for words', { channel: 'web', text: ' \u3000\n' }, 400],
    ['half a character', { channel: 'web', text: '占\ud83d' }, 400],
    ['a NUL', { channel: 'web', text: '占\u0000道' }, 400],
    ['an unknown channel', { channel: 'fax', text: '占道' }, 400],
    ['degrees that are none', { channel: 'web', text: '占道', position: { lng: 1030, lat: 30 } }, 400],
    ['a list', [], 400],
    ['text that is a number', { channel: 'web', text: 5 }, 400],
  ];
  it.each(refused)('given %s, when reported, then it is refused with a reason', async (_, clue, status) => {
    expectProblem(await report(clue as object), status);
    const { body } = await importRows([{ key: randomUUID(), clue }]);
    expect(body.rows).toMatchObject([
      { status, receipt: null, problem: { detail: expect.stringMatching(/\p{Script=Han}.*。/u) as string } },
    ]);
  });

  it('given whatever JSON there is, when imported, then every row is judged or refused, and the service lives', async () => {
    const seed = Date.now() % 1_000_000;
    console.log(`seed ${seed}`);
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('\u0000', '\ud800', "'", '=1+1', '𠮷', 'ﷺ'),
    );
    const clue = fc.oneof(
      // A body that names a prototype is refused whole, and elsewhere.
      fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__')),
      fc.record(
        {
          channel: fc.constantFrom('web', 'patrol', 'fax'),
          text: odd,
          place: odd,
          number: odd,
          itemCode: fc.constantFrom('CG-022', 'XX-999', 'x'),
          position: fc.record({ lng: fc.double(), lat: fc.double() }),
          occurredAt: fc.oneof(
            odd,
            fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
          ),
          reporter: fc.record({ name: odd, phone: odd }, { requiredKeys: [] }),
        },
        { requiredKeys: ['channel'] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.oneof(fc.uuid(), odd), clue }), { minLength: 1, maxLength: 20 }),
        async (rows) => {
          const { status, body } = await importRows(rows);
          expect(status, JSON.stringify(body)).toBe(200);
          expect(body.rows).toHaveLength(rows.length);
          for (const row of body.rows) {
            expect([201, 400, 409, 422], JSON.stringify(row)).toContain(row.status);
            expect((row.receipt === null) === (row.problem !== null)).toBe(true);
          }
        },
      ),
      { seed, numRuns: 40 },
    );
    expect((await house.app.inject('/readyz')).statusCode).toBe(200);
    expect(house.logged()).not.toContain('"unforeseen"');
  });
});

describe('many clues at once', () => {
  const fumes = (n: number, place: string) => ({
    key: `bulk-${encodeURIComponent(place.slice(-40))}-${n}`,
    clue: { channel: 'web', text: `餐馆油烟直排，第${n}次`, itemCode: 'CG-022', place },
  });

  it('given rows of one matter among bad ones, when sent twice, then one case, the bad ones refused, the same answers', async () => {
    const place = `羊马街道凌翔街${randomUUID()}号`;
    const rows = [
      fumes(1, place),
      { key: 'x', clue: { channel: 'web' } },
      fumes(2, place),
      fumes(1, place),
      { key: '', clue: fumes(3, place).clue },
    ];
    const first = await importRows(rows);
    expect(first.body.rows.map(({ status }) => status)).toEqual([201, 400, 201, 201, 400]);
    expect(first.body.rows.map(({ receipt }) => receipt?.outcome)).toEqual([
      'case',
      undefined,
      'duplicate',
      'case',
      undefined,
    ]);
    expect(first.body.rows[3]?.receipt).toEqual(first.body.rows[0]?.receipt);
    expect((await importRows(rows)).body).toEqual(first.body);
    const backlog = await house.get<{ waiting: number }>('dispatcher', '/api/v1/clues/backlog');
    expect(backlog.body.waiting).toBeGreaterThanOrEqual(0);
  });

  it('given the same 200 rows over four requests at once, when answered, then each row is one clue', async () => {
    const place = `怀远镇正东街${randomUUID()}号`;
    const rows = Array.from({ length: 200 }, (_, n) => ({
      ...fumes(n, place),
      clue: { ...fumes(n, place).clue, number: `${place}-${n}` },
    }));
    const shuffled = [rows, [...rows].reverse(), rows, [...rows].reverse()];
    await Promise.all(shuffled.map(importRows));
    // Rows that met their like on the way are told so; sent again they have their answer.
    const last = await importRows(rows);
    expect(last.body.rows.filter(({ status }) => status !== 201)).toEqual([]);
    const { rows: found } = await house.db.query<{ clues: number; cases: number }>(
      'select count(*) as clues, count(distinct case_id) as cases from clues where place = $1',
      [place],
    );
    expect(found).toEqual([{ clues: 200, cases: 1 }]);
  });

  it('given the same words twice on the desk, when they stand in one request, then the second repeats the first', async () => {
    const clue = { channel: 'web', text: `占道经营 ${randomUUID()}`, place: '13800138000' };
    const { body } = await importRows([
      { key: randomUUID(), clue },
      { key: randomUUID(), clue },
      { key: randomUUID(), clue: { ...clue, text: `占道经营 ${randomUUID()}` } },
    ]);
    expect(body.rows.map(({ receipt }) => receipt?.outcome)).toEqual(['desk', 'duplicate', 'desk']);
    const second = await house.get<Judged>('dispatcher', `/api/v1/clues/${body.rows[1]?.receipt?.clueId ?? ''}`);
    expect(second.body.triage).toMatchObject({ duplicateOf: body.rows[0]?.receipt?.clueId });
  });

  it('given a row that is only likely the matter of one before it, when they stand in one request, then it shows that one', async () => {
    const text = `餐馆油烟直排，熏得楼上住户整天不敢开窗，晚上十点还在炒菜${randomUUID()}`;
    const { body } = await importRows([
      {
        key: randomUUID(),
        clue: { channel: 'web', text, itemCode: 'CG-022', place: `羊马街道凌翔街${randomUUID()}号` },
      },
      { key: randomUUID(), clue: { channel: 'web', text: `你好，${text}`, place: '13800138000' } },
    ]);
    const [first, second] = body.rows.map(({ receipt }) => receipt);
    expect([first?.outcome, second?.outcome]).toEqual(['case', 'desk']);
    const seen = await house.get<Judged>('dispatcher', `/api/v1/clues/${second?.clueId ?? ''}`);
    expect(seen.body.triage).toMatchObject({ similar: [{ clueId: first?.clueId, caseId: first?.caseId }] });
  });

  it('given a row that the database refuses, when it stands among good ones, then it alone is refused', async () => {
    const place = `羊马街道凌翔街${randomUUID()}号`;
    const key = 'broken';
    await house.db.query(
      `alter table clue_messages add constraint broken check (caller <> 'dispatcher' or original ->> 'text' <> '坏')`,
    );
    try {
      const rows = [fumes(1, place), { key, clue: { channel: 'web', text: '坏' } }, fumes(2, place)];
      const { body } = await importRows(rows);
      expect(body.rows.map(({ status }) => status)).toEqual([201, 500, 201]);
      const [first, refused, last] = body.rows.map(({ receipt }) => receipt);
      expect(refused).toBeNull();
      expect(first?.caseId).toMatch(/^CZ/);
      expect(last?.caseId).toBe(first?.caseId);
    } finally {
      await house.db.query('alter table clue_messages drop constraint broken');
    }
  });

  it('given somebody who may not report, when importing, then 403', async () => {
    expectProblem(await house.post('reviewer-1', '/api/v1/clues/import', { rows: [fumes(1, 'x')] }), 403, 'forbidden');
  });
});

describe('npm run import', () => {
  const ROOT = fileURLToPath(new URL('../..', import.meta.url));
  async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
    return new Promise((resolve) => {
      execFile(process.execPath, ['--import', 'tsx', 'commands/import.ts', ...args], { cwd: ROOT }, (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code), said: out + err }),
      );
    });
  }

  it('given an xlsx with 20 bad rows, when imported, then the rest is taken, and the bad ones come back to be mended and sent', async () => {
    const url = await house.app.listen({ host: '127.0.0.1', port: 0 });
    const token = await house.token('dispatcher');
    const folder = mkdtempSync(join(tmpdir(), 'import-'));
    const template = join(folder, 'template.xlsx');
    expect((await run('--template', template)).code).toBe(0);
    const { columns } = await readXlsx(template);
    expect(columns).toEqual(expect.arrayContaining(['编号', '渠道', '反映内容', '地点']));

    const row = (n: number, fields: Record<string, string>) =>
      columns.map(
        (column) =>
          ({ 编号: `GD-${n}`, 渠道: '12345热线', 反映内容: `占道经营第${n}处`, 地点: `街子镇第${n}号`, ...fields })[
            column
          ] ?? '',
      );
    const bad = [
      { 渠道: '传真' },
      { 反映内容: '' },
      { 经度: '一百零三', 纬度: '30' },
      { 发生时间: '昨天' },
      { 事项编码: '=1+1' },
    ];
    const rows = [
      ...Array.from({ length: 60 }, (_, n) => row(n, {})),
      ...Array.from({ length: 20 }, (_, n) => row(100 + n, bad[n % bad.length] ?? {})),
    ];
    const file = join(folder, 'clues.xlsx');
    writeFileSync(file, await writeXlsx(columns, rows));
    const first = await run(file, '--url', url, '--token', token);
    expect(first.code, first.said).toBe(1);
    expect(first.said).toMatch(/共 80 条/);
    expect(first.said).toMatch(/有误\t20/);
    const taken = await house.db.query("select 1 from clue_names where name like 'GD-%'");
    expect(taken.rows).toHaveLength(60);

    const mend = await readXlsx(join(folder, 'clues.bad.xlsx'));
    expect(mend.columns).toEqual([...columns, '错误']);
    expect(mend.lines).toHaveLength(20);
    for (const { cells } of mend.lines) expect(cells['错误']).toMatch(/\p{Script=Han}/u);
    expect(mend.lines[4]?.cells['事项编码'], 'given back as it came').toBe('=1+1');
    // A cell that is a text has no formula beside it.
    const mended = mend.lines.map(({ cells }, n) => [...row(100 + n, {}), cells['错误'] ?? '']);
    writeFileSync(join(folder, 'clues.bad.xlsx'), await writeXlsx(mend.columns, mended));
    const second = await run(join(folder, 'clues.bad.xlsx'), '--url', url, '--token', token);
    expect(second.code, second.said).toBe(0);
    expect((await house.db.query("select 1 from clue_names where name like 'GD-%'")).rows).toHaveLength(80);

    // The whole file once more, under another name: its numbers are known.
    writeFileSync(join(folder, 'again.xlsx'), await writeXlsx(columns, rows.slice(0, 60)));
    expect((await run(join(folder, 'again.xlsx'), '--url', url, '--token', token)).code).toBe(0);
    const { rows: clues } = await house.db.query<{ n: number }>(
      "select count(*) as n from clues where text like '占道经营第%处'",
    );
    expect(clues).toEqual([{ n: 80 }]);
  }, 180_000);

  it('given a csv with formulas in bad rows, when given back, then a spreadsheet program shows them and runs none', async () => {
    const url = house.app.listeningOrigin;
    const folder = mkdtempSync(join(tmpdir(), 'import-'));
    const file = join(folder, 'clues.csv');
    writeFileSync(file, 'text,channel,place\n"=cmd|\' /C calc\'!A0",fax,@SUM(1)\n占道,web,街子镇,多一格\n');
    const answer = await run(file, '--url', url, '--token', await house.token('dispatcher'));
    expect(answer.code, answer.said).toBe(1);
    const mend = readFileSync(join(folder, 'clues.bad.csv'), 'utf8');
    expect(mend).toContain(`"'=cmd|' /C calc'!A0"`);
    expect(mend).toContain(`"'@SUM(1)"`);
    expect(mend).toContain('多一格');
    expect(mend).not.toMatch(/(^|,)"?[=@]/m);
  }, 120_000);
});

describe('the template', () => {
  it.each(['xlsx', 'csv'])(
    'given %s, when downloaded, then it is a file, and its example line is never a clue',
    async (format) => {
      const response = await askPatiently(house.app, {
        method: 'GET',
        url: `/api/v1/clues/template?format=${format}`,
        headers: { authorization: `Bearer ${await house.token(`officer-${YANGMA.code}-1`)}` },
      });
      expect(response.statusCode, response.body.slice(0, 200)).toBe(200);
      expect(response.headers['content-disposition']).toContain(`clues.${format}`);
      if (format === 'xlsx') {
        const file = join(mkdtempSync(join(tmpdir(), 'template-')), 'clues.xlsx');
        writeFileSync(file, response.rawPayload);
        expect((await readXlsx(file)).lines[0]?.cells['编号']).toBe('示例-1');
      } else expect(response.body).toContain('示例-1');
    },
  );
});
