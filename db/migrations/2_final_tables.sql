-- Up Migration

-- A row trigger never hears of TRUNCATE, which empties a table without looking at a row. And archives and refusals are
-- evidence like events: a manifest that can be changed proves nothing, nor does a record of refusals with gaps.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% are only ever added to (%)', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end $$;

create trigger events_are_kept before truncate on events for each statement execute function refuse_change();

create trigger archives_are_final before update or delete on archives for each row execute function refuse_change();
create trigger archives_are_kept before truncate on archives for each statement execute function refuse_change();

create trigger refusals_are_final before update or delete on refusals for each row execute function refuse_change();
create trigger refusals_are_kept before truncate on refusals for each statement execute function refuse_change();
