import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool, type Pool } from '../../db/pool';
import { connectEngine } from '../../engine/connectEngine';
import { checkCase } from '../support/checkCase';
import { until } from '../support/until';
import { openFleet, type Fleet, type Part } from './fleet';

let fleet: Fleet;
let db: Pool;
beforeAll(async () => {
  fleet = await openFleet();
  db = createPool(fleet.databaseUrl, { patienceMs: 10_000 });
});
afterAll(async () => {
  await db.end();
  await fleet.close();
});

interface Noted {
  readonly caseId: string | null;
  readonly clueId?: string;
  readonly seq?: number;
  readonly at?: string;
}

function noted(journal: string): readonly Noted[] {
  if (!existsSync(journal)) return [];
  const lines = readFileSync(journal, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Noted);
}

describe('kill -9 in the middle of the demo', () => {
  const parts: readonly Part[] = ['worker', 'api', 'temporal', 'postgres'];
  for (const [index, part] of parts.entries()) {
    // Each its own clues: what another run left open would be joined, not opened again.
    const clues = `${index * 40 + 1}-${index * 40 + 40}`;
    it(`given the demo at work, when ${part} is killed and started again, then it completes, nothing acknowledged is lost, nothing happens twice`, async () => {
      const journal = join(fleet.localDir, `journal-${part}.jsonl`);
      rmSync(journal, { force: true });
      const demo = fleet.command('commands/demo.ts', [
        '--url',
        fleet.url,
        '--engine',
        fleet.temporalAddress,
        '--journal',
        journal,
        '--clues',
        clues,
      ]);
      let ended = false;
      let said = '';
      void demo.done.then(({ output }) => {
        ended = true;
        said = output;
      });
      const acts = (): number => noted(journal).filter(({ seq }) => seq !== undefined).length;
      await until(async () => acts() >= 25 || ended, 60_000);
      expect(ended, `the demo ended before anything was killed: ${said}`).toBe(false);
      await fleet.kill(part);
      await fleet.start(part);
      const { code, output } = await demo.done;
      expect(code, output).toBe(0);
      await nothingLostNothingTwice(noted(journal));
    });
  }
});

describe('kill -9 in the middle of an import', () => {
  const ROWS = 2_000;
  for (const part of ['api', 'postgres'] as const) {
    it(`given a file that is being imported, when ${part} is killed and started again, then the import completes, each row is on file once, and is told what became of it`, async () => {
      const file = join(fleet.localDir, `import-${part}.csv`);
      // One in fifty is clear enough to be a case; the others wait for a person.
      const rows = Array.from({ length: ROWS }, (_, n) =>
        n % 50 === 0
          ? `${part}-${n},羊马街道第${n}号餐馆油烟直排，气味很大,羊马街道`
          : `${part}-${n},第${n}号路口附近请派人来看看，编号${part}${n * 7919},`,
      );
      writeFileSync(file, ['id,text,place', ...rows].join('\n'));
      const before = await onFile();
      const importing = fleet.command('commands/import.ts', [file, '--url', fleet.url]);
      let ended = false;
      void importing.done.then(() => (ended = true));
      await until(async () => ended || (await onFile()) - before >= 200, 60_000);
      expect(ended, 'the import ended before anything was killed').toBe(false);
      await fleet.kill(part);
      await fleet.start(part);
      const { code, output } = await importing.done;
      expect(code, output).toBe(0);
      expect((await onFile()) - before).toBe(ROWS);

      const told = readFileSync(join(fleet.localDir, 'import', `import-${part}.csv.result.jsonl`), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { readonly id: string; readonly outcome: string; caseId: string | null });
      expect(told.map(({ id }) => id)).toEqual(rows.map((row) => row.split(',')[0]));
      const caseIds = told.flatMap(({ caseId }) => caseId ?? []);
      expect(caseIds.length).toBeGreaterThanOrEqual(ROWS / 50);
      const { rows: cases } = await db.query('select id from cases where id = any($1)', [caseIds]);
      expect(cases).toHaveLength(new Set(caseIds).size);
    });
  }
});

async function onFile(): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*) as n from clues where idempotency_key like 'import-%'`,
  );
  return rows[0]?.n ?? 0;
}

async function nothingLostNothingTwice(journal: readonly Noted[]): Promise<void> {
  expect(journal.length).toBeGreaterThan(25);
  for (const { caseId, clueId, seq, at } of journal) {
    if (clueId !== undefined) {
      const { rows } = await db.query('select 1 from clues where id = $1', [clueId]);
      expect(rows, `clue ${clueId} is on file`).toHaveLength(1);
    } else {
      const { rows } = await db.query<{ at: string }>('select at from events where case_id = $1 and seq = $2', [
        caseId,
        seq,
      ]);
      expect(rows[0]?.at, `${caseId ?? ''} #${seq ?? ''} is on file as it was acknowledged`).toBe(at);
    }
  }
  // A command that acted twice would have written its events in two places.
  const { rows: torn } = await db.query(
    `select case_id, command_id from events group by 1, 2 having max(seq) - min(seq) + 1 <> count(*) or count(distinct at) > 1`,
  );
  expect(torn).toEqual([]);
  const engine = connectEngine({
    temporalAddress: fleet.temporalAddress,
    temporalNamespace: 'default',
    temporalTls: false,
    temporalApiKey: null,
  });
  try {
    const { rows } = await db.query<{ id: string }>('select id from cases order by id');
    for (const { id } of rows) await checkCase({ db, engine }, id);
  } finally {
    await engine.connection.close();
  }
}
