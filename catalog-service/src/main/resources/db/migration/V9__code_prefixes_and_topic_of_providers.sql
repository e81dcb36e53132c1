-- The board may give a provider further prefixes of codes that it proposes. Beside them it has its own code and a hyphen.
alter table provider add column code_prefixes text[] not null default '{}';

-- Other services read the providers from a topic of their own from now on. Those in force are told once; the events of
-- later changes are logged with them, as they always were.
insert into event_log (key, type, payload, recorded_at, recorded_by)
select code, 'cme.catalog.provider.changed',
    jsonb_build_object(
        'code', code, 'name', name, 'website', website, 'codePrefixes', to_jsonb(code_prefixes), 'revision', revision,
        'updatedAt', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
    recorded_at, recorded_by
from provider
order by code;
