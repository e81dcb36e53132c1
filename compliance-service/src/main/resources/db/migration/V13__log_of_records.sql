-- What the board records about a diplomate has an entry in the log, in the transaction that records it, so that it is
-- part of the hash chain. No topic takes these types.
create function log_revisions() returns trigger language plpgsql as $$
begin
    insert into event_log (key, type, payload, recorded_at, recorded_by)
    select added.diplomate_id, tg_argv[0], to_jsonb(added), added.recorded_at, added.recorded_by
    from added
    order by added.recorded_at;
    return null;
end
$$;

create trigger cycle_revision_log after insert on cycle_revision
    referencing new table as added for each statement
    execute function log_revisions('cme.compliance.cycle.recorded');

create trigger tracer_revision_log after insert on tracer_revision
    referencing new table as added for each statement
    execute function log_revisions('cme.compliance.tracer.recorded');

create trigger pathway_revision_log after insert on pathway_revision
    referencing new table as added for each statement
    execute function log_revisions('cme.compliance.pathway.recorded');

create trigger decision_revision_log after insert on decision_revision
    referencing new table as added for each statement
    execute function log_revisions('cme.compliance.decision.recorded');

insert into event_log (key, type, payload, recorded_at, recorded_by)
select diplomate_id, type, payload, recorded_at, recorded_by
from (
    select diplomate_id, 'cme.compliance.cycle.recorded' as type, to_jsonb(r) as payload, recorded_at, recorded_by
    from cycle_revision r
    union all
    select diplomate_id, 'cme.compliance.tracer.recorded', to_jsonb(r), recorded_at, recorded_by
    from tracer_revision r
    union all
    select diplomate_id, 'cme.compliance.pathway.recorded', to_jsonb(r), recorded_at, recorded_by
    from pathway_revision r
    union all
    select diplomate_id, 'cme.compliance.decision.recorded', to_jsonb(r), recorded_at, recorded_by
    from decision_revision r) as revision
order by recorded_at, diplomate_id;
