-- What the board recorded about diplomates. Nothing is ever updated or deleted in these tables: the
-- state in force at an instant is the last revision recorded by then, so any past answer can be given
-- again.

-- One row a diplomate, made when something becomes known about it. It holds nothing: it is what
-- transactions lock that change or assess the diplomate, in the order of the id.
create table diplomate (
    diplomate_id text primary key
);

create table cycle_revision (
    diplomate_id text        not null references diplomate,
    revision     int         not null check (revision > 0),
    rule_set     text        not null,
    start_year   int         not null,
    certified_on date        not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    primary key (diplomate_id, revision)
);

-- A revision without procedure takes the tracer back.
create table tracer_revision (
    diplomate_id text        not null references diplomate,
    due_year     int         not null,
    revision     int         not null check (revision > 0),
    procedure    text,
    completed_on date,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    primary key (diplomate_id, due_year, revision)
);

-- A later revision with the same first day replaces the span; one without pathway takes it back.
create table pathway_revision (
    diplomate_id text        not null references diplomate,
    from_date    date        not null,
    revision     int         not null check (revision > 0),
    pathway      text,
    until_date   date,
    reason       text,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    primary key (diplomate_id, from_date, revision),
    check (until_date >= from_date)
);

-- The latest decision on a requirement and due year holds; a revision without one takes it back.
create table decision_revision (
    diplomate_id text        not null references diplomate,
    requirement  text        not null,
    due_year     int         not null,
    revision     int         not null check (revision > 0),
    decision     text,
    until_date   date,
    reason       text,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    primary key (diplomate_id, requirement, due_year, revision),
    check (coalesce(decision = 'EXTENDED', false) = (until_date is not null))
);
