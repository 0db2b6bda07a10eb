-- Up Migration

-- A refused act leaves its party behind, and personal data that nothing refers to has no purpose. To find it, each person
-- is looked up once: where something refers to them they are `used` for good.
alter table persons add column named_at timestamptz not null default now();
alter table persons add column used boolean not null default false;
alter table persons add column unused_since timestamptz;
update persons set named_at = created_at;
create index persons_unused on persons (named_at) where not used;

-- Wherever in an event a person stands: an event of a kind that comes later is covered too, and recording needs no more.
create index events_persons on events using gin (jsonb_path_query_array(data, '$.**.personId'))
  where data @? '$.**.personId';
create index clues_reporter on clues (reporter) where reporter is not null;
