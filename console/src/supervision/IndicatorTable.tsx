import { useMemo } from 'react';
import type { IndicatorPage } from '../shared/api/types';
import { Chart } from '../shared/Chart';
import type { ChartOption } from '../shared/echarts';
import { durationWords } from './durationWords';

export type IndicatorRow = IndicatorPage['rows'][number];

export interface IndicatorTableProps {
  readonly unit: string;
  readonly rows: readonly IndicatorRow[];
  readonly chosen: IndicatorRow | null;
  readonly choose: (row: IndicatorRow) => void;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const HOUR_MS = 3_600_000;

export function IndicatorTable({ unit, rows, chosen, choose }: IndicatorTableProps) {
  const sorted = useMemo(
    () => rows.toSorted((one, other) => (other.share ?? other.medianMs ?? 0) - (one.share ?? one.medianMs ?? 0)),
    [rows],
  );
  const isShare = unit === 'share';
  const option: ChartOption = {
    animation: false,
    grid: { left: 120, right: 60, top: 6, bottom: 24 },
    xAxis: {
      type: 'value',
      ...(isShare ? { max: 100 } : {}),
      axisLabel: { formatter: isShare ? '{value}%' : '{value} 小时' },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: sorted.map(({ name }) => name),
      axisLabel: { color: '#1d2129' },
    },
    series: [
      {
        type: 'bar',
        itemStyle: { color: '#0b57d0' },
        label: { show: true, position: 'right', color: '#1d2129' },
        data: sorted.map(({ share, medianMs }) =>
          isShare ? Number((100 * (share ?? 0)).toFixed(1)) : Number(((medianMs ?? 0) / HOUR_MS).toFixed(1)),
        ),
      },
    ],
  };
  return (
    <>
      <Chart label="指标数值，内容同下面的表格" option={option} height={32 * sorted.length + 40} />
      <div className="scroll" tabIndex={0} role="region" aria-label="指标数值">
        <table>
          <thead>
            <tr>
              <th scope="col">单位或人员</th>
              <th scope="col">{isShare ? '数值' : '中位数'}</th>
              <th scope="col">{isShare ? '95% 区间' : '九成在此以内'}</th>
              <th scope="col">样本</th>
              <th scope="col">背后的案件</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => {
              const { who, name, hits, n, share, low, high, medianMs, p90Ms, note } = row;
              return (
                <tr key={who}>
                  <th scope="row">{name}</th>
                  <td>{share !== null ? percent(share) : medianMs !== null ? durationWords(medianMs) : '—'}</td>
                  <td>
                    {low !== null && high !== null ? `${percent(low)} – ${percent(high)}` : ''}
                    {p90Ms !== null && durationWords(p90Ms)}
                  </td>
                  <td>
                    {isShare ? `${hits}/${n}` : n}
                    {note !== null && `（${note}）`}
                  </td>
                  <td>
                    <button
                      type="button"
                      className="link"
                      aria-pressed={who === chosen?.who}
                      onClick={() => choose(row)}
                    >
                      看案件
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
