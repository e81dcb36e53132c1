-- Replays of the log: what is on Kafka already is sent once more, beside what is new. A replay has a
-- cursor of its own (last_seq), so that new events do not wait for it. It goes no
-- further (end_seq) than the log was published when it was asked for: no first occurrence is ever its.
create table event_replay (
    id           bigint generated always as identity primary key,
    requested_at timestamptz not null,
    requested_by text        not null,
    since        timestamptz,
    last_seq     bigint      not null,
    end_seq      bigint      not null,
    done         bigint      not null default 0,
    total        bigint      not null,
    finished_at  timestamptz
);

-- One at a time.
create unique index event_replay_running on event_replay ((true)) where finished_at is null;
