import type { Role } from '../domain/people';
import type { Queryable } from './pool';

export interface RefusalRow {
  readonly id: number;
  readonly at: string;
  readonly caseId: string | null;
  readonly actor: string;
  readonly role: Role;
  readonly org: string;
  readonly act: string;
  readonly code: string;
  readonly detail: string;
  readonly articles: readonly string[];
}

/** What was tried and refused, the latest first; of one person or in one case where they are named. */
export async function listRefusals(
  db: Queryable,
  {
    actor,
    caseId,
    before,
    limit,
  }: {
    readonly actor: string | null;
    readonly caseId: string | null;
    readonly before: number | null;
    readonly limit: number;
  },
): Promise<readonly RefusalRow[]> {
  const { rows } = await db.query<RefusalRow>(
    `select id, at, case_id as "caseId", actor_id as actor, actor_role as role, actor_org as org, act, code, detail, articles
     from refusals
     where ($1::text is null or actor_id = $1 or actor_id in (select id from people where name = $1)) and ($2::text is null or case_id = $2) and ($3::bigint is null or id < $3)
     order by id desc limit $4`,
    [actor, caseId, before, limit],
  );
  return rows;
}
