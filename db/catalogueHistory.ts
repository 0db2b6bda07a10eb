import type { Instant } from '../domain/catalogue';
import { inTransaction, type Pool, type Queryable } from './pool';

export interface CatalogueFile {
  readonly table: string;
  readonly sha256: string;
  readonly content: string;
}

/** The hash of each table, by its name. */
export type TableHashes = Readonly<Record<string, string>>;

export interface CatalogueVersion {
  readonly id: number;
  readonly at: Instant;
  readonly version: string;
  readonly tables: TableHashes;
  /** The tables of the version before; null: this is the first. */
  readonly before: TableHashes | null;
}

/** Puts down on which tables the service runs from now on. What is the same as before is not put down again. */
export async function recordCatalogue(pool: Pool, version: string, files: readonly CatalogueFile[]): Promise<void> {
  await inTransaction(pool, async (client) => {
    // Several processes start at once.
    await client.query(`select pg_advisory_xact_lock(hashtextextended('catalogue', 3))`);
    const tables = JSON.stringify(Object.fromEntries(files.map(({ table, sha256 }) => [table, sha256])));
    const { rowCount } = await client.query(
      `insert into catalogue_versions (version, tables) select $1, $2::jsonb
       where $2::jsonb is distinct from (select tables from catalogue_versions order by id desc limit 1)`,
      [version, tables],
    );
    // As nearly every start is: what stands in them needn't be sent.
    if (rowCount === 0) return;
    await client.query(
      `insert into catalogue_files (sha256, content) select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
      [files.map(({ sha256 }) => sha256), files.map(({ content }) => content)],
    );
  });
}

/** The versions that the service ran on, newest first; of one alone where `id` is given. */
export async function catalogueVersions(
  db: Queryable,
  { limit, id = null }: { readonly limit: number; readonly id?: number | null },
): Promise<readonly CatalogueVersion[]> {
  const { rows } = await db.query<CatalogueVersion>(
    `select * from (
       select id::integer as id, at, version, tables, lag(tables) over (order by id) as before from catalogue_versions
     ) as versions
     where $2::integer is null or id = $2 order by id desc limit $1`,
    [limit, id],
  );
  return rows;
}

/** What stood in tables, by their hash. */
export async function catalogueFiles(db: Queryable, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ sha256: string; content: string }>(
    'select sha256, content from catalogue_files where sha256 = any($1)',
    [hashes],
  );
  return new Map(rows.map(({ sha256, content }) => [sha256, content]));
}
