import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signHeads } from '../../archive/chainHeads';
import { recordExport } from '../../db/exports';
import { recordRefusal } from '../../db/recordRefusal';
import { insertReport } from '../../db/reports';
import { openHouse, type House } from '../support/house';
import { dispose, investigate, ok, reportOrdinary } from '../support/road';
import { until } from '../support/until';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const caseId = await reportOrdinary(house);
  await investigate(house, caseId);
  await ok(house.act('reviewer-1', caseId, 'pass_review', { opinion: '同意' }));
  await dispose(house, caseId);
  const actor = { id: 'admin', role: 'admin', org: 'bureau' } as const;
  const refusal = { code: 'forbidden', detail: '无权。', articles: [] };
  await recordRefusal(house.db, { caseId, actor, act: 'accept', refusal });
  await until(async () => (await count('archive_files')) === 1);
  await signHeads(house.db, house.signer, new Date().toISOString());
  await recordExport(house.db, { person: 'leader-1', kind: 'archive', ref: caseId, sha256: '0' });
  const day = '2026-10-31';
  await insertReport(house.db, {
    ...{ month: '2026-10', run: 'one', askedBy: null, madeAt: new Date().toISOString(), countedTo: day, formulas: [] },
    ...{ docx: Buffer.alloc(1), docxSha256: '0', xlsx: Buffer.alloc(1), xlsxSha256: '0' },
  });
});
afterAll(() => house.close());

async function count(table: string): Promise<number> {
  const { rows } = await house.db.query<{ n: number }>(`select count(*) as n from ${table}`);
  return rows[0]?.n ?? 0;
}

describe('what is written for good', () => {
  it.each([
    'truncate events',
    'truncate cases cascade',
    'delete from events',
    'update events set at = now()',
    'truncate archives',
    'delete from archives',
    'update archives set events = 0',
    'truncate refusals',
    'truncate archive_files',
    'delete from archive_files',
    'update archive_files set size = 0',
    'truncate chain_heads cascade',
    `update chain_heads set signature = ''`,
    'delete from chain_head_entries',
    'truncate chain_head_entries',
    'delete from refusals',
    `update refusals set code = 'nothing'`,
    'truncate reports',
    'delete from reports',
    'update reports set version = 9',
    'truncate exports',
    'delete from exports',
    `update exports set person = 'nobody'`,
  ])('given rows on file, when somebody tries `%s`, then the database refuses', async (sql) => {
    expect(Math.min(await count('events'), await count('archives'), await count('refusals'))).toBeGreaterThan(0);
    const client = await house.db.connect();
    try {
      // What isn't refused is taken back: each of these must fail by itself.
      await client.query('begin');
      await expect(client.query(sql)).rejects.toMatchObject({
        code: '23000',
        message: expect.stringMatching(/only ever added to/) as string,
      });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
