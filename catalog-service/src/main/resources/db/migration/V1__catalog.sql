-- Lower case without accents. The letters in translate() and replace() have no decomposition in
-- Unicode. Made of built-in functions, so that no extension has to be installed.
create function folded(words text) returns text
    immutable strict parallel safe language sql
    return lower(replace(replace(replace(replace(replace(replace(translate(
        regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]+', '', 'g'),
        'ØøŁłĐđÐðıĦħ', 'OoLlDdDdiHh'),
        'ß', 'ss'), 'ẞ', 'ss'), 'Æ', 'ae'), 'æ', 'ae'), 'Œ', 'oe'), 'œ', 'oe'));

-- The words of a text, folded, one space apart. "Dupuytren's" is one word.
create function plain_words(words text) returns text
    immutable strict parallel safe language sql
    return trim(regexp_replace(
        regexp_replace(folded(words), '[''`´‘’]', '', 'g'),
        '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f]+', ' ', 'g'));

-- Who gives activities: societies, journals, institutions.
create table provider (
    code        text        primary key,
    name        text        not null,
    website     text,
    revision    int         not null,
    recorded_at timestamptz not null,
    recorded_by text        not null
);

-- Operations that the board follows in practice assessment.
create table tracer_procedure (
    code        text        primary key,
    name        text        not null,
    module      text        not null
        check (module in ('COSMETIC', 'COMPREHENSIVE', 'CRANIOMAXILLOFACIAL', 'HAND')),
    synonyms    text[]      not null,
    source      text        not null,
    revision    int         not null,
    recorded_at timestamptz not null,
    recorded_by text        not null
);

-- The activities of a group count at most so many credits together in a window. The amount stands
-- here once, so that a group cannot have two.
create table cap_group (
    code    text         primary key,
    credits numeric(5,2) not null check (credits > 0)
);

-- The current revision of each activity; all its revisions are in event_log.
create table activity (
    code                   text primary key,
    title                  text not null,
    provider               text not null references provider,
    type                   text not null,
    url                    text,
    credits                numeric(5,2) check (credits > 0),
    patient_safety_credits numeric(5,2),
    credits_confirmed      boolean not null,
    once_per               text not null check (once_per in ('DATE', 'WINDOW', 'CYCLE')),
    cap_group              text references cap_group,
    offered_from           date,
    offered_until          date,
    status                 text not null check (status in ('PROPOSED', 'APPROVED', 'RETIRED')),
    retired_on             date,
    retirement_reason      text,
    revision               int not null check (revision > 0),
    recorded_at            timestamptz not null,
    recorded_by            text not null,
    -- What it is found by; see activity_words().
    words                  tsvector not null,
    -- How it is listed: what can be counted on first.
    status_rank            smallint not null generated always as
        (case status when 'APPROVED' then 1 when 'PROPOSED' then 2 else 3 end) stored,
    title_key              text collate "C" not null generated always as
        (left(plain_words(title), 120)) stored,
    check (patient_safety_credits between 0 and credits),
    check ((patient_safety_credits is null and not credits_confirmed) or credits is not null),
    check (offered_from <= offered_until),
    check ((status = 'RETIRED') = (retired_on is not null)),
    check ((retired_on is null) = (retirement_reason is null))
);

create index activity_provider on activity (provider);
create index activity_cap_group on activity (cap_group) where cap_group is not null;
create index activity_listed on activity (status_rank, title_key, code collate "C");

-- fastupdate is off, so that the first search after an import does not pay for the import.
create index activity_words on activity using gin (words) with (fastupdate = off);

-- The board's word on an activity for one purpose and a span of dates, both ends inclusive.
create table approval (
    id         uuid   primary key,
    activity   text   not null references activity,
    purpose    text   not null check (purpose in ('LIFELONG_LEARNING', 'PATIENT_SAFETY', 'TRACER')),
    procedures text[] not null,
    from_date  date   not null,
    until_date date,
    check (from_date <= until_date),
    check ((purpose = 'TRACER') = (cardinality(procedures) > 0))
);

create index approval_activity on approval (activity);
create index approval_procedures on approval using gin (procedures);

create function stems_and_words(words text) returns tsvector
    immutable parallel safe language sql
    return to_tsvector('english', coalesce(plain_words(words), ''))
        || to_tsvector('simple', coalesce(plain_words(words), ''));

-- What an activity is found by, and how much it says: title and code (A), provider (B), tracer
-- procedures with their synonyms (C). Stems serve whole words in any form; the words as they are
-- written serve prefixes, because what is half typed has no stem.
create function activity_words(code text, title text, provider text, procedures text[])
    returns tsvector stable parallel safe language sql
    return setweight(stems_and_words(concat_ws(' ', title, code)), 'A')
        || setweight(stems_and_words(
            (select concat_ws(' ', p.code, p.name) from provider p where p.code = activity_words.provider)), 'B')
        || setweight(stems_and_words(
            (select string_agg(concat_ws(' ', t.name, array_to_string(t.synonyms, ' ')), ' ')
             from tracer_procedure t where t.code = any(activity_words.procedures))), 'C');

-- All words must be found: the last one as the beginning of a word or in any form, those before it
-- in any form. Stop words select nothing. `weight` A restricts the search to title and code, '' does
-- not restrict it.
create function activity_query(typed text, weight text) returns tsquery
    immutable strict parallel safe language sql
    return (
        with word as (
            select part, row_number() over () = count(*) over () as is_last,
                -- Words with digits are not stemmed when they are indexed.
                case when part ~ '[0-9]' then array[part] else ts_lexize('english_stem', part) end
                    as stems
            from regexp_split_to_table(plain_words(typed), ' ') as part
            where part <> ''),
        term as (
            select quote_literal(part) || ':*' || weight as query from word where is_last
                and stems = '{}'
            union all
            select '(' || quote_literal(part) || ':*' || weight || '|' || quote_literal(stems[1])
                || rtrim(':' || weight, ':') || ')' from word where is_last and stems <> '{}'
            union all
            select quote_literal(stems[1]) || rtrim(':' || weight, ':') from word
                where not is_last and stems <> '{}')
        select string_agg(query, '&')::tsquery from term);
