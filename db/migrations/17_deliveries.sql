-- Up Migration

-- Notices on their way out of the house: one row for each notice and sink. Delivered is what a sink said, nothing else.
create table deliveries (
  id bigserial primary key,
  notice_id bigint not null references notices (outbox_id),
  sink text not null,
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'dead')),
  attempts integer not null default 0,
  next_at timestamptz not null default now(),
  last_error text,
  created_at timestamptz not null default now(),
  delivered_at timestamptz,
  -- Who sent a dead one again, last.
  resent_by text,
  unique (notice_id, sink)
);
create index deliveries_open on deliveries (sink, next_at, id) where status = 'waiting';
create index deliveries_dead on deliveries (id) where status = 'dead';
