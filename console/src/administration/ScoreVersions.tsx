import type { FormulaHistory, ScoreFormula } from '../shared/api/types';
import { Card } from '../shared/Card';
import { State } from '../shared/State';
import { WideTable } from '../shared/WideTable';
import { usedIn } from './usedIn';

/** 得分公式: each version with its weights, what it changed, since when, and in which reports. */
export function ScoreVersions({ history }: { readonly history: FormulaHistory }) {
  const formulas = history.formulas.toSorted(
    (one, other) => one.id.localeCompare(other.id) || other.version - one.version,
  );
  return (
    <Card title="得分公式">
      {formulas.length === 0 ? (
        <State kind="empty" title="没有得分公式">
          <p>在 score_weights.csv 登记权重后，这里列出每一版。</p>
        </State>
      ) : (
        <WideTable
          label="得分公式的各版"
          columns={['公式', '版本', '施行', '核定', '权重（共 100）', '比上一版', '用于月报']}
          rows={formulas.map((formula) => ({
            key: `${formula.id}/${formula.version}`,
            cells: [
              formula.label,
              `第 ${formula.version} 版`,
              `${formula.inForceFrom} 起`,
              formula.verified ? '已核定' : '待核定',
              formula.parts.map(partWords).join('，'),
              changeWords(
                formula,
                formulas.find(({ id, version }) => id === formula.id && version < formula.version),
              ),
              usedIn(history, formula.id, formula.version),
            ],
          }))}
        />
      )}
    </Card>
  );
}

type Part = ScoreFormula['parts'][number];

const partWords = ({ label, weight, countsAs }: Part): string =>
  `${label}${countsAs === 'rest' ? '（越少越好）' : ''} ${weight}`;

function changeWords({ parts }: ScoreFormula, before: ScoreFormula | undefined): string {
  if (before === undefined) return '第一版';
  const same = (one: Part, other: Part): boolean => one.indicator === other.indicator;
  const changes = [
    ...parts.flatMap((part) => {
      const old = before.parts.find((one) => same(one, part));
      if (old === undefined) return [`新增${partWords(part)}`];
      const words = [
        ...(old.weight === part.weight ? [] : [`${old.weight} → ${part.weight}`]),
        ...(old.version === part.version ? [] : [`指标第 ${old.version} 版 → 第 ${part.version} 版`]),
        ...(old.countsAs === part.countsAs ? [] : ['计分方式改变']),
      ];
      return words.length === 0 ? [] : [`${part.label} ${words.join('，')}`];
    }),
    ...before.parts.filter((old) => !parts.some((part) => same(part, old))).map(({ label }) => `去掉${label}`),
  ];
  return changes.length === 0 ? '权重相同' : changes.join('；');
}
