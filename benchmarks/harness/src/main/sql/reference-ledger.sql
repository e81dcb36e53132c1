-- The ledger's tables once more, with the same columns, checks, indexes and rows, for the references to write to.
drop schema if exists reference cascade;
create schema reference;
create table reference.completion (like public.completion including all);
create table reference.event_log (like public.event_log including all);
create table reference.roster_row (like public.roster_row including all);
insert into reference.completion select * from completion;
insert into reference.event_log (key, type, payload, recorded_at, recorded_by)
select key, type, payload, recorded_at, recorded_by from event_log order by seq;
insert into reference.roster_row select * from roster_row;
