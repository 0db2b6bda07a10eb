import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export interface CsvLine {
  /** The line of the file on which the record ends. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Set where the line can't be split into the header's columns. */
  readonly fault: string | null;
}

/** Reads a CSV with a header line. A line that doesn't fit is kept with its fault, so that the rest goes on. */
export function readCsv(file: string): { readonly columns: readonly string[]; readonly lines: readonly CsvLine[] } {
  const records = parse(readFileSync(file, 'utf8'), {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
  const [header, ...rows] = records;
  if (header === undefined) throw new Error(`${file} is empty: its first line must name the columns`);
  const columns = header.record.map((name) => name.trim());
  return {
    columns,
    lines: rows.map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(columns.map((column, index) => [column, record[index]?.trim() ?? ''])),
      fault: record.length === columns.length ? null : `应有 ${columns.length} 列，实有 ${record.length} 列`,
    })),
  };
}
