-- Up Migration

-- A case by its number without the year: `123` finds CZ2026-000123.
create index cases_number on cases (split_part(id, '-', 2));

-- Cases by a part of a reported place: read from end to end, but without the table. A trigram index would be read from end to end too:
-- people type two characters, and it wants three.
create index clues_place on clues (case_id, place) where case_id is not null and place is not null;
