import { readSheet } from 'read-excel-file/node';
import type { Sheet } from './sheet';

type Cell = string | number | boolean | Date | null;

/** Reads the first sheet of an .xlsx. Throws an Error in Chinese where it is none. */
export async function readXlsx(file: string): Promise<Sheet> {
  let rows: readonly (readonly Cell[])[];
  try {
    rows = (await readSheet(file)) as unknown as readonly (readonly Cell[])[];
  } catch (error) {
    throw new Error(`${file} 不是能读的 xlsx（${error instanceof Error ? error.message : String(error)}）`, {
      cause: error,
    });
  }
  const [header, ...records] = rows;
  if (header === undefined) throw new Error(`${file} 是空的：第一行应为列名`);
  const columns = header.map((cell) => cellText(cell));
  return {
    columns,
    lines: records.flatMap((record, index) => {
      const cells = Object.fromEntries(columns.map((column, at) => [column, cellText(record[at] ?? null)]));
      const empty = Object.values(cells).every((cell) => cell === '');
      return empty ? [] : [{ line: index + 2, cells, fault: null }];
    }),
  };
}

/** A cell as it is written: a date is the city's own time, which a spreadsheet keeps without a zone. */
function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 19).replace('T', ' ');
  return String(cell).trim();
}
