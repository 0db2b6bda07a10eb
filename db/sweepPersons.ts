import type { Queryable } from './pool';

export interface Sweep {
  /** How many days somebody must not have been named before they are looked up. */
  readonly afterDays: number;
  /** How many days later they must be found unused again before they go. */
  readonly againAfterDays: number;
  readonly limit: number;
}

export interface Swept {
  readonly used: number;
  readonly unused: number;
  readonly removed: number;
}

/**
 * Looks up persons whom nothing may refer to: no clue as its reporter, no event of any case. Who is found used is never
 * looked up again; who is found unused twice is removed. Sweepers that meet share the work.
 */
export async function sweepPersons(db: Queryable, { afterDays, againAfterDays, limit }: Sweep): Promise<Swept> {
  const { rows } = await db.query<Swept>({ text: SWEEP_PERSONS, values: [afterDays, againAfterDays, limit] });
  const [row] = rows;
  if (row === undefined) throw new Error('the sweep told nothing');
  return row;
}

export const SWEEP_PERSONS = `
with old as (
  select id, unused_since from persons
  where not used and named_at < now() - make_interval(days => $1)
    and (unused_since is null or unused_since < now() - make_interval(days => $2))
  order by named_at limit $3
  for update skip locked
), judged as (
  select old.id, old.unused_since is not null as again,
         -- With a limit and not with exists: that one may be answered by hashing the whole table.
         coalesce((select true from clues where clues.reporter = old.id limit 1),
                  (select true from events
                   where data @? '$.**.personId' and jsonb_path_query_array(data, '$.**.personId') ? old.id::text
                   limit 1),
                  false) as used
  from old
), kept as (
  update persons set used = true, unused_since = null from judged where persons.id = judged.id and judged.used
  returning 1
), noticed as (
  update persons set unused_since = now() from judged where persons.id = judged.id and not judged.used and not again
  returning 1
), removed as (
  delete from persons using judged where persons.id = judged.id and not judged.used and again
  returning 1
)
select (select count(*) from kept) as used, (select count(*) from noticed) as unused,
       (select count(*) from removed) as removed`;
