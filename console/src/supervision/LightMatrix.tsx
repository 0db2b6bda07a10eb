import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Overview } from '../shared/api/types';
import { Chart } from '../shared/Chart';
import type { ChartOption } from '../shared/echarts';
import { casesAddress, LIGHT_COLOURS, LIGHT_SIGNS, LIGHTS, matrixOf, type MatrixCell } from '../shared/matrixOf';
import { State } from '../shared/State';

const ROW = 30;

interface Datum {
  readonly cell: MatrixCell;
}

/** The matrix as a picture; a press on a cell leads to its cases. */
export function LightMatrix({ overview }: { readonly overview: Overview }) {
  const navigate = useNavigate();
  const { towns, stages, cells } = useMemo(() => matrixOf(overview), [overview]);
  const option = useMemo<ChartOption>(
    () => ({
      animation: false,
      grid: { left: 90, right: 10, top: 34, bottom: 10 },
      // Drawn, not HTML: the policy allows no style but our own.
      tooltip: { renderMode: 'richText', formatter: '{b}' },
      xAxis: {
        type: 'category',
        position: 'top',
        data: stages.map(({ label }) => label),
        axisLabel: { interval: 0, color: '#1d2129' },
        splitArea: { show: true },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: towns.map(({ name }) => name),
        axisLabel: { interval: 0, color: '#1d2129' },
        splitArea: { show: true },
      },
      visualMap: {
        type: 'piecewise',
        show: false,
        dimension: 3,
        pieces: LIGHTS.map((light, rank) => ({ value: rank, color: LIGHT_COLOURS[light] })),
      },
      series: [
        {
          type: 'heatmap',
          data: cells.map((cell) => ({
            cell,
            name: `${towns.find(({ code }) => code === cell.town)?.name ?? cell.town}，${stages.find(({ stage }) => stage === cell.stage)?.label ?? cell.stage}：${cell.count} 件`,
            value: [
              stages.findIndex(({ stage }) => stage === cell.stage),
              towns.findIndex(({ code }) => code === cell.town),
              cell.count,
              LIGHTS.indexOf(cell.worst),
            ],
            itemStyle: { borderColor: '#fff', borderWidth: 2 },
            label: { show: true, color: '#1d2129', formatter: `${LIGHT_SIGNS[cell.worst]} ${cell.count}` },
          })),
        },
      ],
    }),
    [cells, stages, towns],
  );
  if (cells.length === 0) {
    return (
      <State kind="empty" title="没有在办案件">
        <p>有案件在办时，这里按镇街和环节显示。</p>
      </State>
    );
  }
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="镇街和环节矩阵">
      <div className="matrix">
        <Chart
          label="镇街和环节矩阵，内容同下面的表格"
          option={option}
          height={ROW * towns.length + 44}
          onPick={(data) => {
            const { town, stage } = (data as Datum).cell;
            void navigate(casesAddress({ town, stage }));
          }}
        />
      </div>
    </div>
  );
}
