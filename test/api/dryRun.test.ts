import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../config/catalogue';
import { readEnv } from '../../config/env';
import { openHouse, type House } from '../support/house';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { catalogueDir } = readEnv();

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

interface Judged {
  readonly clueId: string;
  readonly triage: { readonly catalogueVersion: string; readonly item: string | null };
}

async function reported(body: object): Promise<Judged> {
  const answer = await house.post<Judged>('dispatcher', '/api/v1/clues', { channel: 'grid_worker', ...body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

async function dryRun(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) => {
    execFile(
      'env',
      [`DATABASE_URL=${house.databaseUrl}`, process.execPath, '--import', 'tsx', 'commands/dryRun.ts', ...args],
      { cwd: ROOT },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), said: out + err }),
    );
  });
}

/** A copy of the catalogue, with some of a file's text replaced. */
function edited(file: string, from: string | RegExp, to: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'catalogue-'));
  cpSync(catalogueDir, dir, { recursive: true });
  const path = join(dir, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
  return dir;
}

describe('a dry run of another catalogue', () => {
  it('given clues on file, when the catalogue changes, then it says which would be judged otherwise, by id, and changes none', async () => {
    const plate = await reported({
      text: '碑被欧阳小花刻划，电话13812345678',
      itemCode: 'WL-004',
      place: '街子镇银杏广场',
    });
    const other = await reported({
      text: '羊马街道餐馆油烟直排，油烟扰民',
      itemCode: 'CG-022',
      place: '羊马街道凌翔街8号',
    });
    expect(plate.triage).toMatchObject({ item: 'WL-004', catalogueVersion: house.catalogue.version });

    const same = await dryRun(catalogueDir);
    expect(same.code, same.said).toBe(0);
    expect(same.said).toContain('内容相同');
    expect(same.said).toContain('最近 2 条线索中，0 条的研判会改变');

    // The monument's plates are no longer delegated to the towns: their grade is another.
    const dir = edited('penalty_items.csv', /^(WL-004,[^,]+,[^,]+),true,summary,town,/m, '$1,false,ordinary,bureau,');
    const { code, said } = await dryRun(dir);
    expect(code, said).toBe(0);
    expect(said).toContain(`现行目录 ${house.catalogue.version}，新目录 ${loadCatalogue(dir).version}`);
    expect(said).toContain('最近 2 条线索中，1 条的研判会改变');
    expect(said).toMatch(/分级\t镇街办结 → 执法局办结\t1 条/);
    expect(said).toContain(`${plate.clueId}\t分级 镇街办结 → 执法局办结`);
    expect(said).not.toContain(other.clueId);
    expect(said).not.toMatch(/欧阳|138|刻划/);
    const { rows } = await house.db.query<{ grade: string }>(
      "select triage ->> 'grade' as grade from clues where id = $1",
      [plate.clueId],
    );
    expect(rows).toEqual([{ grade: 'town' }]);

    // Only the last one.
    expect((await dryRun(dir, '--last', '1')).said).toContain('最近 1 条线索中，0 条的研判会改变');
  }, 120_000);

  it('given a catalogue that is broken, or no folder, then it says where and ends', async () => {
    const dir = edited('towns.csv', '510184109,街子镇', '51018410,街子镇');
    const { code, said } = await dryRun(dir);
    expect(code).toBe(1);
    expect(said).toContain('towns.csv');
    expect((await dryRun()).code).toBe(2);
    expect((await dryRun(catalogueDir, '--last', 'many')).code).toBe(2);
  }, 120_000);
});
