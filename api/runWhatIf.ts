import type { Answer } from '../simulation/simulate';
import { runApart } from '../threads/runApart';
import type { WhatIf } from '../whatif/answerWhatIf';

export interface WhatIfJob {
  readonly question: WhatIf;
  readonly catalogueDir: string;
  readonly databaseUrl: string;
}

/** `refused`: why it can't be asked so; `away`: the database was, when a past season was to be read. */
export type WhatIfDone = { readonly answer: Answer } | { readonly refused: string } | { readonly away: true };

/** In a thread of its own, which reads a past season too: either takes a core for minutes, in which the API would answer nobody. */
export function runWhatIf(job: WhatIfJob, stepped: (done: number) => void, signal: AbortSignal): Promise<WhatIfDone> {
  return runApart<WhatIfJob, WhatIfDone, number>(new URL('./whatIfThread.ts', import.meta.url), job, {
    noted: stepped,
    signal,
  });
}
