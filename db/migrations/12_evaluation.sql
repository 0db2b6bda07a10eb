-- Up Migration

-- What each case contributes to each indicator. Derived from events alone: it can be emptied and reckoned again.
create table observations (
  case_id text not null references cases (id),
  indicator text not null,
  version integer not null,
  n integer not null,
  -- The date of law on which it counts.
  day date not null,
  town text not null,
  org text not null,
  officer text,
  hit boolean not null,
  ms bigint not null,
  primary key (case_id, indicator, version, n)
);
create index observations_window on observations (indicator, version, day);

-- Up to which event, and by which formulas, a case has been looked at.
create table evaluated (
  case_id text primary key references cases (id),
  seq integer not null,
  formulas text not null
);
