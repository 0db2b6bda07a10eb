import type { CSSProperties, ReactNode } from 'react';

export interface WideTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A table that scrolls in a frame of its own, reached by the keyboard too, so that the page never does sideways. */
export function WideTable({ label, columns, rows }: WideTableProps) {
  return (
    <div className="wide-table" tabIndex={0} role="region" aria-label={label}>
      <table style={{ '--columns': columns.length } as CSSProperties}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, at) => (
                <td key={columns[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
