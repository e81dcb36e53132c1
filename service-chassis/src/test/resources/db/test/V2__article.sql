create table article (
    code        text        primary key,
    title       text        not null unique,
    revision    int         not null,
    recorded_at timestamptz not null,
    recorded_by text        not null
);
