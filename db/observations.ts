import type { LawDate } from '../domain/catalogue';
import { inTransaction, type Pool, type Queryable } from './pool';

export interface ObservationRow {
  readonly indicator: string;
  readonly version: number;
  readonly n: number;
  readonly day: LawDate;
  readonly town: string;
  readonly org: string;
  readonly officer: string | null;
  readonly hit: boolean;
  readonly ms: number;
}

/** Cases that have moved since they were looked at, or were looked at by other formulas, in order, after one. */
export async function unevaluated(
  db: Queryable,
  formulas: string,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select cases.id from cases left join evaluated on evaluated.case_id = cases.id
     where cases.id > $2 and (evaluated.seq is distinct from cases.seq or evaluated.formulas is distinct from $1)
     order by cases.id limit $3`,
    [formulas, after, limit],
  );
  return rows.map(({ id }) => id);
}

/** What a case contributes up to an event. */
export interface Evaluated {
  readonly caseId: string;
  readonly seq: number;
  readonly observations: readonly ObservationRow[];
}

/** Puts what cases contribute in the place of what they contributed before: all of them, or none. */
export async function replaceObservations(pool: Pool, formulas: string, cases: readonly Evaluated[]): Promise<void> {
  const ids = cases.map(({ caseId }) => caseId);
  await inTransaction(pool, async (client) => {
    // First these rows, in one order: whoever else looks at one of the cases waits here.
    await client.query(
      `insert into evaluated (case_id, seq, formulas) select id, seq, $3 from unnest($1::text[], $2::integer[]) as e (id, seq)
       order by id on conflict (case_id) do update set seq = excluded.seq, formulas = excluded.formulas`,
      [ids, cases.map(({ seq }) => seq), formulas],
    );
    await client.query('delete from observations where case_id = any($1)', [ids]);
    const rows = cases.flatMap(({ caseId, observations }) => observations.map((one) => ({ case_id: caseId, ...one })));
    await client.query(
      `insert into observations (case_id, indicator, version, n, day, town, org, officer, hit, ms)
       select o.* from jsonb_to_recordset($1::jsonb) as o (case_id text, indicator text, version integer, n integer,
         day date, town text, org text, officer text, hit boolean, ms bigint)`,
      [JSON.stringify(rows)],
    );
  });
}

/** Forgets everything, to be reckoned again from the events. */
export async function emptyObservations(db: Queryable): Promise<void> {
  await db.query('truncate observations, evaluated');
}

/** One text for all that is stored: two stores are equal where theirs is. */
export async function observationsDigest(db: Queryable): Promise<{ readonly rows: number; readonly digest: string }> {
  const { rows } = await db.query<{ n: number; digest: string | null }>(
    `select count(*) as n, md5(string_agg(md5(o::text), '' order by case_id, indicator, version, n)) as digest
     from observations as o`,
  );
  return { rows: rows[0]?.n ?? 0, digest: rows[0]?.digest ?? '' };
}
