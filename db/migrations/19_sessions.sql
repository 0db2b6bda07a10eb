-- Up Migration

-- Who is signed in to the pages. The cookie holds a secret of which only the hash is here: whoever reads this table can't
-- act in anybody's name.
create table sessions (
  secret_hash bytea primary key,
  subject text not null,
  opened_at timestamptz not null default now(),
  until timestamptz not null
);
create index sessions_until on sessions (until);
