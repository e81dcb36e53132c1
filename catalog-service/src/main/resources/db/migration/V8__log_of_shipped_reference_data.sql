-- What the catalog starts with has an entry in the log, as what the board puts has: current rows are compared with the log.
insert into event_log (key, type, payload, recorded_at, recorded_by)
select r.code, 'cme.catalog.provider.changed',
    jsonb_build_object(
        'code', r.code, 'name', r.name, 'website', r.website, 'revision', r.revision,
        'updatedAt', to_char(r.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
    r.recorded_at, r.recorded_by
from provider r
where not exists (
    select 1 from event_log e where e.key = r.code and e.type = 'cme.catalog.provider.changed')
order by r.code;

insert into event_log (key, type, payload, recorded_at, recorded_by)
select r.code, 'cme.catalog.tracer-procedure.changed',
    jsonb_build_object(
        'code', r.code, 'name', r.name, 'module', r.module, 'synonyms', to_jsonb(r.synonyms),
        'source', r.source, 'revision', r.revision,
        'updatedAt', to_char(r.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
    r.recorded_at, r.recorded_by
from tracer_procedure r
where not exists (
    select 1 from event_log e where e.key = r.code and e.type = 'cme.catalog.tracer-procedure.changed')
order by r.code;

insert into event_log (key, type, payload, recorded_at, recorded_by)
select r.code, 'cme.catalog.guidance.changed',
    jsonb_build_object(
        'topic', r.code, 'title', r.title, 'text', r.text, 'steps', to_jsonb(r.steps),
        'links', coalesce(
            (select jsonb_agg(jsonb_build_object('title', link.title, 'url', nullif(link.url, '')) order by link.place)
             from unnest(r.link_titles, r.link_urls) with ordinality as link (title, url, place)),
            '[]'),
        'requirements', to_jsonb(r.requirements), 'source', r.source, 'revision', r.revision,
        'updatedAt', to_char(r.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
    r.recorded_at, r.recorded_by
from guidance r
where not exists (
    select 1 from event_log e where e.key = r.code and e.type = 'cme.catalog.guidance.changed')
order by r.code;
