-- Whatever goes wrong in the service, no name and no day of birth gets into the log as plain text any more.
set local statement_timeout = 0;

alter table event_log add constraint event_log_identity_sealed
    check (type <> 'cme.credit.identity.changed' or not jsonb_exists_any(payload, array['npi', 'givenName', 'familyName', 'birthMonthDay']))
    not valid;
alter table event_log validate constraint event_log_identity_sealed;
