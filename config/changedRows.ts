import type { CatalogueTable } from './catalogueTables';

export interface ChangedRows {
  readonly added: readonly (readonly string[])[];
  readonly removed: readonly (readonly string[])[];
}

/** The rows that only one of two states of a table has; of a changed row both. Rows that have only moved are the same. */
export function changedRows(before: Pick<CatalogueTable, 'rows'>, after: Pick<CatalogueTable, 'rows'>): ChangedRows {
  return { added: without(after.rows, before.rows), removed: without(before.rows, after.rows) };
}

function without(rows: CatalogueTable['rows'], others: CatalogueTable['rows']): CatalogueTable['rows'] {
  const known = new Set(others.map((row) => JSON.stringify(row)));
  return rows.filter((row) => !known.has(JSON.stringify(row)));
}
