import type { Queryable } from './pool';

/** Every reporter of a closed case is answered, once. */
export async function answerReporters(db: Queryable, clueIds: readonly string[], answer: string): Promise<void> {
  await db.query(
    'update clues set answered_at = now(), answer = $2 where id = any($1::uuid[]) and answered_at is null',
    [clueIds, answer],
  );
}
