-- Up Migration

-- The catalogue's tables as the service ran on them: what it is judged by is known afterwards too, row by row.
create table catalogue_files (
  sha256 text primary key,
  content text not null
);
create trigger catalogue_files_are_final before update or delete on catalogue_files
  for each row execute function refuse_change();
create trigger catalogue_files_are_kept before truncate on catalogue_files
  for each statement execute function refuse_change();

create table catalogue_versions (
  id bigserial primary key,
  at timestamptz not null default now(),
  -- As judgements name it.
  version text not null,
  -- The hash of each table, by its name.
  tables jsonb not null
);
create trigger catalogue_versions_are_final before update or delete on catalogue_versions
  for each row execute function refuse_change();
create trigger catalogue_versions_are_kept before truncate on catalogue_versions
  for each statement execute function refuse_change();
