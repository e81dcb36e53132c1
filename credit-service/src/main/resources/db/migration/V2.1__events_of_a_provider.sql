-- The feed of a society reads the events of its own completions only.
set local statement_timeout = 0;

create index event_log_of_provider on event_log ((payload ->> 'provider'), seq)
    where payload ->> 'poster' = 'PROVIDER';
