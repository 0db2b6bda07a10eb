-- Up Migration

-- Screens that show the wall and belong to nobody: they see figures, as long as they go on asking. As with sessions the cookie holds a
-- secret of which only the hash is here.
create table screens (
  secret_hash bytea primary key,
  -- Where it hangs, in the words of whoever opened it.
  place text not null,
  opened_by text not null,
  opened_at timestamptz not null default now(),
  -- To the hour.
  seen_at timestamptz not null default now()
);

-- Who came in and who was put out. It is only added to: sessions and screens go when they are over, this stays
-- (网络安全法（2025修正）第二十三条: at least six months).
create table sign_in_record (
  id bigserial primary key,
  at timestamptz not null default now(),
  what text not null,
  -- Who did it.
  person text not null,
  -- Whose session, or where the screen hangs.
  concerns text not null
);
create trigger sign_in_record_is_final before update or delete on sign_in_record
  for each row execute function refuse_change();
create trigger sign_in_record_is_kept before truncate on sign_in_record
  for each statement execute function refuse_change();
