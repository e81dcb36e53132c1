-- The named part of an activity that was attended on one day. Revisions that came before have none until the evidence is
-- rebuilt.
alter table completion_revision add column session text;
