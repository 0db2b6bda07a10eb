-- Up Migration

-- The transaction that wrote an event: what is read in its order, up to the oldest one still under way, misses nothing. A
-- number from a sequence is given out before the commit, so a later one may be seen first.
alter table events add column tx xid8 not null default pg_current_xact_id();
create index events_live on events (tx, case_id, seq);
