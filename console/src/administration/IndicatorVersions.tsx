import type { FormulaHistory } from '../shared/api/types';
import { Card } from '../shared/Card';
import { WideTable } from '../shared/WideTable';
import { usedIn } from './usedIn';

/** 指标: each formula in words, with every version; which scores count it, and in which reports it stands. */
export function IndicatorVersions({ history }: { readonly history: FormulaHistory }) {
  const { indicators, formulas } = history;
  const sorted = indicators.toSorted(
    (one, other) => one.label.localeCompare(other.label) || other.version - one.version,
  );
  return (
    <Card title={`指标（${new Set(indicators.map(({ id }) => id)).size} 项，各版共 ${indicators.length} 个）`}>
      <p className="quiet">指标的算法在程序里，随版本发布；改算法就是新的一版，并对全部历史重新计算。</p>
      <WideTable
        label="指标的各版"
        columns={['指标', '版本', '单位', '分子', '分母', '计入', '不计', '计入的得分', '用于月报']}
        rows={sorted.map(({ id, version, label, unit, numerator, denominator, window, exemptions }) => ({
          key: `${id}/${version}`,
          cells: [
            label,
            `第 ${version} 版`,
            unit === 'share' ? '份额' : '时长',
            ...[numerator, denominator, window, exemptions],
            formulas
              .filter(({ parts }) => parts.some((part) => part.indicator === id && part.version === version))
              .map((formula) => `${formula.label}第 ${formula.version} 版`)
              .join('、'),
            usedIn(history, id, version),
          ],
        }))}
      />
    </Card>
  );
}
