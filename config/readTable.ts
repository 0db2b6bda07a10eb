import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import type { Problems } from './problems';
import { Row } from './row';

interface RecordWithInfo {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a CSV file with exactly these columns, in any order. A row that can't be split into cells is a
 * problem and is left out; what is in the cells is the caller's to judge, through `Row`.
 */
export function readTable<C extends string>(
  dir: string,
  file: string,
  columns: readonly C[],
  problems: Problems,
): Row<C>[] {
  const whole = (allowed: string) => problems.add({ file, line: null, column: null, value: null, allowed });

  let text: string;
  try {
    text = readFileSync(join(dir, file), 'utf8');
  } catch (error) {
    whole(`读不到文件（${error instanceof Error ? error.message : String(error)}）`);
    return [];
  }

  let records: readonly RecordWithInfo[];
  try {
    // Counting the cells is left to us below: the parser would stop at the first short row.
    // Both line ends, whatever the first line has: an edit on another system must not glue two rows together.
    // With `info` the parser gives {record, info}, which its types don't know.
    records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n'],
    }) as unknown as RecordWithInfo[];
  } catch (error) {
    const line = error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : null;
    problems.add({
      file,
      line,
      column: null,
      value: null,
      allowed: `不是合规的 CSV（${error instanceof Error ? error.message : String(error)}）`,
    });
    return [];
  }

  const [header, ...rows] = records;
  if (header === undefined) {
    whole(`是空的，首行应为：${columns.join(',')}`);
    return [];
  }
  const missing = columns.filter((column) => !header.record.includes(column));
  const strange = header.record.filter((name) => !(columns as readonly string[]).includes(name));
  if (missing.length > 0 || strange.length > 0 || header.record.length !== columns.length) {
    problems.add({
      file,
      line: 1,
      column: null,
      value: header.record.join(','),
      allowed: `首行应为：${columns.join(',')}`,
    });
    return [];
  }

  const index = new Map(columns.map((column) => [column, header.record.indexOf(column)] as const));
  return rows.flatMap(({ record, info }) => {
    if (record.length !== header.record.length) {
      problems.add({
        file,
        line: info.lines,
        column: null,
        value: null,
        allowed: `应有 ${header.record.length} 列，实有 ${record.length} 列`,
      });
      return [];
    }
    return [new Row<C>(file, info.lines, (column) => record[index.get(column) ?? -1] ?? '', problems)];
  });
}
