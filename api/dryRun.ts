import type { ClueToJudge, Comparison } from '../config/compareCatalogues';
import { runApart } from '../threads/runApart';
import type { ApiDeps } from './deps';
import type { MovedCase } from './movedByLaw';
import { withChangedFile } from './withChangedFile';

export interface DryRunJob {
  readonly nowDir: string;
  readonly nextDir: string;
  readonly clues: readonly ClueToJudge[];
  readonly databaseUrl: string;
}

/** Running cases for which calendar, periods or ladder would say something else. */
export interface MovedCases {
  readonly seen: number;
  /** Whether these were all that run. */
  readonly all: boolean;
  readonly cases: readonly MovedCase[];
}

/** `faults`: why the new catalogue can't be read, each with its file, line and column; `away`: the database was. */
export type DryRunDone =
  { readonly comparison: Comparison; readonly law: MovedCases } | { readonly faults: string } | { readonly away: true };

/**
 * What clues would be judged otherwise, and what due instants of running cases would move, if one file of the catalogue were
 * another. In a thread of its own: reading two catalogues takes the better part of a second, in which the API would answer nobody.
 */
export function dryRun(
  { catalogueDir: nowDir, databaseUrl }: Pick<ApiDeps, 'catalogueDir' | 'databaseUrl'>,
  replaced: { readonly file: string; readonly text: string },
  clues: readonly ClueToJudge[],
): Promise<DryRunDone> {
  return withChangedFile(nowDir, replaced, (nextDir) => {
    const job: DryRunJob = { nowDir, nextDir, clues, databaseUrl };
    return runApart<DryRunJob, DryRunDone>(new URL('./dryRunThread.ts', import.meta.url), job);
  });
}
