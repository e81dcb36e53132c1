-- The latest instant that an answer about the diplomate has named as its known-at, and the latest one that a readiness
-- event has named. A revision that comes in afterwards is not known at or before these instants.
alter table diplomate add column answered_until timestamptz;
alter table diplomate add column told_until timestamptz;

-- The version of the last answer of a diplomate who has none now: after a merge, or because the cycle was taken back.
alter table diplomate add column status_version bigint;

-- Between a readiness event and the next one there was no answer, from an instant on.
create table status_removal (
    diplomate_id text        not null references diplomate,
    after_event  bigint      not null,
    removed_at   timestamptz not null,
    primary key (diplomate_id, after_event)
);

-- A revision is known since it was recorded, unless an answer of that instant or a later one had been given before it
-- came in: then it is known just after that answer. Null for a revision that is not late.
--
-- Readiness events do not make history late: a board enters cycles after the fact, and completions of the years before
-- may come in after the first event.
create function late_since(
    recorded timestamptz, answered timestamptz, told timestamptz, first_cycle timestamptz)
returns timestamptz language sql immutable as $$
    select case
        when recorded <= greatest(
            answered, case when recorded < first_cycle - interval '1 day' then null else told end)
        then greatest(answered, told) + interval '1 microsecond'
    end
$$;

-- The late revisions, for each diplomate whom they concern. Rebuilding a projection does not touch them, so past answers
-- stay as they were given.
create table late_revision (
    diplomate_id text        not null references diplomate,
    kind         text        not null,
    subject      text        not null,
    revision     int         not null,
    known_since  timestamptz not null,
    primary key (diplomate_id, kind, subject, revision)
);

-- The same for the catalog, which is the same for everybody.
create table late_activity_revision (
    code        text        not null,
    revision    int         not null,
    known_since timestamptz not null,
    primary key (code, revision)
);

-- The part of a merge in a revision of a completion: MOVED or GIVEN_BACK.
alter table completion_revision add column merge text;

-- Into which number a number was merged, by revision; without one it is somebody's own.
create table merge_revision (
    diplomate_id text        not null,
    revision     int         not null check (revision > 0),
    merged_into  text,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    primary key (diplomate_id, revision)
);

create index merge_revision_into on merge_revision (merged_into, diplomate_id) where merged_into is not null;

-- Every number with those that it was ever merged into, also by way of others.
create view ever_merged as
with recursive ever (number, person) as (
    select diplomate_id, merged_into from merge_revision where merged_into is not null
    union
    select ever.number, m.merged_into
    from ever join merge_revision m on m.diplomate_id = ever.person
    where m.merged_into is not null)
select number, person from ever where number <> person;

-- What the records of two merged numbers say differently, until the board has decided. The revision is that of the
-- survivor's record at the time, 0 where it has none: a later one is the decision. The subject of a cycle is its first and
-- last year; a cycle that begins later decides nothing about it.
create table merge_contradiction (
    id                uuid        primary key default gen_random_uuid(),
    diplomate_id      text        not null references diplomate,
    merged            text        not null,
    kind              text        not null,
    subject           text        not null,
    survivor_value    text,
    merged_value      text        not null,
    survivor_revision int         not null,
    found_at          timestamptz not null,
    resolved_at       timestamptz,
    resolved_by       text,
    reason            text
);

create unique index merge_contradiction_open on merge_contradiction (diplomate_id, merged, kind, subject)
    where resolved_at is null;

create view open_merge_contradiction as
select c.* from merge_contradiction c
where c.resolved_at is null
  and c.survivor_revision >= coalesce(case c.kind
      when 'CYCLE' then (
          select max(revision) from cycle_revision
          where diplomate_id = c.diplomate_id and recorded_by not like 'merge of %'
            and start_year <= split_part(c.subject, '-', 2)::int)
      when 'TRACER' then (
          select max(revision) from tracer_revision
          where diplomate_id = c.diplomate_id and due_year::text = c.subject)
      when 'PATHWAY' then (
          select max(revision) from pathway_revision
          where diplomate_id = c.diplomate_id and from_date = c.subject::date)
      when 'DECISION' then (
          select max(revision) from decision_revision
          where diplomate_id = c.diplomate_id and requirement || '/' || due_year = c.subject)
  end, 0);

-- Why a cycle was taken back; the row repeats the cycle. Null in all other rows.
alter table cycle_revision add column reason text;
