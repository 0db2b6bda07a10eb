import type { LawDate } from '../domain/catalogue';
import type { Queryable } from './pool';

/** Where a case's chain ended: how many events, and the hash of the last. */
export interface ChainEnd {
  readonly caseId: string;
  readonly seq: number;
  readonly head: string;
}

export interface Heads {
  readonly day: LawDate;
  /** The very text that was signed. */
  readonly statement: string;
  readonly keyId: string;
  readonly signature: string;
}

/** Until the end of the transaction: two workers at midnight make one statement. */
export async function lockHeads(db: Queryable): Promise<void> {
  await db.query('lock table chain_heads in share row exclusive mode');
}

export async function lastHeads(db: Queryable): Promise<Heads | null> {
  return (await listHeads(db, 1))[0] ?? null;
}

/** The newest first. */
export async function listHeads(db: Queryable, limit: number): Promise<readonly Heads[]> {
  const { rows } = await db.query<{ day: LawDate; statement: string; key_id: string; signature: string }>(
    'select day, statement, key_id, signature from chain_heads order by day desc limit $1',
    [limit],
  );
  return rows.map(({ key_id: keyId, ...row }) => ({ ...row, keyId }));
}

/**
 * All chains as they were signed last (`known`), those that have grown since (`moved`), and the cases whose chain doesn't
 * hold what was signed. A chain only grows: what is rewritten is never signed anew.
 */
export async function movedChains(db: Queryable): Promise<{
  readonly known: readonly ChainEnd[];
  readonly moved: readonly ChainEnd[];
  readonly rewritten: readonly string[];
}> {
  const known = await db.query<{ case_id: string; seq: number; head: string; kept: boolean }>(
    `select known.*, coalesce(e.hash = known.head, false) as kept
     from (select distinct on (case_id) case_id, seq, head from chain_head_entries order by case_id, day desc) as known
     left join events as e on e.case_id = known.case_id and e.seq = known.seq`,
  );
  const now = await db.query<{ case_id: string; seq: number; head: string }>(
    `select cases.id as case_id, last.seq, last.hash as head
     from cases, lateral (select seq, hash from events where case_id = cases.id order by seq desc limit 1) as last`,
  );
  const before = new Map(known.rows.map((row) => [row.case_id, row]));
  return {
    known: known.rows.map(toEnd),
    moved: now.rows
      .filter(({ case_id, seq }) => {
        const was = before.get(case_id);
        return was === undefined || (was.kept && seq > was.seq);
      })
      .map(toEnd),
    rewritten: known.rows.filter(({ kept }) => !kept).map(({ case_id }) => case_id),
  };
}

export async function insertHeads(db: Queryable, heads: Heads, moved: readonly ChainEnd[]): Promise<void> {
  await db.query('insert into chain_heads (day, statement, key_id, signature) values ($1, $2, $3, $4)', [
    heads.day,
    heads.statement,
    heads.keyId,
    heads.signature,
  ]);
  await db.query(
    `insert into chain_head_entries (day, case_id, seq, head)
     select $1, e.case_id, e.seq, e.head from jsonb_to_recordset($2::jsonb) as e (case_id text, seq integer, head text)`,
    [heads.day, JSON.stringify(moved.map(({ caseId, seq, head }) => ({ case_id: caseId, seq, head })))],
  );
}

/** What was signed of each case, day by day. */
export async function headEntries(db: Queryable): Promise<readonly (ChainEnd & { readonly day: LawDate })[]> {
  const { rows } = await db.query<{ day: LawDate; case_id: string; seq: number; head: string }>(
    'select day, case_id, seq, head from chain_head_entries order by day, case_id',
  );
  return rows.map((row) => ({ ...toEnd(row), day: row.day }));
}

/** The numbers of all cases with the end of chain that their read model has: a page after the given one. */
export async function caseEnds(db: Queryable, after: string, limit: number): Promise<readonly ChainEnd[]> {
  const { rows } = await db.query<{ case_id: string; seq: number; head: string }>(
    'select id as case_id, seq, head from cases where id > $1 order by id limit $2',
    [after, limit],
  );
  return rows.map(toEnd);
}

function toEnd({ case_id: caseId, seq, head }: { case_id: string; seq: number; head: string }): ChainEnd {
  return { caseId, seq, head };
}
