import { WideTable } from '../shared/WideTable';
import type { ChangesProps } from './Changes';

/** 人员: so many people in a town, at the bureau, or among the reviewers. */
export function StaffChanges({ base, changes, change }: ChangesProps) {
  const { staffing } = changes;
  const set = (pool: string, now: number, text: string): void => {
    const others = staffing.filter((one) => one.pool !== pool);
    const by = Number(text) - now;
    const same = text === '' || !Number.isInteger(by) || Number(text) < 0 || by === 0;
    change({ ...changes, staffing: same ? others : [...others, { pool, by }] });
  };
  return (
    <details>
      <summary>人员{staffing.length > 0 && `（改了 ${staffing.length} 处）`}</summary>
      <p className="quiet">
        镇街和执法局为持有效执法证的人员，两人一组办案（行政处罚法第四十二条），多一人未必多一组；法制审核员一人一件。
      </p>
      <WideTable
        label="人员"
        columns={['单位', '现行', '假设', '增减']}
        rows={base.pools.map(({ pool, name, people }) => {
          const by = staffing.find((one) => one.pool === pool)?.by ?? 0;
          return {
            key: pool,
            cells: [
              name,
              `${people} 人`,
              <span key="new" className="line">
                <input
                  type="number"
                  min={0}
                  max={999}
                  aria-label={`假设：${name}（人）`}
                  value={people + by}
                  onChange={({ target }) => set(pool, people, target.value)}
                />
                人
              </span>,
              by === 0 ? '' : `${by > 0 ? '+' : ''}${by}`,
            ],
          };
        })}
      />
    </details>
  );
}
