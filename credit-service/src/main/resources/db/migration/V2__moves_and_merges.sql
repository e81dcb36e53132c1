-- Who had a completion before a revision gave it to another diplomate. There are few: with them at hand, every revision
-- is found under the keys of the event log.
create table completion_moved (
    completion   uuid not null,
    revision     int  not null,
    diplomate_id text not null,
    -- The merge of identities that moved it; null when a correction did.
    merge        uuid,
    primary key (completion, revision)
);

create index completion_moved_merge on completion_moved (merge) where merge is not null;

-- Who a diplomate turned out to be: the one who remains, never one who was merged in turn.
alter table identity add column merged_into text;

create index identity_merged_into on identity (merged_into) where merged_into is not null;

-- What the board said, kept for ever. Of one diplomate one merge stands at a time.
create table identity_merge (
    id                uuid primary key,
    diplomate_id      text        not null,
    into_id           text        not null,
    reason            text        not null,
    merged_at         timestamptz not null,
    merged_by         text        not null,
    withdrawn_at      timestamptz,
    withdrawn_by      text,
    withdrawal_reason text
);

create unique index identity_merge_standing on identity_merge (diplomate_id) where withdrawn_at is null;
