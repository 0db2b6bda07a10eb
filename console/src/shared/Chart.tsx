import { useEffect, useRef } from 'react';
import { echarts, type ChartOption } from './echarts';

export interface ChartProps {
  /** What the picture shows, for whoever doesn't see it. */
  readonly label: string;
  readonly option: ChartOption;
  readonly height: number;
  readonly onPick?: (data: unknown) => void;
}

/** A picture by ECharts. Whatever it says stands beside it in words or as a table too. */
export function Chart({ label, option, height, onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof echarts.init> | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    if (box.current === null) return;
    const made = echarts.init(box.current);
    chart.current = made;
    made.on('click', ({ data }) => pick.current?.(data));
    const fit = new ResizeObserver(() => made.resize());
    fit.observe(box.current);
    return () => {
      fit.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);

  return <div ref={box} className="chart" role="img" aria-label={label} style={{ height }} />;
}
