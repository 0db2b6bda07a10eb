import { INDICATORS } from '../domain/evaluation/indicators';
import { COUNTED_AS, type ScoreFormula, type ScorePart } from '../domain/evaluation/score';
import { Problems } from './problems';
import { readTable } from './readTable';
import type { Row } from './row';

const WEIGHTS_FILE = 'score_weights.csv';
const LIMITS_FILE = 'evaluation_limits.csv';
const COLUMNS = [
  'formula',
  'version',
  'label',
  'in_force_from',
  'indicator',
  'indicator_version',
  'weight',
  'counts_as',
  'verified',
] as const;
const LIMIT_COLUMNS = ['id', 'name', 'value', 'unit', 'in_force_from'] as const;
type WeightRow = Row<(typeof COLUMNS)[number]>;

export interface EvaluationRules {
  readonly formulas: readonly ScoreFormula[];
  /** Fewer observations than these make no rank. */
  readonly enough: number;
  /** Of what is closed, as much as this should be closed by the towns themselves, in percent. */
  readonly townShareTarget: number;
  /** When the report of the month before is made: in Shanghai, on the hour. */
  readonly reportAt: { readonly day: number; readonly hour: number };
}

/** Each limit once, within what it can be: a day that every month has, an hour of the day. */
const LIMITS = {
  enough: { from: 0, to: 1_000_000 },
  report_day: { from: 1, to: 28 },
  report_hour: { from: 0, to: 23 },
  town_share_target: { from: 0, to: 100 },
} as const;
type Limit = keyof typeof LIMITS;

/**
 * Reads how indicators make scores. Apart from the catalogue: no case carries it. Throws a CatalogueError that lists every
 * problem with its line and column; so does a formula over anything but the indicators, which can't read fines and
 * confiscations (行政处罚法 74).
 */
export function loadEvaluation(dir: string): EvaluationRules {
  const problems = new Problems();
  const formulas = new Map<string, ScoreFormula>();
  for (const row of readTable(dir, WEIGHTS_FILE, COLUMNS, problems)) {
    const formula: ScoreFormula = {
      id: row.matching('formula', /^[a-z_]{1,40}$/, '应为小写字母和下划线'),
      version: row.whole('version'),
      label: row.text('label'),
      inForceFrom: row.date('in_force_from'),
      parts: [],
      verified: row.flag('verified', 'yes', 'no'),
    };
    const key = `${formula.id}@${formula.version}`;
    const known = formulas.get(key) ?? formula;
    if (known.label !== formula.label) row.fail('label', `同一版本应同名：${known.label}`);
    if (known.inForceFrom !== formula.inForceFrom)
      row.fail('in_force_from', `同一版本应同日施行：${known.inForceFrom}`);
    const part = partOf(row);
    if (known.parts.some(({ indicator }) => indicator === part.indicator)) row.fail('indicator', '同一版本内不应重复');
    formulas.set(key, { ...known, verified: known.verified && formula.verified, parts: [...known.parts, part] });
  }
  for (const [key, { parts }] of formulas) {
    const total = parts.reduce((sum, { weight }) => sum + weight, 0);
    if (total !== 100) {
      const value = `${key}：${total}`;
      problems.add({ file: WEIGHTS_FILE, line: null, column: 'weight', value, allowed: '各项权重之和应为 100' });
    }
  }
  const limits = new Map<Limit, number>();
  for (const row of readTable(dir, LIMITS_FILE, LIMIT_COLUMNS, problems)) {
    const id = row.oneOf('id', Object.keys(LIMITS) as [Limit, ...Limit[]]);
    row.text('name');
    row.text('unit');
    row.date('in_force_from');
    const value = row.whole('value');
    const { from, to } = LIMITS[id];
    if (value < from || value > to) row.fail('value', `应在 ${from} 到 ${to} 之间`);
    if (limits.has(id)) row.fail('id', '不应重复');
    limits.set(id, value);
  }
  for (const id of Object.keys(LIMITS) as Limit[]) {
    if (limits.has(id)) continue;
    problems.add({ file: LIMITS_FILE, line: null, column: 'id', value: '没有', allowed: `应有一行 ${id}` });
  }
  problems.throwIfAny();
  const limit = (id: Limit): number => limits.get(id) ?? 0;
  return {
    formulas: [...formulas.values()],
    enough: limit('enough'),
    townShareTarget: limit('town_share_target'),
    reportAt: { day: limit('report_day'), hour: limit('report_hour') },
  };
}

function partOf(row: WeightRow): ScorePart {
  const indicator = row.text('indicator');
  const indicatorVersion = row.whole('indicator_version');
  const found = INDICATORS.find(({ id, version }) => id === indicator && version === indicatorVersion);
  if (found === undefined) {
    row.fail('indicator', '应为已有的指标及其版本；罚没款项不得作为考核的输入（行政处罚法第七十四条）');
  } else if (found.unit !== 'share') {
    row.fail('indicator', '只能用份额，不能用时长');
  }
  const weight = row.whole('weight');
  if (weight === 0) row.fail('weight', '应大于 0');
  return { indicator, indicatorVersion, weight, countsAs: row.oneOf('counts_as', COUNTED_AS) };
}
