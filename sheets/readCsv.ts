import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Sheet } from './sheet';
import { unguarded } from './writeCsv';

/** Reads a CSV with a header line. A line that doesn't fit is kept with its fault, so that the rest goes on. */
export function readCsv(file: string): Sheet {
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
      cells: Object.fromEntries(columns.map((column, index) => [column, unguarded(record[index]?.trim() ?? '')])),
      fault: faultOf(record, columns.length),
    })),
  };
}

/** What a line has beyond the header's columns stands in its fault: returned to be mended, it has no column of its own. */
function faultOf(record: readonly string[], columns: number): string | null {
  if (record.length === columns) return null;
  const beyond = record.length > columns ? `；多出：${record.slice(columns).join(' | ')}` : '';
  return `应有 ${columns} 列，实有 ${record.length} 列${beyond}`;
}
