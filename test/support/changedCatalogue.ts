import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from '../../config/env';

/** A copy of the catalogue's folder in which one table is another. Returns the folder. */
export function changedCatalogue(file: string, change: (text: string) => string): string {
  const dir = mkdtempSync(join(tmpdir(), 'catalogue-'));
  cpSync(readEnv().catalogueDir, dir, { recursive: true });
  const path = join(dir, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return dir;
}
