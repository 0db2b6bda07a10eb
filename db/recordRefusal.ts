import type { Article } from '../domain/catalogue';
import type { Actor } from '../domain/people';
import type { Queryable } from './pool';

export interface RefusedAct {
  readonly caseId: string | null;
  readonly actor: Pick<Actor, 'id' | 'role' | 'org'>;
  readonly act: string;
  readonly refusal: { readonly code: string; readonly detail: string; readonly articles: readonly Article[] };
}

export async function recordRefusal(db: Queryable, { caseId, actor, act, refusal }: RefusedAct): Promise<void> {
  const articles = refusal.articles.map(({ statute, article }) => `${statute}${article}`);
  await db.query(
    `insert into refusals (case_id, actor_id, actor_role, actor_org, act, code, detail, articles)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [caseId, actor.id, actor.role, actor.org, act, refusal.code, storable(refusal.detail), articles],
  );
}

/** A signal may carry anything, and its refusal must be kept all the same. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '');
}
