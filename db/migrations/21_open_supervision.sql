-- Up Migration

-- The urgings, the orders and the appeals against a red light of open cases, written with the case's events. What they say
-- is in the case; here is what a list looks for. Out of the states of 55,000 open cases a page of it took 1.4 s.
create table open_supervision (
  case_id text not null references cases (id),
  -- Within its case.
  id text not null,
  kind text not null check (kind in ('urge', 'order', 'appeal')),
  listed boolean not null,
  standing text not null check (standing in ('waiting', 'to_check', 'done')),
  asked_at timestamptz not null,
  primary key (case_id, id)
);
create index open_supervision_asked on open_supervision (asked_at, case_id, id);
create index open_supervision_owed on open_supervision (kind, asked_at, case_id, id) where standing <> 'done';

insert into open_supervision
select c.id, u ->> 'id', u ->> 'kind', (u ->> 'listed')::boolean,
  case when (u ->> 'open')::boolean then 'waiting'
    when u ->> 'kind' = 'order' and u ->> 'answer' is not null and not (u ->> 'checked')::boolean then 'to_check'
    else 'done' end,
  (select min(at) from events where case_id = c.id and type = 'urged' and data ->> 'urgingId' = u ->> 'id')
from cases c cross join lateral jsonb_array_elements(c.state -> 'urgings') u
where c.closed_at is null;

insert into open_supervision
select c.id, o ->> 'id', 'appeal', false, case when o -> 'appeal' -> 'judgement' = 'null' then 'waiting' else 'done' end,
  (select min(at) from events where case_id = c.id and type = 'overdue_appealed' and data ->> 'overdueId' = o ->> 'id')
from cases c cross join lateral jsonb_array_elements(c.state -> 'overdue') o
where c.closed_at is null and o -> 'appeal' <> 'null';
