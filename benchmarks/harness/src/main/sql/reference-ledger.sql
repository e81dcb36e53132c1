-- The ledger's tables once more, with the same columns, checks and indexes, for the references to write to.
drop schema if exists reference cascade;
create schema reference;
create table reference.completion (like public.completion including all);
create table reference.event_log (like public.event_log including all);
create table reference.roster_row (like public.roster_row including all);
