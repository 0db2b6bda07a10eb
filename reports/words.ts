import type { IndicatorRow } from '../db/readIndicator';
import type { Indicator } from '../domain/evaluation/indicator';
import { INDICATORS } from '../domain/evaluation/indicators';
import type { ScoreFormula } from '../domain/evaluation/score';
import { wilson } from '../domain/evaluation/wilson';
import type { ScoreRow } from '../evaluation/scoresView';

type Unit = Pick<Indicator, 'unit'>;

/** How figures are written in a report. What nothing was counted of is said so and is never a nought. */

export const NONE = '没有样本';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export const monthWords = (month: string): string => month.replace(/^(\d{4})-0?(\d+)$/, '$1年$2月');

export const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

export function durationWords(ms: number): string {
  if (ms >= DAY_MS) return `${(ms / DAY_MS).toFixed(1)}天`;
  if (ms >= HOUR_MS) return `${(ms / HOUR_MS).toFixed(1)}小时`;
  return `${(ms / 60_000).toFixed(1)}分钟`;
}

export function valueWords({ unit }: Unit, row: IndicatorRow | undefined): string {
  if (row === undefined) return NONE;
  if (unit === 'share') return percent(row.hits / row.n);
  return `中位数${durationWords(row.medianMs)}，九成在${durationWords(row.p90Ms)}内`;
}

export function intervalWords({ unit }: Unit, row: IndicatorRow | undefined): string {
  const interval = row === undefined || unit !== 'share' ? null : wilson(row.hits, row.n);
  return interval === null ? '—' : `${percent(interval.low)}～${percent(interval.high)}`;
}

export const countWords = ({ unit }: Unit, row: IndicatorRow | undefined): string =>
  row === undefined ? '0' : unit === 'share' ? `${row.hits}/${row.n}` : `${row.n}`;

export function rankWords(score: ScoreRow | undefined): string {
  if (score?.rank == null) return '不排名';
  const { best, worst } = score.rank;
  return best === worst ? `${best}` : `${best}～${worst}`;
}

export const pointsWords = (points: number | null | undefined): string =>
  points === null || points === undefined ? '—' : points.toFixed(1);

export function formulaWords(formula: ScoreFormula | null): string {
  if (formula === null) return '当月没有施行的得分公式，不计得分。';
  const parts = formula.parts.map(({ indicator, indicatorVersion, weight, countsAs }) => {
    const found = INDICATORS.find(({ id, version }) => id === indicator && version === indicatorVersion);
    const label = `${found?.label ?? indicator}（第${indicatorVersion}版）`;
    return `${weight}×${countsAs === 'share' ? label : `（1－${label}）`}`;
  });
  const verified = formula.verified ? '' : '；权重尚未核定';
  return `${formula.label}（第${formula.version}版${verified}）＝${parts.join('＋')}`;
}
