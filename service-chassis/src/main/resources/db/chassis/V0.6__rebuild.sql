-- Rebuilds of what the service keeps of its topics. The topics are read from their beginning into tables
-- of the same names in a schema of their own, while the ones in use go on; in the end one transaction
-- makes the ones in use equal to those.
create schema projection_shadow;

create table projection_rebuild (
    id           bigint generated always as identity primary key,
    state        text        not null default 'RUNNING' check (state in ('RUNNING', 'COMPLETE', 'FAILED')),
    requested_at timestamptz not null,
    requested_by text        not null,
    -- The tables of the schema are made, empty.
    prepared     boolean     not null default false,
    finished_at  timestamptz,
    removed      bigint      not null default 0,
    added        bigint      not null default 0,
    problem      text
);

-- One at a time.
create unique index projection_rebuild_running on projection_rebuild ((true)) where state = 'RUNNING';

-- How far the rebuild has read, moved in the transaction of the effect.
create table projection_rebuild_offset (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    end_offset  bigint not null default 0,
    primary key (topic, partition)
);
