-- The answer for a day with all that is known, ready to be served and listed.
create table status (
    diplomate_id     text primary key references diplomate,
    version          bigint      not null,
    as_of            date        not null,
    known_at         timestamptz not null,
    rule_set         text        not null,
    rule_set_version int         not null,
    pathway          text        not null,
    standing         text        not null,
    summary          text        not null,
    next_deadline    date,
    next_change_on   date,
    -- On this day it has to be assessed again although nothing comes in.
    due_again_on     date,
    -- json, not jsonb: the order of the fields is part of the contract.
    body             json        not null,
    digest           text        not null
) with (fillfactor = 80);

create index status_due_again on status (due_again_on);
create index status_standing on status (standing, diplomate_id);
create index status_rule_set on status (rule_set, rule_set_version);

create table finding (
    diplomate_id text          not null references diplomate,
    requirement  text          not null,
    due_year     int           not null,
    deadline     date          not null,
    state        text          not null,
    unit         text          not null,
    required     numeric(7, 2) not null,
    earned       numeric(7, 2) not null,
    remaining    numeric(7, 2) not null,
    primary key (diplomate_id, requirement, due_year)
) with (fillfactor = 80);

create index finding_state on finding (state, requirement, deadline, diplomate_id);

-- Diplomates to be assessed again because something around them changed. Any instance works it off.
create table reassessment (
    diplomate_id text        primary key references diplomate,
    reason       text        not null,
    requested_at timestamptz not null
);

create index reassessment_order on reassessment (requested_at, diplomate_id);
