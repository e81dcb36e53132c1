set local statement_timeout = 0;

-- What posters said and the board decided otherwise: the completion was moved, withdrawn or made something else, or the
-- held row was discarded or given to somebody else. The same said again waits for the board. Nothing in here is changed; an
-- erasure deletes what is known by an NPI.
create table overruled_posting (
    -- The completion, or the held row.
    source       uuid not null,
    -- The revision of the completion that the board ended; 0 of a held row.
    revision     int  not null,
    -- A number of the diplomate as the posting said it: the board's, or the NPI.
    number       text not null,
    poster       text not null,
    external_id  text not null,
    completed_on date not null,
    activity     text,
    title        text,
    session      text,
    primary key (source, revision, number)
);

create index overruled_posting_day on overruled_posting (poster, completed_on, number);

-- Whether the board had decided on a completion before a merge moved it, so that a withdrawal of the merge leaves it as it was. Unknown of
-- earlier merges.
alter table completion_moved add column board_decided_before boolean;

-- Who speaks for the board is known from what only the board does.
create temporary table board_subject on commit drop as
select distinct recorded_by as subject from event_log where type like 'cme.credit.identity%'
union select merged_by from identity_merge
union select withdrawn_by from identity_merge where withdrawn_by is not null
union select recorded_by from completion where poster = 'BOARD' and revision = 1
union select closed_by from held_row where state = 'RECORDED';

-- All revisions of what was revised, as the log has them.
create temporary table revised on commit drop as
select distinct on (c.id, n.revision)
    c.id, c.poster, c.external_id, n.revision, e.payload, e.recorded_by, e.payload ->> 'merge' as merge
from completion c
    cross join lateral (
        select c.diplomate_id as key
        union select m.diplomate_id from completion_moved m where m.completion = c.id) as k
    join event_log e on e.key = k.key and e.payload ->> 'id' = c.id::text and e.type like 'cme.credit.completion.%'
    cross join lateral (select (e.payload ->> 'revision')::int as revision) as n
where c.revision > 1 and c.poster <> 'BOARD'
order by c.id, n.revision;

create temporary table decided on commit drop as
select id, poster, external_id, revision, merge, payload, recorded_by in (select subject from board_subject) as is_boards,
    lag(payload) over w as before, lag(revision) over w as before_revision
from revised
window w as (partition by id order by revision);

-- The board's withdrawals and corrections from before it was recorded who decided.
update completion set board_decided = true
where not board_decided and id in (select id from decided where is_boards and revision > 1);

insert into overruled_posting (source, revision, number, poster, external_id, completed_on, activity, title, session)
select id, before_revision, before ->> 'diplomateId', poster, external_id, (before ->> 'completedOn')::date,
    before ->> 'activity', before ->> 'title', before ->> 'session'
from decided
where is_boards and before is not null and merge is distinct from 'MOVED'
    and (payload ->> 'status' = 'WITHDRAWN'
        or before ->> 'status' = 'RECORDED' and row(payload ->> 'diplomateId', payload ->> 'completedOn', payload ->> 'activity', payload ->> 'title', payload ->> 'session')
            is distinct from row(before ->> 'diplomateId', before ->> 'completedOn', before ->> 'activity', before ->> 'title', before ->> 'session'));

-- The rows that the board discarded.
insert into overruled_posting (source, revision, number, poster, external_id, completed_on, activity, title, session)
select h.id, 0, n.number, h.poster, h.external_id, (h.posted ->> 'completedOn')::date,
    h.posted ->> 'activity', h.posted ->> 'title', h.posted ->> 'session'
from held_row h cross join lateral (select h.diplomate_id as number union select h.npi) as n
where h.state = 'DISCARDED' and not h.discarded_by_poster and h.poster <> 'BOARD' and n.number is not null
    and h.closed_by in (select subject from board_subject);
