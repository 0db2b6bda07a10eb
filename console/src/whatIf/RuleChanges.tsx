import { WideTable } from '../shared/WideTable';
import type { ChangesProps } from './Changes';

const OFF = 'off';

/** 分级规则: another grade for a rule, or none of it. Only what decides at the report; a season knows no more of its cases. */
export function RuleChanges({ base, changes, change }: ChangesProps) {
  const { rules } = changes;
  const set = (id: string, now: string, value: string): void => {
    const others = rules.filter((one) => one.id !== id);
    const grade = value === OFF ? null : (value as (typeof base.rules)[number]['grade']);
    change({ ...changes, rules: value === now ? others : [...others, { id, grade }] });
  };
  return (
    <details>
      <summary>分级规则{rules.length > 0 && `（改了 ${rules.length} 条）`}</summary>
      <p className="quiet">只列上报时就能决定分级的规则；看立案后事实的规则，推演里用不上。</p>
      <WideTable
        label="分级规则"
        columns={['规则', '条件', '现行', '假设', '依据']}
        rows={base.rules.map(({ id, condition, grade, basis }) => {
          const changed = rules.find((one) => one.id === id);
          return {
            key: id,
            cells: [
              id,
              condition,
              base.gradeLabels[grade] ?? grade,
              <select
                key="new"
                aria-label={`假设：规则 ${id}`}
                value={changed === undefined ? grade : (changed.grade ?? OFF)}
                onChange={({ target }) => set(id, grade, target.value)}
              >
                {Object.entries(base.gradeLabels).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
                <option value={OFF}>停用</option>
              </select>,
              basis,
            ],
          };
        })}
      />
    </details>
  );
}
