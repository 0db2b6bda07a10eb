import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The catalogue as it would be with one file in another's place: in a folder that is gone when the work is done. */
export async function withChangedFile<T>(
  catalogueDir: string,
  { file, text }: { readonly file: string; readonly text: string },
  work: (changedDir: string) => T | Promise<T>,
): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'catalogue-'));
  try {
    await cp(catalogueDir, dir, { recursive: true });
    await writeFile(join(dir, file), text);
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
