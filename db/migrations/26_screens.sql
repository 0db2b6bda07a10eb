-- Up Migration

-- Screens that show the wall and belong to nobody: they see figures, as long as they go on asking. As with sessions the cookie holds a
-- secret of which only the hash is here. Rows stay, also of those that were ended: who hung up a screen, and who took it down.
create table screens (
  secret_hash bytea primary key,
  -- Where it hangs, in the words of whoever opened it.
  place text not null,
  opened_by text not null,
  opened_at timestamptz not null default now(),
  -- To the hour.
  seen_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by text
);
