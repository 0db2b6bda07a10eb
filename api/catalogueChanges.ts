import { tableOf, TABLES, type CatalogueTable } from '../config/catalogueTables';
import { changedRows } from '../config/changedRows';
import type { TableName } from '../config/tableLabels';
import { catalogueFiles, type CatalogueVersion } from '../db/catalogueHistory';
import type { Queryable } from '../db/pool';

/** So many rows of a table are told one by one; the others by their number. */
const SHOWN = 200;

/** The tables that are another than in the version before; of the first version none. */
export function changedTables({ tables, before }: CatalogueVersion): readonly TableName[] {
  if (before === null) return [];
  return TABLES.filter((name) => tables[name] !== before[name]);
}

/** What a version has changed, row by row. */
export async function catalogueChanges(db: Queryable, version: CatalogueVersion) {
  const changed = changedTables(version);
  const { tables, before } = version;
  const files = await catalogueFiles(
    db,
    changed.flatMap((name) => [tables[name], before?.[name]].filter((hash) => hash !== undefined)),
  );
  const read = (name: TableName, hash: string | undefined): CatalogueTable =>
    tableOf(name, files.get(hash ?? '') ?? '');
  return changed.map((name) => {
    const [old, now] = [read(name, before?.[name]), read(name, tables[name])];
    const { added, removed } = changedRows(old, now);
    const { label, columns } = now.columns.length > 0 ? now : old;
    return {
      ...{ name, label, columns: columns.map((column) => column.label) },
      ...{ added: added.length, removed: removed.length },
      rows: [
        ...removed.slice(0, SHOWN).map((cells) => ({ is: 'removed' as const, cells: [...cells] })),
        ...added.slice(0, SHOWN).map((cells) => ({ is: 'added' as const, cells: [...cells] })),
      ],
    };
  });
}
