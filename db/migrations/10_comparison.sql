-- Up Migration

-- What reports of one matter have in common (domain/triage/matterKeys.ts). Only the report that a matter is known by has
-- them: one that joined a case is found through the first.
alter table clues add column keys integer[];
-- Without the pending list, which a search reads from end to end: a report costs a little more to store and no search waits.
create index clues_keys on clues using gin (keys) with (fastupdate = off) where keys is not null;

-- What became of a clue after its first judgement, by whom and why: settled, returned, moved, split off. Never changed.
create table clue_changes (
  id bigserial primary key,
  clue_id uuid not null references clues (id),
  at timestamptz not null default now(),
  actor_id text not null,
  kind text not null check (kind in ('settled', 'redispatched', 'merged', 'split')),
  -- item, town, grade, scope (the outcome and whose it is) and case, before and after.
  before jsonb not null,
  after jsonb not null,
  reason text not null,
  -- Whatever the relay repeats is written once.
  source text not null unique
);
create index clue_changes_clue on clue_changes (clue_id, id);
create trigger clue_changes_are_final before update or delete on clue_changes for each row execute function refuse_change();
create trigger clue_changes_are_kept before truncate on clue_changes for each statement execute function refuse_change();
