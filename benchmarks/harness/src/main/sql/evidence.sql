-- ${completions} completions of each of the diplomates ${from} to ${to}, as if they had come as events.
-- Made up, and the same every time: half from the catalog, half outside it.
insert into completion_revision
    (completion, revision, diplomate_id, status, activity, title, completed_on, credits, patient_safety, poster, recorded_at)
select 'b' || lpad(d::text, 7, '0') || '-' || lpad(c::text, 2, '0'), 1, 'B' || lpad(d::text, 7, '0'), 'RECORDED',
       case when c % 2 = 0 then 'BENCH-' || (c + d) % 20 end,
       case when c % 2 = 1 then 'Session ' || c end,
       date '2017-01-10' + c * 60 + d % 50,
       (1 + (c * 7 + d) % 40) * 0.25, case when c % 3 = 0 then 0.25 end, 'PROVIDER',
       (date '2017-01-10' + c * 60 + d % 50)::timestamptz
from generate_series(${from}, ${to}) d, generate_series(0, ${completions} - 1) c;
