import type { Element } from '@xmldom/xmldom';
import type { Block, Cell, Table, TableRow } from './model';
import { said, type Cascade, type Styles } from './styles';
import { at, attribute, inside, isOn, twips } from './xml';

const SIDES = ['left', 'top', 'right', 'bottom'] as const;
/** Word's own padding where nothing is said. */
const DEFAULT_PADDING = [5.4, 0, 5.4, 0] as const;

export function readTable(element: Element, styles: Styles, readBlocks: (parent: Element) => readonly Block[]): Table {
  const own = at(element, 'tblPr');
  const cascade = styles.table(attribute(at(own, 'tblStyle'), 'val'), own);
  const columns = inside(at(element, 'tblGrid'), 'gridCol').map((column) => twips(column, 'w') ?? 0);
  const rows = inside(element, 'tr').map((row) => readRow(row, cascade, readBlocks));
  const firstCell = at(element, 'tr', 'tc', 'tcPr', 'tcMar');
  return {
    kind: 'table',
    columns,
    rows: withRowSpans(rows),
    indent: twips(said(cascade, 'tblInd'), 'w') ?? 0,
    centred: attribute(said(cascade, 'jc'), 'val') === 'center',
    padding: paddingOf(firstCell ?? said(cascade, 'tblCellMar')),
  };
}

function paddingOf(margins: Element | null): Table['padding'] {
  const side = (index: number, ...names: readonly string[]): number =>
    names.map((name) => twips(at(margins, name), 'w')).find((value) => value !== null) ?? DEFAULT_PADDING[index] ?? 0;
  return [side(0, 'left', 'start'), side(1, 'top'), side(2, 'right', 'end'), side(3, 'bottom')];
}

function readRow(row: Element, table: Cascade, readBlocks: (parent: Element) => readonly Block[]): TableRow {
  const own = at(row, 'trPr');
  return {
    cells: inside(row, 'tc').map((cell) => readCell(cell, table, readBlocks)),
    minHeight: twips(at(own, 'trHeight'), 'val') ?? 0,
    whole: isOn(at(own, 'cantSplit')),
    header: isOn(at(own, 'tblHeader')),
  };
}

function readCell(cell: Element, table: Cascade, readBlocks: (parent: Element) => readonly Block[]): Cell {
  const own = at(cell, 'tcPr');
  const merge = at(own, 'vMerge');
  const border = (side: string) =>
    shown(at(own, 'tcBorders', side)) ?? shown(at(said(table, 'tblBorders'), side)) ?? false;
  const [left, top, right, bottom] = SIDES.map(border);
  return {
    blocks: readBlocks(cell),
    columns: Number(attribute(at(own, 'gridSpan'), 'val') ?? 1),
    continues: merge !== null && attribute(merge, 'val') !== 'restart',
    rows: 1,
    middle: attribute(at(own, 'vAlign'), 'val') === 'center',
    borders: [left ?? false, top ?? false, right ?? false, bottom ?? false],
  };
}

function shown(border: Element | null): boolean | null {
  if (border === null) return null;
  return !['nil', 'none'].includes(attribute(border, 'val') ?? 'none');
}

/** Word says of each cell whether it goes on from the one above; we say how many rows the first one spans. */
function withRowSpans(rows: readonly TableRow[]): readonly TableRow[] {
  return rows.map((row, index) => ({
    ...row,
    cells: row.cells.map((cell, at) => {
      if (cell.continues) return cell;
      const column = columnOf(row, at);
      let span = 1;
      while (cellAt(rows[index + span], column)?.continues === true) span += 1;
      return { ...cell, rows: span };
    }),
  }));
}

function columnOf(row: TableRow, at: number): number {
  return row.cells.slice(0, at).reduce((sum, { columns }) => sum + columns, 0);
}

function cellAt(row: TableRow | undefined, column: number): Cell | undefined {
  return row?.cells.find((_cell, at) => columnOf(row, at) === column);
}
