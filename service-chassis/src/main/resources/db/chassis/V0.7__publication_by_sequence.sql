-- The log is published in the order of its sequence numbers alone. Windows of transaction ids could tell a
-- subject's revisions in the wrong order: an older transaction that has waited for a younger one writes after it,
-- and a third between them could keep the younger one out of the window. How far the log is published is one number
-- now; what may lie beyond it is told again.
update event_publication p
set last_seq = coalesce(
    (select min(seq) - 1 from event_log
     where xid >= p.window_to or (xid >= p.window_from and seq > p.last_seq)),
    p.end_seq);

alter table event_publication drop column window_from, drop column window_to, drop column end_seq;

drop index event_log_xid;

-- Whoever draws a sequence number has a transaction id before: so the publisher can tell when nobody is left who
-- may still commit a number below one that it has seen.
create function event_log_take_xid() returns trigger language plpgsql as $$
begin
    perform pg_current_xact_id();
    return null;
end
$$;

create trigger event_log_take_xid before insert on event_log
    for each statement execute function event_log_take_xid();
