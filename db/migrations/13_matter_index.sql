-- Up Migration

-- The newest reports of an item in a town, in the order in which a search for the same matter reads them.
create index clues_matter on clues (item, town, received_at desc) where keys is not null;
