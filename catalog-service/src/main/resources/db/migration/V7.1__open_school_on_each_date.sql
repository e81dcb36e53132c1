-- The Open School curriculum is made of courses that are completed one by one: each date counts, and the cap keeps them
-- to 10 credits in a window (5 and 5 count 10) [C]. It is a second revision, so that earlier answers stay as they were;
-- an entry that the board has changed is left alone.
update activity
set once_per = 'DATE', revision = 2, recorded_at = now(), recorded_by = 'shipped'
where code = 'IHI-OPEN-SCHOOL-PS' and revision = 1 and once_per = 'WINDOW';

insert into event_log (key, type, payload, recorded_at, recorded_by)
select a.code, 'cme.catalog.activity.changed',
    e.payload || jsonb_build_object('oncePer', 'DATE', 'revision', 2, 'recordedAt',
        to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
    a.recorded_at, 'shipped'
from activity a join event_log e on e.key = a.code and e.payload->>'revision' = '1'
    and e.type = 'cme.catalog.activity.approved'
where a.code = 'IHI-OPEN-SCHOOL-PS' and a.revision = 2 and a.recorded_by = 'shipped';

insert into event_log (key, type, payload, recorded_at, recorded_by)
select code, 'cme.catalog.activity.reason',
    jsonb_build_object('revision', 2, 'reason',
        'Its courses are completed one by one: each date counts, up to the cap of 10 credits in a window.'),
    recorded_at, 'shipped'
from activity
where code = 'IHI-OPEN-SCHOOL-PS' and revision = 2 and recorded_by = 'shipped';
