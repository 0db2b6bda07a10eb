-- Up Migration

-- The newest reports of an item in a town, in the order in which a search for the same matter reads them.
create index clues_matter on clues (item, town, received_at desc) where keys is not null;

-- The law that a case's first event carries: 20 KB, the same for all cases of a day, and packing it was half the work of
-- opening one. From now on the event names it; null where the event carries its law itself, or none. Its hash covers the
-- whole law as before.
alter table events add column law text references laws (id);
