-- Every revision of every completion, as the ledger told it.
create table completion_revision (
    completion     text        not null,
    revision       int         not null check (revision > 0),
    diplomate_id   text        not null,
    status         text        not null,
    activity       text,
    title          text,
    completed_on   date        not null,
    credits        numeric(5, 2) not null,
    patient_safety numeric(5, 2),
    poster         text        not null,
    recorded_at    timestamptz not null,
    primary key (completion, revision)
);

-- All completions of a diplomate, also those that were once taken for its own.
create index completion_revision_diplomate on completion_revision (diplomate_id, completion);

-- Whom a change of an activity concerns.
create index completion_revision_activity on completion_revision (activity, diplomate_id)
    where activity is not null;

-- Every revision of every activity, whole, as the catalog told it.
create table activity_revision (
    code        text        not null,
    revision    int         not null check (revision > 0),
    body        jsonb       not null,
    recorded_at timestamptz not null,
    primary key (code, revision)
);

-- Grows with every change of the copy, so that an instance sees whether what it has read is current.
create table activity_copy (
    id      boolean primary key default true check (id),
    version bigint not null
);

insert into activity_copy (version) values (0);
