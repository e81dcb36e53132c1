-- The codes by which transcripts are checked. A transcript of the same content has the same code; those that were not
-- given for years are deleted.
create table transcript_code (
    code                   uuid        primary key,
    diplomate_id           text        not null,
    first_day              date,
    last_day               date,
    -- The totals of the windows that were asked for.
    windows                jsonb       not null,
    -- SHA-256 of the days that were asked for and of what is listed.
    digest                 bytea       not null,
    -- Of each listed completion eight bytes of its id and four of a digest of its content.
    items                  bytea       not null,
    completions            int         not null,
    credits                numeric     not null,
    patient_safety_credits numeric     not null,
    patient_safety_unknown int         not null,
    made_at                timestamptz not null,
    -- When it was given last, to within a month.
    given_at               timestamptz not null,
    unique (diplomate_id, digest)
);

create index transcript_code_newest on transcript_code (diplomate_id, made_at);
