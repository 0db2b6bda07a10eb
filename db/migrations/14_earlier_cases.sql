-- Up Migration

-- The same party's earlier cases (行政处罚法 33): by the number of a certificate, or by the name, written in whatever width.
-- Who it is stays in `persons`; a case has only the reference.
create index persons_number on persons (kind, upper(normalize(id_number, NFKC))) where id_number is not null;
create index persons_name on persons (kind, replace(normalize(name, NFKC), ' ', '')) where kind <> 'reporter';
create index cases_party on cases ((state -> 'party' ->> 'personId')) where state -> 'party' <> 'null';
