import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a published procedure. A new law adds its files here; none ever leaves. */
const FROZEN_FILES = [
  'common-2026.ts',
  'guards/clocks.ts',
  'guards/cooperation.ts',
  'guards/hearing.ts',
  'guards/investigation.ts',
  'guards/measures.ts',
  'guards/officers.ts',
  'guards/penalty.ts',
  'guards/performance.ts',
  'guards/review.ts',
  'ordinary-2026.ts',
  'summary-2026.ts',
] as const;

const PROCEDURES_DIR = join(import.meta.dirname, '../domain/procedures');
export const FROZEN_PATH = join(PROCEDURES_DIR, 'frozen.json');

/** sha256 of each file as it is now. */
export function procedureHashes(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    FROZEN_FILES.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(PROCEDURES_DIR, file)))
        .digest('hex'),
    ]),
  );
}
