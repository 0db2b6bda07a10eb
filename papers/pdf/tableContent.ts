import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import type { Block, Cell, Table, TableRow } from '../docx/model';

const LINE = 0.5;
/** A row with no more text than this fits on a sheet: it moves to the next one rather than being torn apart. */
const SHORT_ROW = 500;

/**
 * A table, row by row, so that a row which may not be split moves to the next page whole and the others flow. Rows that hang
 * together (a repeated head, a cell over several rows) stay one table.
 */
export function tableContent(
  table: Table,
  width: number,
  blocks: (blocks: readonly Block[], width: number) => Content[],
): Content[] {
  const columns = fitted(table.columns, width);
  const total = columns.reduce((sum, column) => sum + column, 0);
  const left = table.centred ? (width - total) / 2 : table.indent;
  const together = table.rows.some((row) => row.header || row.cells.some(({ rows }) => rows > 1));
  const groups = together ? [table.rows] : table.rows.map((row) => [row]);
  return groups.map((rows, index): ContentTable => ({
    table: {
      widths: columns.map((column) => Math.max(1, column - table.padding[0] - table.padding[2] - LINE)),
      heights: rows.map((row) =>
        isWhole(row) ? Math.max(0, row.minHeight - table.padding[1] - table.padding[3]) : 'auto',
      ),
      headerRows: rows.filter(({ header }) => header).length,
      dontBreakRows: rows.every((row) => isWhole(row) || row.header),
      body: rows.map((row) => cellsOf(row, table, columns, blocks)),
    },
    layout: layoutOf(table),
    unbreakable: !together && rows.every(isWhole),
    // The next row's upper line lies on the lower line of the one before.
    margin: [left, index === 0 ? 0 : -LINE, 0, 0],
  }));
}

function isWhole({ whole, cells }: TableRow): boolean {
  return whole || cells.reduce((sum, { blocks }) => sum + lengthOf(blocks), 0) <= SHORT_ROW;
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce(
    (sum, block) =>
      sum +
      (block.kind === 'paragraph'
        ? block.runs.reduce((length, { text }) => length + text.length, 0)
        : block.rows.reduce(
            (length, { cells }) => length + cells.reduce((all, cell) => all + lengthOf(cell.blocks), 0),
            0,
          )),
    0,
  );
}

/** Columns as wide as the clerk has drawn them, or narrower in proportion where the sheet is. */
function fitted(columns: readonly number[], width: number): readonly number[] {
  const total = columns.reduce((sum, column) => sum + column, 0);
  return total <= width + LINE ? columns : columns.map((column) => (column * width) / total);
}

function layoutOf({ padding: [left, top, right, bottom] }: Table): CustomTableLayout {
  return {
    hLineWidth: () => LINE,
    vLineWidth: () => LINE,
    paddingLeft: () => left,
    paddingTop: () => top,
    paddingRight: () => right,
    paddingBottom: () => bottom,
  };
}

/** pdfmake wants a place for every column: an empty one for those that a wider or higher cell covers. */
function cellsOf(
  row: TableRow,
  { padding }: Table,
  columns: readonly number[],
  blocks: (blocks: readonly Block[], width: number) => Content[],
): TableCell[] {
  const cells: TableCell[] = [];
  for (const cell of row.cells) {
    const own = columns.slice(cells.length, cells.length + cell.columns).reduce((sum, column) => sum + column, 0);
    cells.push(cell.continues ? {} : cellContent(cell, blocks(cell.blocks, own - padding[0] - padding[2])));
    for (let covered = 1; covered < cell.columns; covered += 1) cells.push({});
  }
  while (cells.length < columns.length) cells.push({ text: '', border: [false, false, false, false] });
  return cells;
}

function cellContent(cell: Cell, stack: Content[]): TableCell {
  const [left, top, right, bottom] = cell.borders;
  return {
    stack,
    colSpan: cell.columns,
    rowSpan: cell.rows,
    border: [left, top, right, bottom],
    verticalAlignment: cell.middle ? 'middle' : 'top',
  };
}
