-- Every change and the event that tells of it are one transaction: outbox, audit trail and source of
-- replay in one. Nothing is ever updated or deleted here.
create table event_log (
    seq         bigint generated always as identity primary key,
    xid         xid8        not null default pg_current_xact_id(),
    event_id    uuid        not null default uuidv7(),
    key         text        not null,
    type        text        not null,
    payload     jsonb       not null,
    recorded_at timestamptz not null,
    recorded_by text        not null
);

-- The publisher looks for the transactions of a window.
create index event_log_xid on event_log (xid, seq);

-- Revisions of one subject.
create index event_log_key on event_log (key, seq);

-- How far the log is on Kafka. One row: the window of transactions that are all over
-- (window_from <= xid < window_to), and the last sequence number of it that was acknowledged.
create table event_publication (
    id          boolean primary key default true check (id),
    window_from xid8   not null,
    window_to   xid8   not null,
    last_seq    bigint not null,
    end_seq     bigint not null
);

insert into event_publication (window_from, window_to, last_seq, end_seq) values ('0', '0', 0, 0);
