-- How long an activity takes a learner, in minutes; null where the catalog does not know.
alter table activity add column duration_minutes int check (duration_minutes between 1 and 60000);
