import type { Instant } from '../domain/catalogue';
import type { Queryable } from './pool';

/** What leaves the house as a file. */
export const EXPORT_KINDS = ['report', 'archive', 'paper', 'evidence', 'corrections'] as const;
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

export interface ExportFilter {
  readonly person: string | null;
  readonly kind: ExportKind | null;
  /** From an instant to before another. */
  readonly from: Instant | null;
  readonly until: Instant | null;
  /** Only what came before this number. */
  readonly before: number | null;
  readonly limit: number;
}

/** The newest first, with the name of who took it; null = they aren't known by that id any more. */
export async function listExports(
  db: Queryable,
  { person, kind, from, until, before, limit }: ExportFilter,
): Promise<readonly (ExportRow & { readonly name: string | null })[]> {
  const { rows } = await db.query<ExportRow & { name: string | null }>(
    `select e.id, e.at, e.person, p.name, e.kind, e.ref, e.sha256
     from exports e left join people p on p.id = e.person
     where ($1::text is null or e.person = $1 or p.name = $1) and ($2::text is null or e.kind = $2)
       and ($3::timestamptz is null or e.at >= $3) and ($4::timestamptz is null or e.at < $4)
       and ($5::bigint is null or e.id < $5)
     order by e.id desc limit $6`,
    [person, kind, from, until, before, limit],
  );
  return rows;
}
