-- When each table and topic was last compared with the log, by any instance.
create table event_log_check (
    place      text        primary key,
    checked_at timestamptz not null
);

-- What a check of everything could not read, and so has not compared.
alter table event_log_verification add column not_compared text[] not null default '{}';
