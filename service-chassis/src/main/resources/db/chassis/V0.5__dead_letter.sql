-- What was done about a dead letter: applied after all, or discarded by somebody for a reason. The reason
-- column says why it failed the last time it was tried.
alter table dead_letter
    add column tried_at          timestamptz,
    add column resolution        text check (resolution in ('APPLIED', 'DISCARDED')),
    add column resolved_by       text,
    add column resolution_reason text;

update dead_letter set tried_at = received_at;
update dead_letter set resolution = 'APPLIED', resolved_by = 'unknown' where resolved_at is not null;

alter table dead_letter
    alter column tried_at set not null,
    add check ((resolved_at is null) = (resolution is null));
