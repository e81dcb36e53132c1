-- ${events} completions of ${diplomates} diplomates whose ids begin with ${prefix}, for the publisher to send as it sends all.
insert into event_log (key, type, payload, recorded_at, recorded_by)
select id, 'cme.credit.completion.recorded',
       jsonb_build_object('id', gen_random_uuid(), 'revision', 1, 'status', 'RECORDED', 'diplomateId', id,
           'activity', case when n % 2 = 0 then 'BENCH-' || n % 20 end, 'title', case when n % 2 = 1 then 'Session ' || n % 97 end,
           'completedOn', date '2018-01-10' + (n * 31 % 2900)::int, 'credits', (1 + n % 40) * 0.25,
           'patientSafetyCredits', case when n % 3 = 0 then 0.25 end, 'category', 'AMA_PRA_1', 'provider', 'ASPS',
           'poster', 'PROVIDER', 'externalId', '${prefix}-' || n, 'roster', null, 'recordedAt', now(), 'recordedBy', 'bench',
           'reason', null),
       now(), 'bench'
from (select n, '${prefix}' || lpad((n::bigint * 7919 % ${diplomates} + 1)::text, 7, '0') as id
      from generate_series(1, ${events}) n) as made;
