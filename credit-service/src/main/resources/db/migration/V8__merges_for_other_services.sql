-- Other services read merges from a topic of their own from now on. Merges in force are told once; the events of later
-- ones are logged with them.
insert into event_log (key, type, payload, recorded_at, recorded_by)
select diplomate_id, 'cme.credit.identity.merged',
    jsonb_build_object(
        'diplomateId', diplomate_id, 'mergedInto', merged_into, 'revision', revision,
        'recordedAt', to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'recordedBy', updated_by),
    updated_at, updated_by
from identity where merged_into is not null
order by diplomate_id;
