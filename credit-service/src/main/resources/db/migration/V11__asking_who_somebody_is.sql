-- How often a society contradicted a person's day of birth on a day (of the board). A question that missed and contradicted
-- nobody is counted under no person, so that both cost the same.
create table birth_day_contradiction (
    day date not null,
    person text not null,
    provider text not null,
    times int not null,
    primary key (day, person, provider)
);

-- The poster of a masked row is told NO_MATCH, whatever the reason is.
alter table held_row add column masked boolean not null default false;
