-- Up Migration

-- Every name under which a clue was sent: a caller's idempotency keys, and the numbers that its channel gave it. A retry
-- under any of them finds the clue, whatever else it carries.
create table clue_names (
  -- `key`, with the caller; or `number`, with the channel and, where its numbers are each sender's own, the sender.
  scope text not null,
  name text not null,
  clue_id uuid not null references clues (id),
  -- What was sent under a key: another content under it is refused. Null for a number.
  fingerprint text,
  primary key (scope, name)
);
insert into clue_names (scope, name, clue_id, fingerprint)
select 'key' || chr(10) || caller, idempotency_key, id, fingerprint from clues;
alter table clues drop constraint clues_caller_idempotency_key_key;
-- A clue may come under its channel's number alone.
alter table clues alter column idempotency_key drop not null;

-- What was received for a clue: the first message, and what was added to it later. Persons are left out of it.
create table clue_messages (
  id bigserial primary key,
  clue_id uuid not null references clues (id),
  received_at timestamptz not null,
  caller text not null,
  channel text not null,
  number text,
  fingerprint text not null,
  text text not null,
  -- json, not jsonb: as it was received, also in the order of its fields.
  original json not null,
  unique (clue_id, fingerprint)
);
