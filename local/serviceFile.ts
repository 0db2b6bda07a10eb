import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a running `npm start` can be found, for the commands that are run beside it. */
export interface ServiceFile {
  readonly url: string;
  readonly temporalAddress: string;
  readonly databaseUrl: string;
}

const NAME = 'service.json';

export async function writeServiceFile(dir: string, service: ServiceFile): Promise<void> {
  await writeFile(join(dir, NAME), JSON.stringify(service), { mode: 0o600 });
}

/** null where none was ever started from this folder. */
export async function readServiceFile(dir: string): Promise<ServiceFile | null> {
  try {
    return JSON.parse(await readFile(join(dir, NAME), 'utf8')) as ServiceFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
