-- Up Migration

-- What reporters said of how their matter was handled. Asked again, it is another row; the last one counts.
create table satisfactions (
  id bigserial primary key,
  clue_id uuid not null references clues (id),
  case_id text not null references cases (id),
  rating text not null check (rating in ('satisfied', 'fairly_satisfied', 'dissatisfied', 'no_word')),
  asked_by text not null,
  asked_at timestamptz not null default now()
);
create index satisfactions_case on satisfactions (case_id, id);
create index satisfactions_clue on satisfactions (clue_id, id);
create trigger satisfactions_are_final before update or delete on satisfactions
  for each row execute function refuse_change();
create trigger satisfactions_are_kept before truncate on satisfactions for each statement execute function refuse_change();

-- When its reporter was last asked. Those who were answered and not asked yet, and those who were, each by an index of their own.
alter table clues add column asked_at timestamptz;
create index clues_to_ask on clues (received_at, id)
  where answered_at is not null and case_id is not null and reporter is not null and asked_at is null;
create index clues_asked on clues (received_at, id) where asked_at is not null;

-- How many of them a case has, and up to how many it has been looked at.
alter table evaluated add column ratings integer not null default 0;
alter table cases add column ratings integer not null default 0;
