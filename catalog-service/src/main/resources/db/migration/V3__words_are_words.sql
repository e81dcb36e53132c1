-- What the database's parser takes for a number is a word here: of the code "037E1CC8" it made "037e1" and "cc8", and
-- nobody found the activity by its code. Words are what plain_words() parts by spaces, as in activity_query().
create or replace function stems_and_words(words text) returns tsvector
    immutable parallel safe language sql
    return (
        with word as (
            select part from regexp_split_to_table(coalesce(plain_words(words), ''), ' ') as part
            where part <> '')
        select array_to_tsvector(coalesce(array_agg(distinct kept), '{}'))
        from (
            select part as kept from word
            union all
            select (ts_lexize('english_stem', part))[1] from word where part !~ '[0-9]') as lexeme
        where kept <> '');

alter table activity alter column title_words set expression as (stems_and_words(title || ' ' || code));

update activity a
set words = activity_words(a.code, a.title, a.provider, array(
    select unnest(procedures) from approval where approval.activity = a.code));
