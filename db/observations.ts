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

/** Cases that have moved or were rated since they were looked at, or were looked at by other formulas, in order, after one. */
export async function unevaluated(
  db: Queryable,
  formulas: string,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select cases.id from cases left join evaluated on evaluated.case_id = cases.id
     where cases.id > $2 and (evaluated.seq is distinct from cases.seq or evaluated.ratings is distinct from cases.ratings
       or evaluated.formulas is distinct from $1)
     order by cases.id limit $3`,
    [formulas, after, limit],
  );
  return rows.map(({ id }) => id);
}

/** What a case contributes up to an event and a rating. */
export interface Evaluated {
  readonly caseId: string;
  readonly seq: number;
  /** How many. */
  readonly ratings: number;
  readonly observations: readonly ObservationRow[];
}

/** Puts what cases contribute in the place of what they contributed before: all of them, or none. */
export async function replaceObservations(pool: Pool, formulas: string, cases: readonly Evaluated[]): Promise<void> {
  const ids = cases.map(({ caseId }) => caseId);
  await inTransaction(pool, async (client) => {
    // First these rows, in one order: whoever else looks at one of the cases waits here.
    await client.query(
      `insert into evaluated (case_id, seq, ratings, formulas)
       select id, seq, ratings, $4 from unnest($1::text[], $2::integer[], $3::integer[]) as e (id, seq, ratings)
       order by id on conflict (case_id)
       do update set seq = excluded.seq, ratings = excluded.ratings, formulas = excluded.formulas`,
      [ids, cases.map(({ seq }) => seq), cases.map(({ ratings }) => ratings), formulas],
    );
    await client.query('delete from observations where case_id = any($1)', [ids]);
    const rows = cases.flatMap(({ caseId, observations }) => observations.map((one) => ({ caseId, ...one })));
    const all = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key]);
    // Arrays: as one JSON text these took the database twice as long.
    await client.query(
      `insert into observations (case_id, indicator, version, n, day, town, org, officer, hit, ms)
       select * from unnest($1::text[], $2::text[], $3::integer[], $4::integer[], $5::date[], $6::text[], $7::text[],
         $8::text[], $9::boolean[], $10::bigint[])`,
      [
        ...[all('caseId'), all('indicator'), all('version'), all('n'), all('day')],
        ...[all('town'), all('org'), all('officer'), all('hit'), all('ms')],
      ],
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
