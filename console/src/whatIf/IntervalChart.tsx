import type { CustomSeriesOption, CustomSeriesRenderItemAPI } from 'echarts/types/dist/shared';
import { useMemo } from 'react';
import type { WhatIfFigure } from '../shared/api/types';
import { Chart } from '../shared/Chart';
import type { ChartOption } from '../shared/echarts';
import { State } from '../shared/State';

const ROW = 44;
const INK = '#1d2129';
/** Colour and form both say which world it is. */
const WORLDS = {
  base: { colour: '#0b57d0', form: 'circle' },
  scenario: { colour: '#8a4b00', form: 'diamond' },
} as const;
type World = keyof typeof WORLDS;

export interface IntervalChartProps {
  readonly label: string;
  readonly rows: readonly WhatIfFigure[];
  readonly compared: boolean;
  readonly past: boolean;
}

/** Each figure as a mark at its mean on a line from one end of its interval to the other; both worlds under each other. */
export function IntervalChart({ label, rows, compared, past }: IntervalChartProps) {
  const known = useMemo(() => rows.filter(({ base, scenario }) => base !== null || scenario !== null), [rows]);
  const option = useMemo<ChartOption>(() => {
    const share = known.every(({ unit }) => unit === 'share');
    return {
      animation: false,
      grid: { left: 150, right: 30, top: 6, bottom: 26 },
      xAxis: { type: 'value', axisLabel: { color: INK, formatter: share ? '{value}%' : '{value}' }, scale: true },
      yAxis: {
        type: 'category',
        inverse: true,
        data: known.map(({ label: name, ofLabel }) => ofLabel ?? name),
        axisLabel: { color: INK, width: 140, overflow: 'break', interval: 0 },
        splitLine: { show: true },
      },
      series: [
        intervals(known, 'base', compared ? -8 : 0),
        ...(compared ? [intervals(known, 'scenario', 8)] : []),
        ...(past ? [happened(known)] : []),
      ],
    };
  }, [known, compared, past]);
  if (known.length === 0)
    return (
      <State kind="empty" title="没有可以比较的">
        <p>这一季里没有这样的案件。</p>
      </State>
    );
  return <Chart label={label} option={option} height={ROW * known.length + 40} />;
}

const scaled = ({ unit }: WhatIfFigure, value: number): number => (unit === 'share' ? 100 * value : value);

function intervals(rows: readonly WhatIfFigure[], world: World, shift: number): CustomSeriesOption {
  const { colour, form } = WORLDS[world];
  return {
    type: 'custom',
    encode: { x: [1, 2, 3], y: 0 },
    data: rows.flatMap((row, at) => {
      const estimate = row[world];
      if (estimate === null) return [];
      return [[at, ...[estimate.low, estimate.mean, estimate.high].map((value) => scaled(row, value))]];
    }),
    renderItem: (_params, api) => {
      const [low, mean, high] = [1, 2, 3].map((dimension) => xOf(api, dimension)) as [number, number, number];
      const y = yOf(api) + shift;
      const line = { style: { stroke: colour, lineWidth: 3 } };
      return {
        type: 'group',
        children: [
          { type: 'line', shape: { x1: low, y1: y, x2: high, y2: y }, ...line },
          { type: 'line', shape: { x1: low, y1: y - 4, x2: low, y2: y + 4 }, ...line },
          { type: 'line', shape: { x1: high, y1: y - 4, x2: high, y2: y + 4 }, ...line },
          form === 'circle'
            ? { type: 'circle', shape: { cx: mean, cy: y, r: 5 }, style: { fill: colour } }
            : {
                type: 'polygon',
                shape: {
                  points: [
                    [mean, y - 7],
                    [mean + 7, y],
                    [mean, y + 7],
                    [mean - 7, y],
                  ],
                },
                style: { fill: colour },
              },
        ],
      };
    },
  };
}

function happened(rows: readonly WhatIfFigure[]): CustomSeriesOption {
  return {
    type: 'custom',
    encode: { x: 1, y: 0 },
    data: rows.flatMap((row, at) => (row.actual === null ? [] : [[at, scaled(row, row.actual)]])),
    renderItem: (_params, api) => {
      const [x, y] = [xOf(api, 1), yOf(api)];
      const style = { stroke: INK, lineWidth: 2 };
      return {
        type: 'group',
        children: [
          { type: 'line', shape: { x1: x - 5, y1: y - 5, x2: x + 5, y2: y + 5 }, style },
          { type: 'line', shape: { x1: x - 5, y1: y + 5, x2: x + 5, y2: y - 5 }, style },
        ],
      };
    },
  };
}

const xOf = (api: CustomSeriesRenderItemAPI, dimension: number): number =>
  api.coord([api.value(dimension), api.value(0)])[0] ?? 0;
const yOf = (api: CustomSeriesRenderItemAPI): number => api.coord([api.value(1), api.value(0)])[1] ?? 0;
