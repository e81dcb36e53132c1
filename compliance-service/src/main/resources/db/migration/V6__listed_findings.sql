-- A finding as the worklist lists it. PostgreSQL makes it of the other columns when the row is written, so that a page
-- of hundreds is neither read column by column nor written as JSON again. Ids and words have nothing that JSON escapes;
-- a date is taken apart because a cast of it to text would heed the session's DateStyle.
alter table finding add column listed text not null generated always as (
    '{"requirement":"' || requirement
    || '","dueYear":' || due_year::text
    || ',"deadline":"' || lpad(extract(year from deadline)::int::text, 4, '0')
    || '-' || lpad(extract(month from deadline)::int::text, 2, '0')
    || '-' || lpad(extract(day from deadline)::int::text, 2, '0')
    || '","state":"' || state
    || '","unit":"' || unit
    || '","required":' || required::text
    || ',"earned":' || earned::text
    || ',"remaining":' || remaining::text
    || '}') stored;
