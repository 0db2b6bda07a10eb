import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { COLUMN_LABELS, TABLE_LABELS, type TableName } from './tableLabels';
import { VALUE_LABELS } from './valueLabels';

/** A file of the catalogue as people read it: what stands in it, under the Chinese names of its columns. */
export interface CatalogueTable {
  readonly name: TableName;
  readonly label: string;
  readonly columns: readonly {
    readonly name: string;
    readonly label: string;
    /** What its codes mean; null: it holds none. */
    readonly values: Readonly<Record<string, string>> | null;
  }[];
  readonly rows: readonly (readonly string[])[];
}

export const isTable = (name: string): name is TableName => Object.hasOwn(TABLE_LABELS, name);

export const TABLES = Object.keys(TABLE_LABELS).filter(isTable);

export const fileOf = (name: TableName): string => `${name}.csv`;

/** All tables as they stand in the folder, each with its hash. */
export function readTables(dir: string) {
  return TABLES.map((table) => {
    const content = readFileSync(join(dir, fileOf(table)), 'utf8');
    return { table, content, sha256: createHash('sha256').update(content).digest('hex') };
  });
}

/** Read anew each time: it is looked at seldom, and the file is what the next start will run on. */
export function readCatalogueTable(dir: string, name: TableName): CatalogueTable {
  return tableOf(name, readFileSync(join(dir, fileOf(name)), 'utf8'));
}

export function tableOf(name: TableName, content: string): CatalogueTable {
  const [header = [], ...rows] = parse(content, {
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n'],
  });
  return {
    name,
    label: TABLE_LABELS[name],
    columns: header.map((column) => ({
      name: column,
      label: COLUMN_LABELS[column] ?? column,
      values: VALUE_LABELS[column] ?? null,
    })),
    rows,
  };
}
