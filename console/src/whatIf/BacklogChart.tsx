import { useMemo } from 'react';
import type { WhatIfFigure } from '../shared/api/types';
import { Chart } from '../shared/Chart';
import type { ChartOption } from '../shared/echarts';
import { State } from '../shared/State';

const INK = '#1d2129';
const WORLDS = {
  base: { colour: '#0b57d0', line: 'solid', symbol: 'circle' },
  scenario: { colour: '#8a4b00', line: 'dashed', symbol: 'diamond' },
} as const;
type World = keyof typeof WORLDS;

export interface BacklogChartProps {
  readonly weeks: readonly WhatIfFigure[];
  readonly compared: boolean;
}

/** How many cases are open at each week's end, with the band in which they lie. */
export function BacklogChart({ weeks, compared }: BacklogChartProps) {
  const option = useMemo<ChartOption>(() => {
    const worlds: readonly World[] = compared ? ['base', 'scenario'] : ['base'];
    const actual = weeks.map((week) => week.actual);
    return {
      animation: false,
      grid: { left: 56, right: 20, top: 16, bottom: 30 },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: weeks.map(({ of }) => (of ?? '').slice(5)),
        axisLabel: { color: INK },
      },
      yAxis: { type: 'value', axisLabel: { color: INK } },
      series: [
        ...worlds.flatMap((world) => band(weeks, world)),
        ...(actual.some((value) => value !== null)
          ? [{ type: 'line' as const, data: actual, lineStyle: { opacity: 0 }, ...CROSS }]
          : []),
      ],
    };
  }, [weeks, compared]);
  if (weeks.length === 0)
    return (
      <State kind="empty" title="季节不到一周">
        <p>放宽起止日期后，这里按周显示。</p>
      </State>
    );
  return <Chart label="各周末在办的案件，内容同下面的表格" option={option} height={300} />;
}

const CROSS = {
  symbol: 'path://M0,2 L2,0 L5,3 L8,0 L10,2 L7,5 L10,8 L8,10 L5,7 L2,10 L0,8 L3,5 Z',
  symbolSize: 9,
  itemStyle: { color: INK },
};

/** The lower end bears the band, which is as high as from there to the upper. */
function band(weeks: readonly WhatIfFigure[], world: World) {
  const { colour, line, symbol } = WORLDS[world];
  const of = (value: (estimate: NonNullable<WhatIfFigure['base']>) => number): (number | null)[] =>
    weeks.map((week) => {
      const estimate = week[world];
      return estimate === null ? null : value(estimate);
    });
  const bearing = { type: 'line', stack: world, symbol: 'none', lineStyle: { opacity: 0 }, silent: true } as const;
  return [
    { ...bearing, data: of(({ low }) => low) },
    { ...bearing, data: of(({ low, high }) => high - low), areaStyle: { color: colour, opacity: 0.18 } },
    {
      type: 'line' as const,
      data: of(({ mean }) => mean),
      ...{ symbol, symbolSize: 7, itemStyle: { color: colour } },
      lineStyle: { color: colour, type: line, width: 2 },
    },
  ];
}
