-- An erasure finds the rows of a roster by an index, and a comparison of books counts refused rows by day, also when what
-- was posted with them is gone.
set local statement_timeout = 0;

-- What a row says of its person: the number, the NPI and the family name in lower case; of a text that could not be read all its
-- words. Null when nothing of it is kept.
alter table roster_row add column words text[];

-- Of a refused row: who posted it, the day and the activity that it says. A row whose day cannot be read is of the day on which its
-- roster came.
alter table roster_row add column refused_of text;
alter table roster_row add column refused_day date;
alter table roster_row add column refused_activity text;

-- A posted field as a text. Null when PostgreSQL cannot hold it, as a text with U+0000.
create function posted_field(content json, field text) returns text language plpgsql immutable as $$
begin
    return content ->> field;
exception when data_exception then
    return null;
end
$$;

-- Spreadsheets' guards around a number are taken off, as the reader does.
create function roster_row_words(content json, line text) returns text[] language sql immutable as $$
    select nullif(array_remove(array[
            btrim(posted_field(content, 'diplomateId'), E' \t\u00a0="'''),
            btrim(posted_field(content, 'npi'), E' \t\u00a0="'''),
            lower(btrim(posted_field(content, 'familyName')))], null)
        || coalesce(
            (select array_agg(distinct word) from regexp_split_to_table(lower(line), '[^[:alnum:]]+') as word where word <> ''),
            '{}'),
        '{}')
$$;

create function refused_day(content json, received_at timestamptz) returns date language sql stable as $$
    select case
        when posted_field(content, 'completedOn') ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and pg_input_is_valid(posted_field(content, 'completedOn'), 'date')
        then (posted_field(content, 'completedOn'))::date
        else (received_at at time zone 'America/New_York')::date
    end
$$;

-- A trigger, so that rows which an old instance adds during an upgrade have them too.
create function describe_roster_row() returns trigger language plpgsql as $$
begin
    new.words := roster_row_words(new.content, new.line);
    if new.outcome = 'REJECTED' then
        select r.poster, refused_day(new.content, r.received_at) into new.refused_of, new.refused_day
        from roster r where r.id = new.roster;
        new.refused_activity := coalesce(posted_field(new.content, 'activity'), '');
    end if;
    return new;
end
$$;

create trigger roster_row_description before insert on roster_row
    for each row when (new.content is not null or new.line is not null or new.outcome = 'REJECTED')
    execute function describe_roster_row();

-- What was posted with a duplicate says nothing that the first one does not say.
update roster_row set content = null where outcome = 'DUPLICATE' and content is not null;

update roster_row w
set words = roster_row_words(w.content, w.line),
    refused_of = case when w.outcome = 'REJECTED' then r.poster end,
    refused_day = case when w.outcome = 'REJECTED' then refused_day(w.content, r.received_at) end,
    refused_activity = case when w.outcome = 'REJECTED' then coalesce(posted_field(w.content, 'activity'), '') end
from roster r
where r.id = w.roster and (w.content is not null or w.line is not null or w.outcome = 'REJECTED');

create index roster_row_words on roster_row using gin (words) where words is not null;
create index roster_row_lines on roster_row using gin (words) where line is not null;
create index roster_row_refused on roster_row (refused_of, refused_day, refused_activity collate "C")
    where refused_of is not null and mended_in is null;

-- What repeats a completion is shown to its diplomate.
create index roster_row_repeats on roster_row (completion) where outcome in ('DUPLICATE', 'WITHDRAWN');

-- The groups of a comparison of books, in their order.
create index completion_books on completion (poster, completed_on, (coalesce(activity, '')) collate "C");
