import type { IndicatorQuery } from '../shared/api/types';
import { DayRange } from '../shared/DayRange';

const BY = { town: '发生地镇街', org: '责任单位', team: '中队', officer: '承办人', all: '不分' } as const;

export type Range = Pick<IndicatorQuery, 'from' | 'to' | 'by'>;

/** From when to when, and of whom. */
export function RangeFields({ range, change }: { readonly range: Range; readonly change: (range: Range) => void }) {
  const { from, to, by } = range;
  return (
    <>
      <label>
        按
        <select value={by} onChange={({ target }) => change({ ...range, by: target.value as Range['by'] })}>
          {Object.entries(BY).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <DayRange
        from={from}
        to={to}
        change={(end, day) => {
          if (day !== '') change({ ...range, [end]: day });
        }}
      />
    </>
  );
}
