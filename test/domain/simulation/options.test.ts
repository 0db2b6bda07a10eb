import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BadOptions, parseSimulation } from '../../../commands/simulate/parseSimulation';
import { readFigures } from '../../../whatif/readFigures';
import { runSimulation } from '../../../commands/simulate/runSimulation';
import { BadStaffing, changeStaffing, readStaffChanges } from '../../../simulation/staffing';
import { catalogue } from './support';

const { towns } = catalogue;
const STAFFING = { '510184107': 18, '510184001': 18, bureau: 8, reviewers: 4 };
const change = (text: string) => changeStaffing(STAFFING, readStaffChanges(text), towns);

describe('a change of staffing', () => {
  it('given towns by code or by name, the bureau and the reviewers, then each has so many more or fewer', () => {
    expect(change('510184107=+2,bureau=-3,reviewers=+1')).toEqual({
      ...{ '510184107': 20, '510184001': 18, bureau: 5, reviewers: 5 },
    });
    expect(change('怀远镇=+2')).toMatchObject({ '510184107': 20 });
  });

  it('given a town that isn’t there, then it is refused with what is possible', () => {
    expect(() => change('510184999=+2')).toThrow(BadStaffing);
    expect(() => change('510184999=+2')).toThrow(
      /没有“510184999”。可以是 bureau（执法局）、reviewers.*510184107 怀远镇/,
    );
  });

  it('given more taken away than there are, a number without sign, or one twice, then each is refused in its own words', () => {
    expect(() => change('bureau=-9')).toThrow('只有 8 人，不能减少 9 人');
    expect(change('bureau=-8')).toMatchObject({ bureau: 0 });
    expect(() => change('bureau=3')).toThrow(/看不懂“bureau=3”：应形如/);
    expect(() => change('bureau=+1,bureau=+1')).toThrow('写了两次');
  });
});

describe('the options of npm run simulate', () => {
  const parse = (line: string) => parseSimulation(line.split(' '));
  const season = '--from 2026-01-01 --to 2026-06-30';

  it('given a season, then a hundred replications of a made-up one', () => {
    expect(parse(season)).toMatchObject({ past: false, replications: 100, seed: 1, check: false, catalogue: null });
  });

  it('given what can’t be, then it is refused and says what to write', () => {
    expect(() => parse('--past')).toThrow(/--from 和 --to 应为日期[\s\S]*用法/);
    expect(() => parse('--from 2026-02-30 --to 2026-06-30')).toThrow(BadOptions);
    expect(() => parse('--from 2026-07-01 --to 2026-06-30')).toThrow('晚于');
    expect(() => parse('--from 2026-01-01 --to 2029-01-01')).toThrow('不超过 36 个月');
    expect(parse('--from 2026-01-01 --to 2028-12-31').days.to).toBe('2028-12-31');
    expect(() => parse(`${season} --replications 38`)).toThrow('39 到 10000');
    expect(() => parse(`${season} --officer x`)).toThrow('用法');
  });

  it('given a check, then it holds out a whole month and asks about nothing else', () => {
    expect(parse(`${season} --check`).check).toBe(true);
    expect(() => parse('--from 2026-01-01 --to 2026-06-29 --check')).toThrow('应为月末');
    expect(() => parse(`${season} --check --officers bureau=+1`)).toThrow('不与 --catalogue、--officers 同用');
  });
});

describe('npm run simulate', () => {
  async function told(line: string, databaseUrl: string | null = null): Promise<string> {
    const lines: string[] = [];
    await runSimulation(parseSimulation(line.split(' ')), {
      ...{ env: { catalogueDir: 'config/catalogue' }, databaseUrl },
      print: (text) => lines.push(text),
      progress: () => () => undefined,
    });
    return lines.join('\n');
  }
  const month = '--from 2026-03-01 --to 2026-03-31 --replications 39';

  it('given a scenario, then base, scenario and difference stand side by side, and how much is only proposed is said', async () => {
    const text = await told(`${month} --officers 怀远镇=-16`);
    expect(text).toContain('假设：目录 ');
    expect(text).toContain('（同现行），怀远镇 -16 人');
    expect(text).toMatch(/所用数据有 \d+ 行是建议值，未经核定/);
    expect(text).toMatch(/结案（件）\t\d+ \[\d+, \d+\]\t\d+ \[\d+, \d+\]\t-?\d+ \[-?\d+, [-+]?\d+\]/);
    expect(text).toMatch(/ {2}怀远镇\t[\d.]+% /);
    expect(text).toContain('得分中权重');
  });

  it('given --json -, then JSON alone', async () => {
    const answer = JSON.parse(await told(`${month} --json -`)) as { season: object; scenario: null };
    expect(answer).toMatchObject({ season: { kind: 'made_up', from: '2026-03-01', to: '2026-03-31' }, scenario: null });
  });

  it('given no database, or a season before any procedure, then it says so', async () => {
    await expect(told(`${month} --past`)).rejects.toThrow('不知道数据库在哪里');
    await expect(told('--from 2025-03-01 --to 2025-03-31')).rejects.toThrow(/2025-03-01.*没有施行的程序.*2026-01-01/);
  });
});

describe('the figures of a made-up season', () => {
  const codes = new Set(towns.map(({ code }) => code));
  const changed = (file: string, change: (text: string) => string) => {
    const dir = mkdtempSync(join(tmpdir(), 'figures-'));
    cpSync('config/simulation', dir, { recursive: true });
    writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));
    return () => readFigures(dir, codes);
  };

  it('given the shipped ones, then every row is a proposal that nobody has confirmed', () => {
    const { rates, proposals, proposed } = readFigures('config/simulation', codes);
    expect(rates.rates.length).toBe(15 * 7);
    expect(proposed).toBe(
      rates.rates.length + 7 + 3 + rates.facts.length + proposals.times.length + proposals.routes.length,
    );
  });

  it('given a bad row, then it stops with file, line and what is possible', () => {
    expect(changed('arrivals.csv', (text) => text.replace('510184001', '510184999'))).toThrow(
      /arrivals\.csv.*2[\s\S]*应为目录里的镇街代码/,
    );
    expect(
      changed('routes.csv', (text) => text.replace('town,file,performance,0.45', 'town,file,performance,0.5')),
    ).toThrow(/town file 的去向之和应为 1/);
    expect(changed('weekdays.csv', (text) => text.replace('\n7,', '\n6,'))).toThrow(/1 到 7 应各有一行/);
    expect(changed('stage_times.csv', (text) => text.replace('review,*,0.5,2,6', 'review,*,0.5,2,1'))).toThrow(
      /依次不减/,
    );
    expect(changed('items.csv', (text) => text.replace(/\nbureau.*/, ''))).toThrow(/应各有一行/);
  });
});
