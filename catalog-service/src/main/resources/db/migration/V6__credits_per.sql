-- The maximum that the credits of an activity are: of one attendance, or of all its dates together.
alter table activity add column credits_per text not null default 'COMPLETION'
    check (credits_per in ('COMPLETION', 'ACTIVITY'));
