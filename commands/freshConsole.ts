import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
const CONSOLE = join(ROOT, 'console');
const DIST = join(CONSOLE, 'dist');
const STAMP = join(DIST, 'built-from');

/** Builds the pages where they aren't built from what their source is now. True where there was something to do. */
export async function freshConsole(say: (line: string) => void): Promise<boolean> {
  const now = await sourceHash();
  if ((await readFile(STAMP, 'utf8').catch(() => null)) === now) return false;
  const began = Date.now();
  say('控制台：正在构建页面（只在首次或页面源码改动后）……');
  // In a process of its own, with nothing of ours in its environment: under NODE_ENV=test it would build other pages than
  // people get. (Vite isn't there in production, where the pages are built already.)
  await promisify(execFile)(process.execPath, [VITE, 'build', '--logLevel', 'warn', CONSOLE], {
    env: { NODE_ENV: 'production' },
  });
  await writeFile(STAMP, now);
  say(`✔ 控制台已构建，用时 ${((Date.now() - began) / 1_000).toFixed(1)} 秒`);
  return true;
}

async function sourceHash(): Promise<string> {
  const entries = await readdir(CONSOLE, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(DIST))
    .sort();
  const hash = createHash('sha256');
  for (const file of [...files, join(ROOT, 'package-lock.json')]) {
    hash
      .update(relative(ROOT, file))
      .update('\0')
      .update(await readFile(file));
  }
  return hash.digest('hex');
}
