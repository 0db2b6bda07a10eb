import { inTransaction } from '../db/pool';
import { readClue, type ClueRow } from '../db/listClues';
import { holdRatings, ratingsOfClue, recordRating } from '../db/satisfactions';
import type { Actor } from '../domain/people';
import type { Rating } from '../domain/satisfaction';
import type { ApiDeps } from './deps';
import { Problem } from './problem';

/** Whether it has a reporter, and they have been told how it ended. */
export function isAnswered(clue: ClueRow): clue is ClueRow & { readonly caseId: string } {
  return clue.caseId !== null && clue.answeredAt !== null && clue.reporter !== null;
}

/** A reporter's word on how their matter was handled: after they were answered. The same word again is the same record. */
export async function rate({ db }: Pick<ApiDeps, 'db'>, actor: Actor, clueId: string, rating: Rating): Promise<void> {
  await inTransaction(db, async (client) => {
    const clue = await readClue(client, clueId);
    if (clue === null) throw new Problem('not_found', '没有这条线索。');
    if (!isAnswered(clue)) {
      throw new Problem('not_answered', '线索留有反映人、案件已经结案并答复之后，才能登记回访结果。');
    }
    const { caseId } = clue;
    await holdRatings(client, caseId);
    const before = await ratingsOfClue(client, clueId);
    if (before.at(-1)?.rating === rating) return;
    await recordRating(client, { clueId, caseId, rating, by: actor.id });
  });
}
