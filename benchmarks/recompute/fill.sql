-- 100,000 diplomates in every year of their cycle, 60 completions each, as if they had come as events.
-- Made up, and the same every time. Twenty activities of the catalog and as many titles outside it.
\set diplomates 100000
\set completions 60

insert into activity_revision (code, revision, body, recorded_at)
select 'BENCH-' || a, 1,
       json_build_object('code', 'BENCH-' || a, 'title', 'Meeting ' || a, 'provider', 'ASPS', 'type', 'MEETING',
           'url', null, 'credits', 60.0, 'patientSafetyCredits', 12.0, 'creditsConfirmed', true,
           'oncePer', 'DATE', 'cap', null, 'offeredFrom', null, 'offeredUntil', null, 'status', 'APPROVED',
           'approvals', json_build_array(json_build_object('id', 'b' || a, 'purpose', 'TRACER', 'procedures',
               json_build_array('CARPAL_TUNNEL'), 'from', '2015-01-01', 'until', null)),
           'revision', 1, 'recordedAt', '2015-01-01T00:00:00Z', 'recordedBy', 'bench'),
       '2015-01-01T00:00:00Z'
from generate_series(0, 19) a;
update activity_copy set version = version + 1;

insert into diplomate select 'B' || lpad(d::text, 7, '0') from generate_series(1, :diplomates) d;

insert into cycle_revision
select 'B' || lpad(d::text, 7, '0'), 1, 'abps-cc-10y', 2017 + d % 10, make_date(2016 + d % 10, 11, 14),
       '2016-01-01T00:00:00Z', 'bench'
from generate_series(1, :diplomates) d;

insert into tracer_revision
select 'B' || lpad(d::text, 7, '0'), y, 1, 'CARPAL_TUNNEL', null, '2016-01-01T00:00:00Z', 'bench'
from generate_series(1, :diplomates) d, unnest(array[3, 6]) y;

insert into completion_revision
select 'b' || d || '-' || c, 1, 'B' || lpad(d::text, 7, '0'), 'RECORDED',
       case when c % 2 = 0 then 'BENCH-' || (c + d) % 20 end,
       case when c % 2 = 1 then 'Session ' || c end,
       date '2017-01-10' + c * 60 + d % 50,
       (1 + (c * 7 + d) % 40) * 0.25, case when c % 3 = 0 then 0.25 end, 'PROVIDER',
       (date '2017-01-10' + c * 60 + d % 50)::timestamptz
from generate_series(1, :diplomates) d, generate_series(0, :completions - 1) c;

analyze activity_revision, diplomate, cycle_revision, tracer_revision, completion_revision;
