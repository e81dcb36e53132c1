-- Who recorded a revision of a completion, for the history of a diplomate. Revisions that came before have none until
-- the evidence is rebuilt.
alter table completion_revision add column recorded_by text;
