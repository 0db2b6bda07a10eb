import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadCalendar } from '../../config/calendar';
import { CatalogueError, loadCatalogue, requirePeriods } from '../../config/catalogue';

const SHIPPED = join(import.meta.dirname, '../../config/catalogue');
const made: string[] = [];

afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** A copy of the shipped data with one file changed. */
function copyWith(file: string, change: (text: string) => string): string {
  const dir = mkdtempSync(join(tmpdir(), 'catalogue-'));
  made.push(dir);
  cpSync(SHIPPED, dir, { recursive: true });
  writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));
  return dir;
}

function errorOf(run: () => unknown): CatalogueError {
  try {
    run();
  } catch (error) {
    if (error instanceof CatalogueError) return error;
    throw error;
  }
  throw new Error('expected a CatalogueError');
}

describe('the catalogue', () => {
  it('given the shipped files, when loaded, then it holds what the reform counts', () => {
    const catalogue = loadCatalogue(SHIPPED);
    expect(catalogue.items.filter((item) => item.delegated)).toHaveLength(155);
    expect(catalogue.items).toHaveLength(200);
    expect(catalogue.patrolItems).toHaveLength(327);
    expect(catalogue.towns).toHaveLength(15);
    expect(catalogue.periods).toHaveLength(70);
    expect(catalogue.notOurs.length).toBeGreaterThanOrEqual(40);
    expect(catalogue.version).toMatch(/^[0-9a-f]{12}$/);
  });

  it('given a period of law, when read, then unit, warning, article and date of force are its own', () => {
    const { ordinary_case, accept, on_spot_delivery, hearing_request } = requirePeriods(loadCatalogue(SHIPPED), [
      'ordinary_case',
      'accept',
      'on_spot_delivery',
      'hearing_request',
    ]);
    expect(ordinary_case).toMatchObject({
      span: { number: 90, unit: 'calendar_day' },
      yellow: { kind: 'remaining', span: { number: 15, unit: 'calendar_day' } },
      article: { statute: '中华人民共和国行政处罚法（2021修订）', article: '第六十条' },
      inForceFrom: '2021-07-15',
      verified: true,
    });
    expect(accept).toMatchObject({
      yellow: { kind: 'share', percent: 70 },
      article: null,
    });
    expect(on_spot_delivery.yellow).toBeNull();
    expect(hearing_request.span).toEqual({ number: 5, unit: 'working_day' });
  });

  it('given a rule that names a limit, when loaded, then the figure comes from the limits', () => {
    const rule = loadCatalogue(SHIPPED).gradingRules.find(({ id }) => id === 'GR-23');
    expect(rule?.condition).toContain('超过200元（个人）/3000元（单位）时转普通程序');
    const dir = copyWith('limits.csv', (text) => text.replace('（公民）,200,', '（公民）,300,'));
    expect(loadCatalogue(dir).gradingRules.find(({ id }) => id === 'GR-23')?.condition).toContain('超过300元（个人）');
  });

  it('given a changed byte, when loaded, then the version is another', () => {
    const dir = copyWith('towns.csv', (text) => text.replace('汇江桥|', ''));
    expect(loadCatalogue(dir).version).not.toBe(loadCatalogue(SHIPPED).version);
  });

  it('given several bad cells, when loaded, then each is named with file, line, column, value and what is allowed', () => {
    const dir = copyWith('penalty_items.csv', (text) =>
      text
        .replace('CG-001,urban_management', 'CG-001,urban')
        .replace('CG-003,urban_management,', 'CG-002,urban_management,')
        .replace(/(CG-021,.*?),500,20000/, '$1,五百,20000'),
    );
    const error = errorOf(() => loadCatalogue(dir));
    expect(error.message).toContain('penalty_items.csv:2 domain "urban" — 只能是 urban_management、planning');
    expect(error.message).toContain('penalty_items.csv:22 fine_min_yuan "五百" — 应为不带正负号的数字');
    expect(error.message).toContain('penalty_items.csv code "CG-002" — 只能出现一次');
    expect(error.problems.length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    [
      'an unknown patrol link',
      'patrol_items.csv',
      (t: string) => t.replace(',CG-015,劝导', ',CG-915,劝导'),
      'patrol_items.csv:2 penalty_code "CG-915"',
    ],
    [
      'a short row',
      'towns.csv',
      (t: string) => `${t.trimEnd()}\n510184999,某镇,镇\n`,
      'towns.csv:17 — 应有 9 列，实有 3 列',
    ],
    ['a wrong header', 'limits.csv', (t: string) => t.replace('value', 'valeu'), 'limits.csv:1'],
    [
      'a unit that does not exist',
      'periods.csv',
      (t: string) => t.replace('15,minute', '15,minutes'),
      'periods.csv:2 unit "minutes"',
    ],
    [
      'a limit left out',
      'limits.csv',
      (t: string) => t.replace(/^officers_min.*\n/m, ''),
      'limits.csv id "officers_min"',
    ],
    [
      'a rule without code',
      'grading_rules.csv',
      (t: string) => t.replace('GR-30,', 'GR-99,'),
      'grading_rules.csv rule_id "GR-99"',
    ],
    [
      'a verified item without article',
      'penalty_items.csv',
      (t: string) => t.replace('第三十四条', ''),
      'penalty_items.csv:2 article ""',
    ],
    [
      'a date that is none',
      'periods.csv',
      (t: string) => t.replace('2021-07-15', '2021-02-30'),
      'in_force_from "2021-02-30"',
    ],
    [
      'words for a code that is gone',
      'item_words.csv',
      (t: string) => t.replace('CG-001,', 'CG-901,'),
      'item_words.csv:2 code "CG-901"',
    ],
    ['an unclosed quote', 'not_ours.csv', (t: string) => `${t}"NO-99,`, 'not_ours.csv'],
    [
      'office hours that end before they begin',
      'working_hours.csv',
      (t: string) => t.replace('13:00,17:00', '13:00,12:00'),
      'working_hours.csv:3 to "12:00"',
    ],
    [
      'office hours that can’t be read',
      'working_hours.csv',
      (t: string) => t.replace('09:00', '9点'),
      'working_hours.csv:2 from "9点"',
    ],
    [
      'office hours in each other’s way',
      'working_hours.csv',
      (t: string) => t.replace('13:00', '11:30'),
      'working_hours.csv:3 from "11:30"',
    ],
    [
      'no office hours at all',
      'working_hours.csv',
      (t: string) => `${t.split('\n')[0]}\n`,
      'working_hours.csv — 至少应有一段上班时间',
    ],
    [
      'a fact that no text shows',
      'grading_cues.csv',
      (t: string) => t.replace('pressOrMass', 'partyAge'),
      'grading_cues.csv:4 fact "partyAge"',
    ],
  ])('given %s, when loaded, then the start stops with the place', (_, file, change, place) => {
    expect(errorOf(() => loadCatalogue(copyWith(file, change))).message).toContain(place);
  });

  it('given a file that is missing, when loaded, then it is named', () => {
    const dir = copyWith('towns.csv', (text) => text);
    rmSync(join(dir, 'towns.csv'));
    expect(errorOf(() => loadCatalogue(dir)).message).toContain('towns.csv — 读不到文件');
  });

  it('given a period that no table has, when a procedure requires it, then it is refused by name', () => {
    expect(errorOf(() => requirePeriods(loadCatalogue(SHIPPED), ['accept', 'siesta'])).message).toContain(
      'periods.csv id "siesta"',
    );
  });
});

describe('the calendar', () => {
  it('given 2026, when loaded, then the autumn feasts and the days worked for them are right', () => {
    const { exceptions, knownYears } = loadCalendar(join(SHIPPED, 'calendar_overrides.csv'));
    for (const day of ['09-25', '09-26', '09-27'])
      expect(exceptions[`2026-${day}`]).toEqual({ work: false, name: '中秋' });
    for (let day = 1; day <= 7; day++) expect(exceptions[`2026-10-0${day}`]).toEqual({ work: false, name: '国庆节' });
    expect(exceptions['2026-09-20']?.work).toBe(true);
    expect(exceptions['2026-10-10']?.work).toBe(true);
    expect(exceptions['2026-09-28']).toBeUndefined();
    expect(knownYears).toEqual(expect.arrayContaining([2025, 2026]));
    expect(knownYears).not.toContain(2027);
  });

  it('given overrides, when loaded, then one odd day does not make a year known and a whole year does', () => {
    const odd = copyWith('calendar_overrides.csv', (text) => `${text}2027-06-09,no,调整放假,市政府通知\n`);
    expect(loadCalendar(join(odd, 'calendar_overrides.csv'))).toMatchObject({
      exceptions: { '2027-06-09': { work: false, name: '调整放假' } },
    });
    expect(loadCalendar(join(odd, 'calendar_overrides.csv')).knownYears).not.toContain(2027);
    const whole = copyWith(
      'calendar_overrides.csv',
      (text) => `${text}2027-01-01,no,元旦,国办通知\n2027-10-01,no,国庆节,国办通知\n`,
    );
    expect(loadCalendar(join(whole, 'calendar_overrides.csv')).knownYears).toContain(2027);
  });
});

describe('town_areas.geojson', () => {
  const ring = [
    [103.5, 30.7],
    [103.6, 30.7],
    [103.6, 30.9],
    [103.5, 30.9],
    [103.5, 30.7],
  ];
  const feature = (more: object = {}, properties: object = { code: '510184109', name: '街子镇' }) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: [ring], ...more },
  });
  const withAreas = (content: unknown) => {
    const dir = copyWith('towns.csv', (text) => text);
    writeFileSync(join(dir, 'town_areas.geojson'), typeof content === 'string' ? content : JSON.stringify(content));
    return dir;
  };
  const collection = (...features: readonly object[]) => ({ type: 'FeatureCollection', features });

  it('given the towns’ areas, when loaded, then they are there and the version is another; without the file points must do', () => {
    const shipped = loadCatalogue(SHIPPED);
    const catalogue = loadCatalogue(
      withAreas(collection(feature(), feature({ type: 'MultiPolygon', coordinates: [[ring]] }))),
    );
    expect(shipped.townAreas).toEqual([]);
    expect(catalogue.townAreas).toEqual([
      { town: '510184109', polygons: [[ring]] },
      { town: '510184109', polygons: [[ring]] },
    ]);
    expect(catalogue.version).not.toBe(shipped.version);
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /town_areas\.geojson/],
    ['no collection', feature(), /town_areas\.geojson.*features/],
    ['a town that is none', collection(feature(), feature({}, { code: '1', name: '某镇' })), /features\[1\]（某镇）/],
    ['a line', collection(feature({ type: 'LineString', coordinates: ring })), /features\[0\]（街子镇）\.geometry/],
    ['an open ring', collection(feature({ coordinates: [ring.slice(0, 4)] })), /features\[0\]（街子镇）\.geometry/],
    [
      'latitude before longitude',
      collection(feature(), feature({ coordinates: [ring.map(([lng, lat]) => [lat, lng])] })),
      /features\[1\]（街子镇）\.geometry/,
    ],
  ])('given %s, when loaded, then the start is refused with the file and the feature', (_, content, said) => {
    expect(errorOf(() => loadCatalogue(withAreas(content))).message).toMatch(said);
  });
});
