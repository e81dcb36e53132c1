-- Why the board insisted, with the present revision, that a diplomate is nobody else who looks alike.
alter table identity add column insistence text;

-- Two people of one name and day of birth share one of these.
create function identity_births(name_keys text[], birth_month_day text) returns text[]
    language sql immutable parallel safe
    return case when birth_month_day is not null
        then array(select birth_month_day || ':' || key from unnest(name_keys) as key) end;

create index identity_births on identity using gin (identity_births(name_keys, birth_month_day));
create index identity_number on identity (ltrim(lower(diplomate_id), '0'));

-- What is unusual waits for the board as well.
alter table held_row drop constraint held_row_reason_check;
alter table held_row add constraint held_row_reason_check
    check (reason in ('NO_MATCH', 'MULTIPLE_MATCHES', 'IDENTITY_DIFFERS', 'NEEDS_REVIEW')) not valid;
alter table held_row validate constraint held_row_reason_check;
