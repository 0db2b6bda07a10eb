import type { Instant } from '../domain/catalogue';
import type { Triage } from '../domain/triage/triage';
import type { Queryable } from './pool';

/** A name under which a clue may be sent again. */
export interface ClueName {
  readonly scope: string;
  readonly name: string;
}

/** What was answered to a clue, found by one of its names. */
export interface NamedClue extends ClueName {
  readonly clueId: string;
  /** What was sent under this name; null for a number. */
  readonly sent: string | null;
  /** What the clue said when it first came. */
  readonly fingerprint: string;
  readonly caseId: string | null;
  readonly triage: Triage;
}

/** Takes keys for this transaction, all in one go; false = another request holds that one now. */
export async function takeKeys(db: Queryable, keys: readonly ClueName[]): Promise<readonly boolean[]> {
  const { rows } = await db.query<{ taken: boolean }>({
    name: 'take-keys',
    text: `select pg_try_advisory_xact_lock(hashtextextended(k.name, 1)) as taken
           from unnest($1::text[]) with ordinality as k (name, at) order by k.at`,
    values: [keys.map(lockOf)],
  });
  return rows.map(({ taken }) => taken);
}

/**
 * Makes two messages under one number, in the same instant, meet. Blocks; taken after the keys and before the matter,
 * and many of them in one order, so that no two callers wait for each other.
 */
export async function lockNumbers(db: Queryable, numbers: readonly ClueName[]): Promise<void> {
  if (numbers.length === 0) return;
  await db.query({
    name: 'lock-numbers',
    // The inner order stands: a lock is taken row by row.
    text: `select pg_advisory_xact_lock(n.lock)
           from (select distinct hashtextextended(name, 3) as lock from unnest($1::text[]) as n (name) order by 1) n`,
    values: [numbers.map(lockOf)],
  });
}

function lockOf({ scope, name }: ClueName): string {
  return `${scope}\n${name}`;
}

/** The clues under these names; and the database's time, which is when a new clue counts as received. */
export async function readNamed(
  db: Queryable,
  names: readonly ClueName[],
): Promise<{ readonly found: readonly NamedClue[]; readonly now: Instant }> {
  const { rows } = await db.query<{
    now: string;
    scope: string;
    name: string;
    id: string | null;
    sent: string | null;
    fingerprint: string;
    case_id: string | null;
    triage: Triage;
  }>({
    name: 'read-named',
    text: `select now() as now, n.scope, n.name, c.id, n.fingerprint as sent, c.fingerprint,
                  c.answer_case as case_id, c.answer_triage as triage
           from (select 1) one
           left join (clue_names n join clues c on c.id = n.clue_id)
             on (n.scope, n.name) in (select * from unnest($1::text[], $2::text[]))`,
    values: [names.map(({ scope }) => scope), names.map(({ name }) => name)],
  });
  const [first] = rows;
  if (first === undefined) throw new Error('the database did not tell its time');
  const found = rows.flatMap((row) =>
    row.id === null
      ? []
      : [
          {
            scope: row.scope,
            name: row.name,
            clueId: row.id,
            sent: row.sent,
            fingerprint: row.fingerprint,
            caseId: row.case_id,
            triage: row.triage,
          },
        ],
  );
  return { found, now: first.now };
}

/** Lets a clue be found under these names from now on. */
export async function learnNames(
  db: Queryable,
  clueId: string,
  names: readonly (ClueName & { readonly sent: string | null })[],
): Promise<void> {
  await db.query({
    name: 'learn-names',
    text: `insert into clue_names (scope, name, clue_id, fingerprint)
           select n.scope, n.name, $1, n.sent
           from unnest($2::text[], $3::text[], $4::text[]) as n (scope, name, sent)`,
    values: [clueId, names.map(({ scope }) => scope), names.map(({ name }) => name), names.map(({ sent }) => sent)],
  });
}
