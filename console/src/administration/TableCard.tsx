import { Button, Input } from 'antd';
import { useState } from 'react';
import type { CatalogueTable } from '../shared/api/types';
import { Card } from '../shared/Card';
import { saveFile } from '../shared/saveFile';
import { WideTable } from '../shared/WideTable';
import { RowForm } from './RowForm';
import { tableFile } from './tableFile';
import './table.css';

/** Of more rows the rest is found by a word. */
const SHOWN = 100;

interface EditedRow {
  readonly key: number;
  readonly cells: readonly string[];
  /** As it stands in the file; null: it is new. */
  readonly was: readonly string[] | null;
  readonly gone: boolean;
}

export interface TableCardProps {
  readonly table: CatalogueTable;
  /** Told the whole changed file, or null where nothing differs; without it the table is only read. */
  readonly change: ((text: string | null) => void) | null;
}

const same = ({ cells, was, gone }: EditedRow): boolean =>
  !gone && was !== null && cells.every((cell, at) => cell === was[at]);

/** A table of the catalogue. An administrator changes rows here; it is a draft that is tried and taken away as a file, and no more. */
export function TableCard({ table: { name, label, columns, rows: stands }, change }: TableCardProps) {
  const [rows, setRows] = useState<readonly EditedRow[]>(() =>
    stands.map((cells, key) => ({ key, cells, was: cells, gone: false })),
  );
  const [word, setWord] = useState('');
  const [open, setOpen] = useState<number | null>(null);

  const fileOf = (all: readonly EditedRow[]): string =>
    tableFile(
      columns,
      all.filter(({ gone }) => !gone).map(({ cells }) => cells),
    );

  function put(next: readonly EditedRow[]): void {
    setRows(next);
    setOpen(null);
    change?.(next.every(same) ? null : fileOf(next));
  }
  const replace = (row: EditedRow): void => put(rows.map((each) => (each.key === row.key ? row : each)));

  const words = (cells: readonly string[]): readonly string[] =>
    cells.map((cell, at) =>
      cell === ''
        ? ''
        : cell
            .split('|')
            .map((code) => columns[at]?.values?.[code] ?? code)
            .join('、'),
    );
  const found = rows.filter(
    (row) => !same(row) || [...row.cells, ...words(row.cells)].some((cell) => cell.includes(word.trim())),
  );
  const opened = rows.find(({ key }) => key === open);
  return (
    <Card title={`${label}（${stands.length} 行）`}>
      <div className="line">
        <label>
          查找{' '}
          <Input
            value={word}
            allowClear
            style={{ maxWidth: '20rem' }}
            onChange={({ target }) => setWord(target.value)}
          />
        </label>
        {change !== null && (
          <Button
            onClick={() => {
              const key = rows.length;
              setRows([...rows, { key, cells: columns.map(() => ''), was: null, gone: false }]);
              setOpen(key);
            }}
          >
            加一行
          </Button>
        )}
        {/* The mark tells a spreadsheet that it is UTF-8; whoever reads the file here skips it. */}
        <Button onClick={() => saveFile(`${name}.csv`, new Blob(['\ufeff', fileOf(rows)], { type: 'text/csv' }))}>
          {`取走${rows.every(same) ? '这张表' : '改好的表'}（${name}.csv）`}
        </Button>
      </div>
      {opened !== undefined && (
        <RowForm
          key={opened.key}
          columns={columns}
          cells={opened.cells}
          save={(cells) => replace({ ...opened, cells })}
          leave={() =>
            put(rows.filter((row) => row !== opened || row.was !== null || row.cells.some((cell) => cell !== '')))
          }
        />
      )}
      {found.length === 0 ? (
        <p className="quiet">{stands.length === 0 ? '这张表现在没有内容。' : '没有找到，请换一个词。'}</p>
      ) : (
        <WideTable
          label={label}
          columns={[...(change === null ? [] : ['改动']), ...columns.map((column) => column.label)]}
          rows={found.slice(0, SHOWN).map((row) => ({
            key: String(row.key),
            cells: [
              ...(change === null
                ? []
                : [
                    <RowTools
                      key="tools"
                      row={row}
                      edit={() => setOpen(row.key)}
                      replace={replace}
                      drop={() => put(rows.filter((each) => each !== row))}
                    />,
                  ]),
              ...words(row.cells),
            ],
          }))}
        />
      )}
      {found.length > SHOWN && (
        <p className="quiet">
          列出前 {SHOWN} 行，共 {found.length} 行；输入词语可以缩小范围。
        </p>
      )}
    </Card>
  );
}

interface RowToolsProps {
  readonly row: EditedRow;
  readonly edit: () => void;
  readonly replace: (row: EditedRow) => void;
  readonly drop: () => void;
}

function RowTools({ row, edit, replace, drop }: RowToolsProps) {
  const { was } = row;
  if (was === null)
    return (
      <span className="row-tools">
        <strong>＋ 新加</strong>
        <button type="button" className="link" onClick={edit}>
          改
        </button>
        <button type="button" className="link" onClick={drop}>
          不加了
        </button>
      </span>
    );
  if (same(row))
    return (
      <span className="row-tools">
        <button type="button" className="link" onClick={edit}>
          改
        </button>
        <button type="button" className="link" onClick={() => replace({ ...row, gone: true })}>
          删去
        </button>
      </span>
    );
  return (
    <span className="row-tools">
      <strong>{row.gone ? '－ 删去' : '✎ 已改'}</strong>
      {!row.gone && (
        <button type="button" className="link" onClick={edit}>
          改
        </button>
      )}
      <button type="button" className="link" onClick={() => replace({ ...row, cells: was, gone: false })}>
        恢复
      </button>
    </span>
  );
}
