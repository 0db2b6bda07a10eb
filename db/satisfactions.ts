import type { Instant } from '../domain/catalogue';
import type { Rated, Rating } from '../domain/satisfaction';
import type { Queryable } from './pool';

export interface RecordedRating {
  readonly rating: Rating;
  readonly at: Instant;
  readonly by: string;
}

/** Holds a case's ratings until the transaction ends: the same word from two sides at once is one record. */
export async function holdRatings(db: Queryable, caseId: string): Promise<void> {
  await db.query('select from cases where id = $1 for update', [caseId]);
}

/** Within the caller's transaction: the case has one more, and will be evaluated again. */
export async function recordRating(
  db: Queryable,
  { clueId, caseId, rating, by }: { clueId: string; caseId: string; rating: Rating; by: string },
): Promise<void> {
  await db.query('update cases set ratings = ratings + 1 where id = $1', [caseId]);
  await db.query('insert into satisfactions (clue_id, case_id, rating, asked_by) values ($1, $2, $3, $4)', [
    clueId,
    caseId,
    rating,
    by,
  ]);
  await db.query('update clues set asked_at = now() where id = $1', [clueId]);
}

/** What was said of one clue, oldest first. */
export async function ratingsOfClue(db: Queryable, clueId: string): Promise<readonly RecordedRating[]> {
  const { rows } = await db.query<RecordedRating>(
    `select rating, asked_at as at, asked_by as by from satisfactions where clue_id = $1 order by id`,
    [clueId],
  );
  return rows;
}

/** What was said in several cases, each case's oldest first. */
export async function ratingsOf(
  db: Queryable,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Rated[]>> {
  const { rows } = await db.query<Rated & { caseId: string }>({
    name: 'ratings-of',
    text: `select case_id as "caseId", clue_id as "clueId", rating, asked_at as at
           from satisfactions where case_id = any($1) order by id`,
    values: [caseIds],
  });
  const ratings = new Map<string, Rated[]>(caseIds.map((id) => [id, []]));
  for (const { caseId, ...one } of rows) ratings.get(caseId)?.push(one);
  return ratings;
}
