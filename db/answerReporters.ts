import type { Queryable } from './pool';

export interface ReportersAnswer {
  readonly clueIds: readonly string[];
  readonly answer: string;
}

/** Every reporter of a closed case is answered, once. */
export async function answerReporters(db: Queryable, answers: readonly ReportersAnswer[]): Promise<void> {
  await db.query({
    name: 'answer-reporters',
    text: `update clues set answered_at = now(), answer = a.answer
           from unnest($1::uuid[], $2::text[]) as a (id, answer)
           where clues.id = a.id and answered_at is null`,
    values: [
      answers.flatMap(({ clueIds }) => clueIds),
      answers.flatMap(({ clueIds, answer }) => clueIds.map(() => answer)),
    ],
  });
}
