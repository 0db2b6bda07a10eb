import { inTransaction } from '../db/pool';
import type { ApiDeps } from './deps';
import { judgeSubmission, type Submission } from './judgeSubmission';
import { goFirst } from './precedence';
import { Problem } from './problem';
import { takeIn, type Taken } from './takeIn';

type IntakeDeps = Pick<ApiDeps, 'db' | 'catalogue' | 'channels' | 'find'>;

/**
 * Takes a clue in: judged, compared with what is on file, stored with its case, all in one transaction, before
 * anything is answered. An import gives way to it.
 */
export function submitClue(deps: IntakeDeps, submission: Submission): Promise<Taken> {
  return goFirst(async () => {
    const judged = judgeSubmission(deps, submission);
    const [outcome] = await inTransaction(deps.db, (client) => takeIn(deps.catalogue, client, [judged]));
    if (outcome === undefined) throw new Error('a clue without an outcome');
    if (outcome instanceof Problem) throw outcome;
    return outcome;
  });
}
