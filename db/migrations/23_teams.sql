-- Up Migration

-- Who was in which team when, as the file has it: figures by team are read through it.
create table team_members (
  team text not null,
  officer text not null,
  since date not null,
  until date,
  primary key (officer, since)
);
