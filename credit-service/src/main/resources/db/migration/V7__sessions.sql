-- The named part of an activity that was attended on one day.
alter table completion add column session text;
