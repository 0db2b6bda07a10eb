-- Up Migration

-- What another body's register said about a case's matter: with its source and its instant, `unknown` where it didn't say.
create table record_look_ups (
  id bigserial primary key,
  case_id text not null references cases (id),
  asked_by text not null,
  asked_at timestamptz not null default now(),
  taken_at timestamptz,
  source text,
  answered_at timestamptz,
  status text check (status in ('found', 'none', 'unknown')),
  records jsonb not null default '[]',
  why text,
  check ((status is null) = (answered_at is null))
);
create index record_look_ups_case on record_look_ups (case_id, id);
create index record_look_ups_waiting on record_look_ups (id) where status is null;

-- Whether a register was asked. Cases that were open before are asked about too, once one is there.
alter table cases add column records_asked boolean not null default false;
create index cases_unasked on cases (opened_at) where not records_asked and closed_at is null;

-- Where each officer last said they were, to send the nearest. One row a person: nobody is followed.
create table officer_positions (
  officer text primary key references people (id),
  lng double precision not null,
  lat double precision not null,
  at timestamptz not null default now()
);
