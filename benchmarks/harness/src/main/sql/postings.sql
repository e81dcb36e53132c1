-- ${completions} completions of each of the diplomates ${from} to ${to}, as posting them leaves them: in the ledger, and in
-- its log to be published. One statement, so that it is all there or nothing is.
with made as materialized (
    select uuidv7() as id, 'B' || lpad(d::text, 7, '0') as diplomate,
           case when c % 2 = 0 then 'BENCH-' || (c + d) % 20 end as activity, case when c % 2 = 1 then 'Session ' || c end as title,
           date '2017-01-10' + c * 60 + d % 50 as completed_on, (1 + (c * 7 + d) % 40) * 0.25 as credits,
           case when c % 3 = 0 then 0.25 end as safety, 'load-' || lpad(d::text, 7, '0') || '-' || c as external_id
    from generate_series(${from}, ${to}) d, generate_series(0, ${completions} - 1) c),
recorded as (
    insert into completion (id, revision, status, diplomate_id, activity, title, completed_on, credits, patient_safety_credits,
        category, provider, poster, external_id, content_hash, recorded_at, recorded_by)
    select id, 1, 'RECORDED', diplomate, activity, title, completed_on, credits, safety, 'AMA_PRA_1', 'ASPS', 'PROVIDER:ASPS',
        external_id, gen_random_uuid(), now(), 'bench'
    from made)
insert into event_log (key, type, payload, recorded_at, recorded_by)
select diplomate, 'cme.credit.completion.recorded',
       jsonb_build_object('id', id, 'revision', 1, 'status', 'RECORDED', 'diplomateId', diplomate, 'activity', activity,
           'title', title, 'completedOn', completed_on, 'credits', credits, 'patientSafetyCredits', safety,
           'category', 'AMA_PRA_1', 'provider', 'ASPS', 'poster', 'PROVIDER', 'externalId', external_id, 'roster', null,
           'recordedAt', now(), 'recordedBy', 'bench', 'reason', null),
       now(), 'bench'
from made;
