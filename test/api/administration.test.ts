import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../config/catalogue';
import { readCatalogueTable, readTables, TABLES } from '../../config/catalogueTables';
import { readEnv } from '../../config/env';
import { recordCatalogue } from '../../db/catalogueHistory';
import { withChangedFile } from '../../api/withChangedFile';
import { openHouse, type House } from '../support/house';
import { reportSummary, STREET } from '../support/road';
import { expectProblem } from './support';

const { catalogueDir } = readEnv();
const PATHS = {
  admin: ['tables', 'tables/periods', 'catalogue-history', 'formulas'],
  'security-admin': ['people', 'roles', 'sessions', 'screens', 'sign-in-record'],
  auditor: [
    'tables',
    'tables/periods',
    'catalogue-history',
    'formulas',
    'people',
    'roles',
    'sessions',
    'screens',
    'sign-in-record',
    'refusals',
  ],
} as const;
const ALL = [...new Set(Object.values(PATHS).flat())];

interface Moved {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const of = (path: string) => `/api/v1/administration/${path}`;
const changed = (table: string, from: RegExp, to: string): string => {
  const text = readFileSync(join(catalogueDir, `${table}.csv`), 'utf8');
  expect(text).toMatch(from);
  return text.replace(from, to);
};

describe('three administrators kept apart', () => {
  it.each(Object.entries(PATHS))(
    'given %s, then what is theirs is open to them, and what is another’s is refused',
    async (who, theirs) => {
      for (const path of ALL) {
        const { status } = await house.get(who, of(path));
        expect([path, status]).toEqual([path, (theirs as readonly string[]).includes(path) ? 200 : 403]);
      }
    },
  );

  it('given anybody else, then nothing of it is open', async () => {
    for (const who of ['leader-1', 'supervisor-1', 'dispatcher', `office-${STREET.code}`])
      for (const path of ALL) expect((await house.get(who, of(path))).status).toBe(403);
  });

  it('given the one who lets people in, then no case is there for them; the auditor sees cases and no acts', async () => {
    const caseId = await reportSummary(house);
    expect((await house.get('security-admin', `/api/v1/cases/${caseId}`)).status).toBe(404);
    expect((await house.get<{ cases: object[] }>('security-admin', '/api/v1/cases')).body.cases).toEqual([]);
    const { body } = await house.get<{ availableActs: object[] }>('auditor', `/api/v1/cases/${caseId}`);
    expect(body.availableActs).toEqual([]);
  });
});

describe('the catalogue as administrators read it', () => {
  it('given every table, then its rows are those of the file, and every column has a Chinese name', () => {
    for (const name of TABLES) {
      const { columns, rows } = readCatalogueTable(catalogueDir, name);
      for (const { label } of columns) expect(label, name).toMatch(/\p{Script=Han}/u);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
    expect(readCatalogueTable(catalogueDir, 'towns').rows).toHaveLength(15);
  });

  it('given the folder, then every file of it is shown, but those with people in them and the opinion’s weights', () => {
    const shown = TABLES.map((name) => `${name}.csv`);
    const files = readdirSync(catalogueDir).filter((file) => !shown.includes(file));
    expect(files.sort()).toEqual(['duty_roster.csv', 'officers.csv', 'second_opinion.json', 'teams.csv']);
  });
});

describe('the history of the catalogue', () => {
  interface History {
    readonly versions: readonly {
      readonly id: number;
      readonly version: string;
      readonly changed: readonly string[];
    }[];
  }
  const runsOn = (dir: string) => recordCatalogue(house.db, loadCatalogue(dir).version, readTables(dir));
  const history = async () => (await house.get<History>('auditor', of('catalogue-history'))).body.versions;

  it('given processes that start on the same tables, then it is one version; on another table, then it is said which rows were changed', async () => {
    expect(await history()).toEqual([]);
    await Promise.all([runsOn(catalogueDir), runsOn(catalogueDir)]);
    await runsOn(catalogueDir);
    const [first, ...none] = await history();
    expect([first?.changed, none]).toEqual([[], []]);

    const longer = { file: 'periods.csv', text: changed('periods', /^(accept,[^,]*,[^,]*),30,/m, '$1,45,') };
    const version = await withChangedFile(catalogueDir, longer, async (dir) => {
      await runsOn(dir);
      return loadCatalogue(dir).version;
    });
    const [second] = await history();
    expect(second).toMatchObject({ version, changed: ['时限'] });
    expect(second?.version).not.toBe(first?.version);
    const { body } = await house.get<{
      tables: readonly {
        readonly label: string;
        readonly columns: readonly string[];
        readonly added: number;
        readonly removed: number;
        readonly rows: readonly { readonly is: string; readonly cells: readonly string[] }[];
      }[];
    }>('admin', of(`catalogue-history/${second?.id ?? 0}`));
    const [periods, ...others] = body.tables;
    expect(others).toEqual([]);
    expect(periods).toMatchObject({ label: '时限', added: 1, removed: 1 });
    expect(periods?.rows.map(({ is, cells }) => [is, cells[0], cells[3]])).toEqual([
      ['removed', 'accept', '30'],
      ['added', 'accept', '45'],
    ]);

    // Back again is a version of its own.
    await runsOn(catalogueDir);
    expect((await history()).map(({ version }) => version)).toEqual([first?.version, second?.version, first?.version]);
    expectProblem(await house.get('admin', of('catalogue-history/99999')), 404, 'not_found');
    expectProblem(await house.get('security-admin', of(`catalogue-history/${second?.id ?? 0}`)), 403, 'forbidden');
    await expect(house.db.query('delete from catalogue_versions')).rejects.toThrow();
  });
});

describe('a dry run of one changed table', () => {
  it('given an item that towns may no longer decide, when tried, then it is said which clues change, and nothing does', async () => {
    const clue = {
      channel: 'grid_worker',
      number: 'G-1',
      itemCode: 'WL-004',
      text: '碑被刻划',
      place: '街子镇银杏广场',
    };
    const { body: before } = await house.post<{ clueId: string }>('dispatcher', '/api/v1/clues', clue);
    const try_ = (text: string) =>
      house.post<{
        before: string;
        after: string;
        changed: number;
        examples: { clueId: string; changes: { whatLabel: string; beforeLabel: string; afterLabel: string }[] }[];
      }>('admin', of('dry-run'), { table: 'penalty_items', text });
    const result = await try_(
      changed('penalty_items', /^(WL-004,[^,]+,[^,]+),true,summary,town,/m, '$1,false,ordinary,bureau,'),
    );
    expect(result.status, JSON.stringify(result.body)).toBe(200);
    expect(result.body.before).not.toBe(result.body.after);
    const example = result.body.examples.find(({ clueId }) => clueId === before.clueId);
    expect(example?.changes).toMatchObject([{ whatLabel: '分级', beforeLabel: '镇街办结', afterLabel: '执法局办结' }]);
    expect((await try_(readFileSync(join(catalogueDir, 'penalty_items.csv'), 'utf8'))).body.changed).toBe(0);
  });

  it('given a longer period and a running case that waits for it, when tried, then it is said from when to when it would move; as it is, nothing would', async () => {
    const caseId = await reportSummary(house);
    const try_ = async (text: string) => {
      const { status, body } = await house.post<{
        law: { seen: number; all: boolean; moved: number; examples: { caseId: string; moved: Moved[] }[] };
      }>('admin', of('dry-run'), { table: 'periods', text });
      expect(status, JSON.stringify(body)).toBe(200);
      return body.law;
    };
    const law = await try_(changed('periods', /^(accept,[^,]*,[^,]*),30,/m, '$1,45,'));
    expect(law.all).toBe(true);
    const [moved] = law.examples.find((one) => one.caseId === caseId)?.moved ?? [];
    expect(moved?.name).toMatch(/^接单/);
    expect(Date.parse(moved?.to ?? '') - Date.parse(moved?.from ?? '')).toBe(15 * 60_000);
    expect((await try_(readFileSync(join(catalogueDir, 'periods.csv'), 'utf8'))).moved).toBe(0);
  });

  it('given a file that can’t be read, then it is refused with its file, line and column', async () => {
    const broken = changed('periods', /^(verify,[^,]*,[^,]*),\d+/m, '$1,两');
    const { status, body } = await house.post<{ code: string; detail: string; at: string }>('admin', of('dry-run'), {
      table: 'periods',
      text: broken,
    });
    expect([status, body.code, body.at]).toEqual([422, 'unprocessable', 'body/text']);
    expect(body.detail).toMatch(/periods\.csv:\d+ number/);
  });

  it('given the auditor or an unknown table, then it is refused', async () => {
    expectProblem(await house.post('auditor', of('dry-run'), { table: 'towns', text: 'x' }), 403, 'forbidden');
    expectProblem(await house.post('admin', of('dry-run'), { table: 'officers', text: 'x' }), 400, 'malformed');
  });
});

describe('people, sessions and refusals', () => {
  it('given the roster, then everybody is on it with their certificate and how long it lasts', async () => {
    const { body } = await house.get<{ people: { id: string; certificateUntil: string | null; daysLeft: number }[] }>(
      'security-admin',
      of('people'),
    );
    expect(body.people.length).toBeGreaterThan(300);
    expect(body.people.find(({ id }) => id === `officer-${STREET.code}-1`)?.daysLeft).toBeGreaterThan(0);
    expect(body.people.find(({ id }) => id === 'dispatcher')).toMatchObject({ certificateUntil: null, daysLeft: null });
  });

  it('given somebody signed in, when their session is ended, then they are nobody at once; a second time is all the same', async () => {
    const hash = 'ab'.repeat(32);
    await house.db.query(
      `insert into sessions (secret_hash, subject, until) values (decode($1, 'hex'), 'leader-1', now() + interval '1 hour')`,
      [hash],
    );
    const sessions = async () =>
      (await house.get<{ sessions: { id: string; subject: string }[] }>('auditor', of('sessions'))).body.sessions;
    expect(await sessions()).toMatchObject([{ id: hash, subject: 'leader-1' }]);
    expectProblem(await house.post('auditor', of(`sessions/${hash}/end`), {}), 403, 'forbidden');
    expect((await house.post('security-admin', of(`sessions/${hash}/end`), {})).status).toBe(200);
    expect((await house.post('security-admin', of(`sessions/${hash}/end`), {})).status).toBe(200);
    expect(await sessions()).toEqual([]);
  });

  it('given an act that was refused, then the auditor finds it by person and by case, with why', async () => {
    const caseId = await reportSummary(house);
    expect((await house.act('reviewer-1', caseId, 'accept')).status).toBe(403);
    const found = async (query: string) =>
      (
        await house.get<{ refusals: { caseId: string; actor: string; actLabel: string; title: string }[] }>(
          'auditor',
          of(`refusals?${query}`),
        )
      ).body.refusals;
    for (const query of [`caseId=${caseId}`, 'actor=reviewer-1'])
      expect(await found(query)).toMatchObject([{ caseId, actor: 'reviewer-1', actLabel: '接单' }]);
    expect(await found('actor=reviewer-2')).toEqual([]);
  });
});
