-- Up Migration

-- All clocks of the case are paused: nothing is due, and its light is grey.
alter table cases add column paused boolean not null default false;
