-- Names, days of birth and NPIs stand in the event log under a key of each number, which is stored here sealed by a key
-- of the service (cme.chassis.sealing-keys). An erasure destroys the key: what it sealed can never be read again. A
-- number has another key when it is described again.
create table person_key (
    id           uuid        primary key,
    diplomate_id text        not null,
    sealed       text,
    made_at      timestamptz not null,
    destroyed_at timestamptz,
    check ((sealed is null) = (destroyed_at is not null))
);

create unique index person_key_current on person_key (diplomate_id) where destroyed_at is null;
create index person_key_diplomate on person_key (diplomate_id);

-- Null unless the names, the day of birth and the NPI were erased; then the number remains.
alter table identity add column erased_at timestamptz;

-- Who had what erased, and why. A row is added with every erasure that was asked for, also of what came since.
create table identity_erasure (
    id           uuid        primary key,
    diplomate_id text        not null,
    reason       text        not null,
    erased_at    timestamptz not null,
    erased_by    text        not null
);

create index identity_erasure_diplomate on identity_erasure (diplomate_id, erased_at);

-- What was posted is erased with its diplomate, or some time after the row was settled.
alter table held_row alter column posted drop not null;
alter table held_row add column content_erased_at timestamptz;
alter table held_row drop constraint held_row_reason_check;
alter table held_row add constraint held_row_reason_check
    check (reason in ('NO_MATCH', 'MULTIPLE_MATCHES', 'IDENTITY_DIFFERS', 'IDENTITY_ERASED', 'NEEDS_REVIEW')) not valid;
alter table held_row validate constraint held_row_reason_check;

create index held_row_completion on held_row (completion) where completion is not null;
create index held_row_settled on held_row (closed_at) where state <> 'WAITING' and posted is not null;
create index held_row_settled_diplomate on held_row (diplomate_id) where state <> 'WAITING' and posted is not null;
create index held_row_settled_npi on held_row (npi) where state <> 'WAITING' and npi is not null;

alter table roster_row add column content_erased_at timestamptz;

create index roster_row_content on roster_row (roster, posting, row)
    where content is not null or line is not null or differences is not null;
create index roster_row_completion on roster_row (completion) where completion is not null and content is not null;

-- When the roster was posted again and brought something new; null when it never was.
alter table roster add column posted_again_at timestamptz;

create index correction_proposal_completion on correction_proposal (completion);
