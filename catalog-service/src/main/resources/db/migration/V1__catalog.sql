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

-- Stems serve whole words in any form; the words as they are written serve prefixes, because what is
-- half typed has no stem. Where in the text a word stands is of no interest.
create function stems_and_words(words text) returns tsvector
    immutable parallel safe language sql
    return strip(to_tsvector('english', coalesce(plain_words(words), ''))
        || to_tsvector('simple', coalesce(plain_words(words), '')));

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
    -- What it is found by: everything, see activity_words(), and title and code, which come first.
    words                  tsvector not null,
    title_words            tsvector not null generated always as
        (stems_and_words(title || ' ' || code)) stored,
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

-- The order of the list. With the words of the title in it, the list can be read through for a
-- frequent word without looking at the rows.
create index activity_listed on activity (status_rank, title_key, code collate "C") include (title_words);

-- fastupdate is off, so that the first search after an import does not pay for the import.
create index activity_words on activity using gin (words) with (fastupdate = off);
create index activity_title_words on activity using gin (title_words) with (fastupdate = off);

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

-- What an activity is found by: its title and code, its provider, and the tracer procedures that it is
-- approved with, by any of their names.
create function activity_words(code text, title text, provider text, procedures text[])
    returns tsvector stable parallel safe language sql
    return stems_and_words(concat_ws(' ', title, code,
        (select concat_ws(' ', p.code, p.name) from provider p where p.code = activity_words.provider),
        (select string_agg(concat_ws(' ', t.name, array_to_string(t.synonyms, ' ')), ' ')
         from tracer_procedure t where t.code = any(activity_words.procedures))));

-- All words must be found: the last one as the beginning of a word or in any form, those before it
-- in any form. Stop words select nothing. Words with digits are not stemmed when they are indexed.
create function activity_query(typed text) returns tsquery
    immutable strict parallel safe language sql
    return (
        with word as (
            select quote_literal(part) as part, row_number() over () = count(*) over () as is_last,
                case when part ~ '[0-9]' then part
                    else (ts_lexize('english_stem', part))[1] end as stem
            from regexp_split_to_table(plain_words(typed), ' ') as part
            where part <> '')
        select string_agg(
            case when is_last then '(' || part || ':*' || coalesce('|' || quote_literal(stem), '') || ')'
                else quote_literal(stem) end, '&')::tsquery
        from word where is_last or stem is not null);
