import type { CatalogueTable } from '../shared/api/types';

/** A table as the file that it is read from (RFC 4180). */
export function tableFile(
  columns: readonly Pick<CatalogueTable['columns'][number], 'name'>[],
  rows: readonly (readonly string[])[],
): string {
  return [columns.map(({ name }) => name), ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
