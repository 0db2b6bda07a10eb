-- Up Migration

-- Who has left the roster acts no more, and is still named beside what they did.
alter table people add column retired_at timestamptz;
-- Nothing ever read it: competence is role, organisation and certificate.
alter table people drop column fields;
