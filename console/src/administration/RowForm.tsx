import { Button } from 'antd';
import { useState } from 'react';
import type { CatalogueTable } from '../shared/api/types';

export interface RowFormProps {
  readonly columns: CatalogueTable['columns'];
  readonly cells: readonly string[];
  readonly save: (cells: readonly string[]) => void;
  readonly leave: () => void;
}

/** One row of a table, each cell under its column's name; what may stand in a cell the dry run says. */
export function RowForm({ columns, cells: before, save, leave }: RowFormProps) {
  const [cells, setCells] = useState(before);
  const set = (at: number, value: string): void => setCells(cells.with(at, value));
  return (
    <form
      className="row-form"
      aria-label="改这一行"
      onSubmit={(event) => {
        event.preventDefault();
        save(cells);
      }}
    >
      {columns.map(({ name, label, values }, at) => {
        const cell = cells[at] ?? '';
        // Several codes at once, or one that has no word: as they are.
        const chosen = values !== null && (cell === '' || cell in values);
        return (
          <label key={name}>
            {label}
            {chosen ? (
              <select value={cell} onChange={({ target }) => set(at, target.value)}>
                <option value="">（空）</option>
                {Object.entries(values).map(([code, word]) => (
                  <option key={code} value={code}>
                    {word}
                  </option>
                ))}
              </select>
            ) : (
              <textarea rows={1} value={cell} onChange={({ target }) => set(at, target.value)} />
            )}
          </label>
        );
      })}
      <p className="line">
        <Button type="primary" htmlType="submit">
          改好这一行
        </Button>
        <Button onClick={leave}>不改了</Button>
      </p>
    </form>
  );
}
