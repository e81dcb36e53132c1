-- The next offset to be applied, moved in the transaction of the effect.
create table projection_offset (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

-- Events that could not be read or applied, as they came, until somebody looks at them.
create table dead_letter (
    id          bigint generated always as identity primary key,
    topic       text        not null,
    partition   int         not null,
    "offset"    bigint      not null,
    key         text,
    type        text,
    value       bytea,
    reason      text        not null,
    received_at timestamptz not null,
    resolved_at timestamptz,
    unique (topic, partition, "offset")
);

create index dead_letter_open on dead_letter (id) where resolved_at is null;
