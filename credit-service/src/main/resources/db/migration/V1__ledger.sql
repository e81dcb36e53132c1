-- The catalog's activities as far as judging a completion needs them; filled from Kafka.
create table activity (
    code                   text primary key,
    title                  text    not null,
    provider               text    not null,
    credits                numeric,
    patient_safety_credits numeric,
    offered_from           date,
    offered_until          date,
    status                 text    not null check (status in ('PROPOSED', 'APPROVED', 'RETIRED')),
    revision               bigint  not null
);

-- The board's diplomates. Two may have the same NPI by mistake: then the name decides, or nobody.
create table identity (
    diplomate_id    text primary key,
    npi             text,
    given_name      text,
    family_name     text        not null,
    birth_month_day text,
    name_keys       text[]      not null,
    revision        int         not null,
    updated_at      timestamptz not null,
    updated_by      text        not null
);

create index identity_npi on identity (npi) where npi is not null;

-- Rosters and completions are never deleted, so rows that name one need no foreign key, which would be checked row by
-- row.
create table roster (
    id          uuid primary key,
    poster      text        not null,
    external_id text        not null,
    postings    int         not null,
    revision    int         not null,
    status      text        not null check (status in ('RECORDED', 'WITHDRAWN')),
    received_at timestamptz not null,
    received_by text        not null,
    unique (poster, external_id)
);

create index roster_received on roster (received_at, id);

-- Current state; every revision stands in event_log.
create table completion (
    id                     uuid primary key,
    revision               int           not null,
    status                 text          not null check (status in ('RECORDED', 'WITHDRAWN')),
    diplomate_id           text          not null,
    activity               text,
    title                  text,
    completed_on           date          not null,
    credits                numeric(5, 2) not null check (credits > 0 and credits % 0.25 = 0),
    patient_safety_credits numeric(5, 2) check (patient_safety_credits between 0 and credits),
    category               text,
    provider               text,
    poster                 text          not null,
    external_id            text          not null,
    -- Of what was posted first, so that the same posting is known again after a correction.
    content_hash           uuid          not null,
    roster                 uuid,
    recorded_at            timestamptz   not null,
    recorded_by            text          not null,
    reason                 text,
    unique (poster, external_id),
    check ((activity is null) <> (title is null))
);

create index completion_diplomate on completion (diplomate_id, completed_on, id);
create index completion_roster on completion (roster, id) where roster is not null;

-- Well-formed rows that found no diplomate, or no single one. Nothing is deleted: a row is closed.
create table held_row (
    id             uuid primary key,
    poster         text        not null,
    external_id    text        not null,
    content_hash   uuid        not null,
    posted         jsonb       not null,
    diplomate_id   text,
    npi            text,
    reason         text        not null check (reason in ('NO_MATCH', 'MULTIPLE_MATCHES', 'IDENTITY_DIFFERS')),
    state          text        not null check (state in ('WAITING', 'RECORDED', 'DISCARDED', 'SUPERSEDED')),
    completion     uuid,
    roster         uuid,
    posting        int,
    held_at        timestamptz not null,
    held_by        text        not null,
    closed_at      timestamptz,
    closed_by      text,
    closing_reason text
);

-- A key is taken by one held row at a time; a mended posting supersedes the row before it.
create unique index held_row_key on held_row (poster, external_id) where state in ('WAITING', 'DISCARDED');
create index held_row_diplomate on held_row (diplomate_id) where state = 'WAITING' and diplomate_id is not null;
create index held_row_npi on held_row (npi) where state = 'WAITING' and npi is not null;

-- What became of each row of each posting of a roster. content is kept of rows that were not recorded, so that they can
-- be handed back to be mended.
create table roster_row (
    roster      uuid     not null,
    posting     int      not null,
    row         int      not null,
    external_id text,
    outcome     text     not null check (outcome in ('RECORDED', 'DUPLICATE', 'CONFLICT', 'HELD', 'REJECTED')),
    completion  uuid,
    held_row    uuid,
    reason      text,
    errors      json,
    content     json,
    -- The later posting of this roster in which the row came again and was taken.
    mended_in   int,
    primary key (roster, posting, row)
);

create index roster_row_held on roster_row (held_row) where held_row is not null;
create index roster_row_open on roster_row (roster, external_id) where outcome in ('REJECTED', 'HELD', 'CONFLICT');

-- The lists: of everything, and of what a society posted.
create index completion_day on completion (completed_on, id);
create index completion_poster_day on completion (poster, completed_on, id);
create index held_row_roster on held_row (roster) where state = 'WAITING' and roster is not null;
create index held_row_list on held_row (id) where state = 'WAITING';
