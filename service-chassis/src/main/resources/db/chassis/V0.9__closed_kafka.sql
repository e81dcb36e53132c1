-- What the topics of this service were like when they were last looked at. A topic with another id was made again;
-- one that begins later or ends earlier has lost events. Both are published again.
create table published_partition (
    topic        text   not null,
    partition    int    not null,
    topic_id     text   not null,
    start_offset bigint not null,
    end_offset   bigint not null,
    -- When events were last lost.
    lost_at      timestamptz,
    primary key (topic, partition)
);

-- The topic that the offsets belong to: offsets of one that was deleted say nothing about the next one of that name.
-- Null until a version that knows it has looked.
alter table projection_offset add column topic_id text;
alter table projection_rebuild_offset add column topic_id text;

-- The attributes of the event (CloudEvents), so that its signature can be checked when it is tried again.
alter table dead_letter add column attributes jsonb;
