-- The place in a trace (W3C Trace Context) of the request that logged the event, when it was traced.
alter table event_log add column traceparent text;
