-- A hash chain beside the log: each block names the entries of a span of sequence numbers by their hashes and carries on
-- from the head of the block before. docs/decisions/0017 says what is hashed. Nothing is ever updated or deleted here.
create table event_log_block (
    number     bigint      primary key check (number > 0),
    first_seq  bigint      not null,
    last_seq   bigint      not null unique,
    entries    int         not null check (entries > 0),
    -- Entries of the log up to the end of this block.
    total      bigint      not null,
    -- Sequence number (8 bytes) and leaf hash (32 bytes) of each entry.
    leaves     bytea       not null,
    root       bytea       not null,
    head       bytea       not null,
    chained_at timestamptz not null,
    check (first_seq <= last_seq)
);

-- Hashes cannot be compressed.
alter table event_log_block alter column leaves set storage external;

-- Signed heads, as they were published. Nothing is ever updated or deleted here either.
create table event_log_checkpoint (
    block     bigint      primary key references event_log_block,
    signed_at timestamptz not null,
    key_id    text        not null,
    note      text        not null
);

-- What the running check has found and not seen mended since.
create table event_log_finding (
    kind     text        not null,
    place    text        not null,
    seq      bigint      not null,
    subject  text        not null,
    detail   text        not null,
    found_at timestamptz not null,
    seen_at  timestamptz not null,
    primary key (kind, place, seq, subject)
);

-- Checks of everything that were asked for.
create table event_log_verification (
    id           bigint generated always as identity primary key,
    requested_at timestamptz not null,
    requested_by text        not null,
    entries      bigint      not null default 0,
    checkpoints  bigint      not null default 0,
    rows         bigint      not null default 0,
    events       bigint      not null default 0,
    found        bigint      not null default 0,
    -- The first of them.
    findings     jsonb       not null default '[]',
    finished_at  timestamptz
);

-- One at a time.
create unique index event_log_verification_running on event_log_verification ((true)) where finished_at is null;
