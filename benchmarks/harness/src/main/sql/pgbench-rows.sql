-- The statement of the reference application, from a client of PostgreSQL's own. A colon would begin a variable, also
-- in a text: hence chr(58).
\set n :n + 1
\set diplomate random(1, 20000)
with recorded as (
    insert into reference.completion (id, revision, status, diplomate_id, activity, completed_on,
        credits, patient_safety_credits, poster, external_id, content_hash, recorded_at, recorded_by)
    values (uuidv7(), 1, 'RECORDED', 'P' || lpad(:diplomate::text, 7, '0'), 'BENCH-7', '2025-06-12', 4.5, 0.25,
        'PROVIDER' || chr(58) || 'ASPS', 'p' || :run::text || '-' || :client_id::text || '-' || :n::text, gen_random_uuid(), now(), 'ASPS'))
insert into reference.event_log (key, type, payload, recorded_at, recorded_by)
values ('P' || lpad(:diplomate::text, 7, '0'), 'cme.credit.completion.recorded',
    ('{"externalId":"p' || :run::text || '-' || :client_id::text || '-' || :n::text || '","diplomateId":"P0000001","familyName":"Bench1","activity":"BENCH-7","completedOn":"2025-06-12","credits": 4.5,"patientSafetyCredits": 0.25,"category":"AMA_PRA_1"}')::jsonb,
    now(), 'ASPS');
