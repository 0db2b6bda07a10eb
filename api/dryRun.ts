import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ClueToJudge, Comparison } from '../config/compareCatalogues';

export interface DryRunJob {
  readonly nowDir: string;
  readonly nextDir: string;
  readonly clues: readonly ClueToJudge[];
}

/** `faults`: why the new catalogue can't be read, each with its file, line and column. */
export type DryRunDone = { readonly comparison: Comparison } | { readonly faults: string };

/**
 * What clues would be judged otherwise if one file of the catalogue were another. In a thread of its own: reading two
 * catalogues takes the better part of a second, in which the API would answer nobody.
 */
export async function dryRun(
  nowDir: string,
  replaced: { readonly file: string; readonly text: string },
  clues: readonly ClueToJudge[],
): Promise<DryRunDone> {
  const nextDir = await mkdtemp(join(tmpdir(), 'catalogue-'));
  try {
    await cp(nowDir, nextDir, { recursive: true });
    await writeFile(join(nextDir, replaced.file), replaced.text);
    const thread = new Worker(new URL('./dryRunThread.mjs', import.meta.url), { execArgv: [] });
    try {
      const job: DryRunJob = { nowDir, nextDir, clues };
      thread.postMessage(job);
      const [done] = (await once(thread, 'message')) as [DryRunDone];
      return done;
    } finally {
      await thread.terminate();
    }
  } finally {
    await rm(nextDir, { recursive: true, force: true });
  }
}
