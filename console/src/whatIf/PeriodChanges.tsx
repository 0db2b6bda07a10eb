import { WideTable } from '../shared/WideTable';
import type { ChangesProps } from './Changes';

/** 时限: another number for a period, in the unit that it has. */
export function PeriodChanges({ base, changes, change }: ChangesProps) {
  const { periods } = changes;
  const set = (id: string, now: number, text: string): void => {
    const number = Number(text);
    const others = periods.filter((one) => one.id !== id);
    const same = !Number.isInteger(number) || number < 1 || number === now;
    change({ ...changes, periods: same ? others : [...others, { id, number }] });
  };
  return (
    <details>
      <summary>时限{periods.length > 0 && `（改了 ${periods.length} 项）`}</summary>
      <WideTable
        label="时限"
        columns={['时限', '现行', '假设', '依据']}
        rows={base.periods.map(({ id, name, number, unitLabel, article }) => ({
          key: id,
          cells: [
            name,
            `${number}${unitLabel}`,
            <span key="new" className="line">
              <input
                type="number"
                min={1}
                max={1000}
                aria-label={`假设：${name}（${unitLabel}）`}
                value={periods.find((one) => one.id === id)?.number ?? number}
                onChange={({ target }) => set(id, number, target.value)}
              />
              {unitLabel}
            </span>,
            article === '' ? '内部时限' : article,
          ],
        }))}
      />
    </details>
  );
}
