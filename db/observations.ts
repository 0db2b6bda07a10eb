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

/** Cases that have moved since they were looked at, or were looked at by other formulas. */
export async function unevaluated(db: Queryable, formulas: string, limit: number): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select cases.id from cases left join evaluated on evaluated.case_id = cases.id
     where evaluated.seq is distinct from cases.seq or evaluated.formulas is distinct from $1
     order by cases.id limit $2`,
    [formulas, limit],
  );
  return rows.map(({ id }) => id);
}

/** Puts what a case contributes up to an event in the place of what it contributed before. */
export async function replaceObservations(
  pool: Pool,
  caseId: string,
  seq: number,
  formulas: string,
  observations: readonly ObservationRow[],
): Promise<void> {
  await inTransaction(pool, async (client) => {
    // First this row: whoever else looks at the case waits here.
    await client.query(
      `insert into evaluated (case_id, seq, formulas) values ($1, $2, $3)
       on conflict (case_id) do update set seq = $2, formulas = $3`,
      [caseId, seq, formulas],
    );
    await client.query('delete from observations where case_id = $1', [caseId]);
    await client.query(
      `insert into observations (case_id, indicator, version, n, day, town, org, officer, hit, ms)
       select $1, o.* from jsonb_to_recordset($2::jsonb) as o (indicator text, version integer, n integer, day date,
         town text, org text, officer text, hit boolean, ms bigint)`,
      [caseId, JSON.stringify(observations)],
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
