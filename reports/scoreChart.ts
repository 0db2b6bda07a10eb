import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type Canvas } from '@napi-rs/canvas';
import { BarChart, CustomChart, type BarSeriesOption, type CustomSeriesOption } from 'echarts/charts';
import { GridComponent, TitleComponent, type GridComponentOption, type TitleComponentOption } from 'echarts/components';
import { init, setPlatformAPI, use, type ComposeOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

type Option = ComposeOption<BarSeriesOption | CustomSeriesOption | GridComponentOption | TitleComponentOption>;
type Drawn = NonNullable<CustomSeriesOption['renderItem']>;

export interface Bar {
  readonly name: string;
  /** null = nothing is known: no bar, and the name says so. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** As wide and as high as the pictures in the template are drawn, in pixels. */
export const CHART_SIZE = { width: 1_240, height: 620 } as const;

const FONT = 'NotoSerifSC';
const { resolve } = createRequire(import.meta.url);
GlobalFonts.registerFromPath(resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'), FONT);
use([BarChart, CustomChart, GridComponent, TitleComponent, CanvasRenderer]);
setPlatformAPI({ createCanvas: (width = 32, height = 32) => createCanvas(width, height) as never });

/** Of a hundred, with the interval in which each lies, as a PNG that says the same on every machine: the type is brought along. */
export function scoreChart(title: string, bars: readonly Bar[]): Buffer {
  const canvas: Canvas = createCanvas(CHART_SIZE.width, CHART_SIZE.height);
  const chart = init(canvas as never, null, { ...CHART_SIZE, devicePixelRatio: 1 });
  const option: Option = {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: FONT, fontSize: 18 },
    title: { text: title, left: 'center', top: 12, textStyle: { fontFamily: FONT, fontSize: 26, color: '#222222' } },
    grid: { left: 70, right: 30, top: 80, bottom: 130 },
    xAxis: {
      type: 'category',
      data: bars.map(({ name, value }) => (value === null ? `${name}（无样本）` : name)),
      axisLabel: { interval: 0, rotate: 40, fontFamily: FONT, fontSize: 18, color: '#222222' },
    },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { fontFamily: FONT, fontSize: 18, color: '#222222' } },
    series: [
      {
        type: 'bar',
        data: bars.map(({ value }) => value),
        itemStyle: { color: '#2f6db5' },
        barMaxWidth: 44,
        label: {
          show: true,
          position: 'insideBottom',
          color: '#ffffff',
          fontFamily: FONT,
          fontSize: 18,
          formatter: ({ value }) => (typeof value === 'number' ? value.toFixed(1) : ''),
        },
      },
      {
        type: 'custom',
        data: bars.flatMap(({ low, high }, at) => (low === null || high === null ? [] : [[at, low, high]])),
        renderItem: whisker,
        z: 3,
      },
    ],
  };
  chart.setOption(option);
  chart.getZr().flush();
  const png = canvas.toBuffer('image/png');
  chart.dispose();
  return png;
}

/** From the lower to the upper end of the interval, with a foot at each. */
const whisker: Drawn = (_params, api) => {
  const [x = 0, low = 0] = api.coord([api.value(0), api.value(1)]);
  const [, high = 0] = api.coord([api.value(0), api.value(2)]);
  const style = { stroke: '#b3541e', lineWidth: 3 };
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    ({ type: 'line', shape: { x1, y1, x2, y2 }, style }) as const;
  return {
    type: 'group',
    children: [line(x, low, x, high), line(x - 8, low, x + 8, low), line(x - 8, high, x + 8, high)],
  };
};
