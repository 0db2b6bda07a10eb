export interface DayRangeProps {
  /** Empty: open at this end. */
  readonly from: string;
  readonly to: string;
  /** The first day there is. */
  readonly earliest?: string;
  readonly change: (end: 'from' | 'to', day: string) => void;
}

/** From when to when: neither day can be chosen beyond the other. */
export function DayRange({ from, to, earliest = '', change }: DayRangeProps) {
  return (
    <>
      <label>
        从
        <input
          type="date"
          value={from}
          min={earliest || undefined}
          max={to || undefined}
          onChange={({ target }) => change('from', target.value)}
        />
      </label>
      <label>
        到
        <input type="date" value={to} min={from || undefined} onChange={({ target }) => change('to', target.value)} />
      </label>
      {from !== '' && to !== '' && from > to && (
        <p className="fault" role="alert">
          起始日期晚于截止日期，请改正。
        </p>
      )}
    </>
  );
}
