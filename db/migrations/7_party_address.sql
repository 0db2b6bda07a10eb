-- Up Migration

-- 行政处罚法 59: a penalty decision states the party's address.
alter table persons add column address text;
