-- ${completions} recorded completions of each of the diplomates ${from} to ${to}. Not in the event log: nobody is to hear of them.
insert into completion (id, revision, status, diplomate_id, activity, completed_on, credits, patient_safety_credits, provider,
    poster, external_id, content_hash, recorded_at, recorded_by)
select uuidv7(), 1, 'RECORDED', 'B' || lpad(d::text, 7, '0'), 'BENCH-' || (c + d) % 20, date '2018-01-10' + c * 60 + d % 50,
       (1 + (c * 7 + d) % 40) * 0.25, 0.25, 'ASPS', 'PROVIDER:ASPS', 'fill-' || lpad(d::text, 7, '0') || '-' || c,
       gen_random_uuid(), now(), 'bench'
from generate_series(${from}, ${to}) d, generate_series(0, ${completions} - 1) c;
