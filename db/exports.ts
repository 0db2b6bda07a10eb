import type { Instant } from '../domain/catalogue';
import type { Queryable } from './pool';

/** What leaves the house as a file. */
export const EXPORT_KINDS = ['report', 'archive', 'paper', 'corrections'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export interface NewExport {
  readonly person: string;
  readonly kind: ExportKind;
  readonly ref: string;
  readonly sha256: string;
}

export interface ExportRow extends NewExport {
  readonly id: number;
  readonly at: Instant;
}

/** Before the file is sent: what isn't on record doesn't leave. */
export async function recordExport(db: Queryable, { person, kind, ref, sha256 }: NewExport): Promise<void> {
  await db.query('insert into exports (person, kind, ref, sha256) values ($1, $2, $3, $4)', [
    ...[person, kind, ref, sha256],
  ]);
}

/** The newest first. */
export async function listExports(db: Queryable, before: number | null, limit: number): Promise<readonly ExportRow[]> {
  const { rows } = await db.query<ExportRow>(
    `select id, at, person, kind, ref, sha256 from exports where $1::bigint is null or id < $1 order by id desc limit $2`,
    [before, limit],
  );
  return rows;
}
