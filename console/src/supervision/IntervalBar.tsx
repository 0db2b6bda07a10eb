export interface IntervalBarProps {
  readonly low: number;
  readonly high: number;
  readonly points: number | null;
}

/** Where between 0 and 100 it may lie; the same figures stand beside it. */
export function IntervalBar({ low, high, points }: IntervalBarProps) {
  return (
    <span className="interval" aria-hidden="true">
      <i style={{ left: `${low}%`, width: `${high - low}%` }} />
      {points !== null && <b style={{ left: `${points}%` }} />}
    </span>
  );
}
