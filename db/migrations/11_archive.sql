-- Up Migration

-- The signed file 案卷 of an archived case, made once.
create table archive_files (
  case_id text primary key references cases (id),
  sha256 text not null,
  size integer not null,
  key_id text not null,
  content bytea not null,
  made_at timestamptz not null
);
-- PDFs don't get smaller by another packing.
alter table archive_files alter column content set storage external;

create trigger archive_files_are_final before update or delete on archive_files
  for each row execute function refuse_change();
create trigger archive_files_are_kept before truncate on archive_files for each statement execute function refuse_change();

-- The ends of all chains, signed once a day. `statement` is the very text that was signed.
create table chain_heads (
  day date primary key,
  statement text not null,
  key_id text not null,
  signature text not null,
  made_at timestamptz not null default now()
);
-- Only what has moved since the day before: the heads of a day are each case's last row up to it.
create table chain_head_entries (
  day date not null references chain_heads (day),
  case_id text not null,
  seq integer not null,
  head text not null,
  primary key (case_id, day)
);
create index chain_head_entries_day on chain_head_entries (day);

create trigger chain_heads_are_final before update or delete on chain_heads
  for each row execute function refuse_change();
create trigger chain_heads_are_kept before truncate on chain_heads for each statement execute function refuse_change();
create trigger chain_head_entries_are_final before update or delete on chain_head_entries
  for each row execute function refuse_change();
create trigger chain_head_entries_are_kept before truncate on chain_head_entries
  for each statement execute function refuse_change();

-- Cases that were archived before there were files get theirs.
insert into outbox (case_id, seq, kind, payload) select id, seq, 'make_archive', '{}' from cases where stage = 'archived';
