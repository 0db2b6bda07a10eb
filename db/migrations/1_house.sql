-- Up Migration

-- The roster: who may act. Identity comes from the token, competence from here.
create table people (
  id text primary key,
  name text not null,
  role text not null,
  org text not null,
  certificate_no text,
  certificate_until date,
  fields text[] not null default '{}'
);
create index people_org on people (org);

-- Reporters and parties, apart from everything else: cases and events hold only the reference.
create table persons (
  id uuid primary key,
  kind text not null check (kind in ('reporter', 'citizen', 'organisation')),
  name text,
  phone text,
  id_number text,
  created_at timestamptz not null default now()
);

create sequence case_number;

-- What intake was told, how it was judged and what was answered: the same key gets the same answer for ever.
create table clues (
  id uuid primary key,
  caller text not null,
  idempotency_key text not null,
  fingerprint text not null,
  channel text not null,
  text text not null,
  place text,
  lng double precision,
  lat double precision,
  occurred_at timestamptz,
  received_at timestamptz not null,
  reporter uuid references persons (id),
  attachments jsonb not null default '[]',
  outcome text not null check (outcome in ('case', 'desk', 'not_ours', 'duplicate')),
  triage jsonb not null,
  item text,
  town text,
  case_id text,
  -- What was answered first. A later correction changes the columns above, never these.
  answer_triage jsonb not null,
  answer_case text,
  -- sha256 of the normalised text: the same words again are the same clue, whatever the channel.
  text_hash text not null,
  due_at timestamptz not null,
  yellow_at timestamptz not null,
  settled_at timestamptz,
  answered_at timestamptz,
  answer text,
  unique (caller, idempotency_key)
);
create index clues_desk on clues (received_at) where outcome = 'desk' and settled_at is null;
create index clues_case on clues (case_id);
create index clues_text on clues (text_hash, received_at);
create index clues_received on clues (received_at desc, id);

-- The law that cases were opened under, once each: it never changes under an id.
create table laws (
  id text primary key,
  body jsonb not null
);

-- The read model: the fold of a case's events, and the columns that lists filter by.
create table cases (
  id text primary key,
  seq integer not null,
  head text not null,
  law text not null references laws (id),
  state jsonb not null,
  town text not null,
  owner text not null,
  cooperating text[] not null,
  assignees text[] not null,
  stage text not null,
  grade text not null,
  item text not null,
  field text not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  -- The earliest warning and due instant over the open duties. The light is worked out from them and now.
  yellow_at timestamptz,
  due_at timestamptz,
  closed_at timestamptz,
  -- When the case should next do something by itself. One that lets it pass is told to look at its file.
  wake_at timestamptz,
  -- Whether the engine has been told. A crash between the two leaves false, and the sweeper starts it.
  started boolean not null default false
);
create index cases_page on cases (opened_at desc, id desc);
create index cases_town on cases (town, opened_at desc);
create index cases_owner on cases (owner, opened_at desc);
create index cases_due on cases (due_at) where due_at is not null;
create index cases_wake on cases (wake_at) where wake_at is not null;
create index cases_unstarted on cases (opened_at) where not started;
create index cases_matter on cases (town, item, opened_at) where closed_at is null;

create table events (
  case_id text not null references cases (id),
  seq integer not null,
  at timestamptz not null,
  actor_id text not null,
  actor_role text not null,
  actor_org text not null,
  act text not null,
  command_id text not null,
  fingerprint text not null,
  type text not null,
  data jsonb not null,
  -- sha256 over the previous hash and this event's canonical JSON.
  hash text not null,
  -- When the row was written; `at` is the case's own time.
  recorded_at timestamptz not null default now(),
  primary key (case_id, seq)
);
create index events_command on events (case_id, command_id);

-- What is written is never changed, by whatever hand.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events are only ever added (% of %)', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger events_are_final before update or delete on events for each row execute function refuse_change();

-- Duties that leave the case: carried out once in effect by the relay.
create table outbox (
  id bigserial primary key,
  case_id text not null,
  seq integer not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  attempts integer not null default 0,
  next_at timestamptz not null default now(),
  last_error text,
  done_at timestamptz
);
create index outbox_open on outbox (next_at, id) where done_at is null;

-- Notices that people find on their desk. One per outbox row.
create table notices (
  outbox_id bigint primary key references outbox (id),
  case_id text not null,
  org text not null,
  topic text not null,
  text text not null,
  created_at timestamptz not null default now()
);
create index notices_org on notices (org, created_at desc);

-- Refusals leave nothing in a case; those that matter in law are kept here.
create table refusals (
  id bigserial primary key,
  at timestamptz not null default now(),
  case_id text,
  actor_id text not null,
  actor_role text not null,
  actor_org text not null,
  act text not null,
  code text not null,
  detail text not null,
  article text
);
create index refusals_case on refusals (case_id, at);

create table archives (
  case_id text primary key references cases (id),
  events integer not null,
  head text not null,
  manifest jsonb not null,
  archived_at timestamptz not null default now()
);
