-- Up Migration

-- The monthly reports, as they were made: another one of the same month is another version beside it.
create table reports (
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  version integer not null,
  -- The run that made it: tried again it is the same report.
  run text not null unique,
  -- null = the calendar's.
  asked_by text,
  made_at timestamptz not null,
  -- The last day that it counts; before the month's last one where it was made within the month.
  counted_to date not null,
  -- indicator@version and formula@version.
  formulas text[] not null,
  docx bytea not null,
  docx_sha256 text not null,
  xlsx bytea not null,
  xlsx_sha256 text not null,
  primary key (month, version)
);
create trigger reports_are_final before update or delete on reports for each row execute function refuse_change();
create trigger reports_are_kept before truncate on reports for each statement execute function refuse_change();

-- What left the house as a file: who took it, when, and its very bytes by their hash.
create table exports (
  id bigserial primary key,
  at timestamptz not null default now(),
  person text not null,
  kind text not null,
  -- Which one: a case, a case and its paper, a month with its version.
  ref text not null,
  sha256 text not null
);
create trigger exports_are_final before update or delete on exports for each row execute function refuse_change();
create trigger exports_are_kept before truncate on exports for each statement execute function refuse_change();
