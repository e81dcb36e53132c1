drop schema if exists reference cascade;
create schema reference;
create table reference.completion_revision (like public.completion_revision including all);
create table reference.projection_offset (like public.projection_offset including all);
create table reference.status (like public.status including all) with (fillfactor = 80);
create table reference.finding (like public.finding including all) with (fillfactor = 80);
