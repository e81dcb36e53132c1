-- Addresses under which a calendar program reads the deadlines of a diplomate. Only a hash of the secret in the address
-- is kept. A revoked feed stays as a row, so that it is known who revoked it and why.
create table calendar_feed (
    id           uuid        primary key,
    diplomate_id text        not null references diplomate,
    secret_hash  text        not null unique,
    created_at   timestamptz not null,
    created_by   text        not null,
    revoked_at   timestamptz,
    reason       text,
    revision     int         not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null
);

create index calendar_feed_active on calendar_feed (diplomate_id) where revoked_at is null;

-- The version of each calendar event that was given out last. A calendar program takes an event of a higher sequence
-- for a change of the one that it has.
create table calendar_event (
    diplomate_id text        not null references diplomate,
    requirement  text        not null,
    due_year     int         not null,
    digest       text        not null,
    sequence     int         not null,
    changed_at   timestamptz not null,
    primary key (diplomate_id, requirement, due_year)
);
