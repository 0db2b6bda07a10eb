import type { Instant } from '../domain/catalogue';
import type { Queryable } from './pool';

export interface ArchiveFile {
  readonly caseId: string;
  readonly sha256: string;
  readonly keyId: string;
  readonly content: Buffer;
  readonly madeAt: Instant;
}

/** Keeps a case's file. The first one stays: made twice it is one. */
export async function insertArchiveFile(db: Queryable, file: ArchiveFile): Promise<void> {
  await db.query(
    `insert into archive_files (case_id, sha256, size, key_id, content, made_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [file.caseId, file.sha256, file.content.length, file.keyId, file.content, file.madeAt],
  );
}

export async function hasArchiveFile(db: Queryable, caseId: string): Promise<boolean> {
  const { rows } = await db.query('select 1 from archive_files where case_id = $1', [caseId]);
  return rows.length > 0;
}

export async function readArchiveFile(db: Queryable, caseId: string): Promise<ArchiveFile | null> {
  const { rows } = await db.query<{ sha256: string; key_id: string; content: Buffer; made_at: string }>(
    'select sha256, key_id, content, made_at from archive_files where case_id = $1',
    [caseId],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { sha256, key_id: keyId, content, made_at: madeAt } = row;
  return { caseId, sha256, keyId, content, madeAt };
}

/** How often the making of a case's file has failed so far. */
export async function archiveAttempts(db: Queryable, caseId: string): Promise<number> {
  const { rows } = await db.query<{ attempts: number }>(
    `select attempts from outbox where case_id = $1 and kind = 'make_archive' and done_at is null`,
    [caseId],
  );
  return rows[0]?.attempts ?? 0;
}
