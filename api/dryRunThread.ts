import { parentPort } from 'node:worker_threads';
import { CatalogueError } from '../config/catalogue';
import { compareCatalogues } from '../config/compareCatalogues';
import type { DryRunJob, DryRunDone } from './dryRun';

function done({ nowDir, nextDir, clues }: DryRunJob): DryRunDone {
  try {
    return { comparison: compareCatalogues(nowDir, nextDir, clues) };
  } catch (error) {
    if (error instanceof CatalogueError) return { faults: error.message };
    throw error;
  }
}

parentPort?.once('message', (job: DryRunJob) => parentPort?.postMessage(done(job)));
