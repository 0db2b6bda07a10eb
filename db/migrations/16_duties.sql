-- Up Migration

-- What is owed in open cases: one row for each running clock, written with the case's events. Lights are worked out when read.
create table open_duties (
  case_id text not null references cases (id),
  -- The clock's name in its case.
  id text not null,
  kind text not null,
  name text not null,
  org text not null,
  person text,
  started_at timestamptz not null,
  yellow_at timestamptz,
  due_at timestamptz not null,
  paused boolean not null,
  primary key (case_id, id)
);
create index open_duties_due on open_duties (due_at, case_id, id);
create index open_duties_org on open_duties (org, due_at);
create index open_duties_person on open_duties (person, due_at) where person is not null;

-- Whom in the organisation a notice is for, and of what it tells: nobody is told twice of one cause.
alter table notices add column role text, add column person text, add column cause text;
create unique index notices_cause on notices (case_id, org, coalesce(role, ''), coalesce(person, ''), topic, cause)
  where cause is not null;
