-- The search words of an activity follow from its title and code, the names of its provider, and the names
-- of the tracer procedures of its approvals. The database keeps them, so that no transaction can write words
-- from names that another one has just changed.
--
-- An activity gets a revision whenever its approvals change. The approvals are written before the activity,
-- so that the words are made once for each revision; hence the reference of an approval to its activity is
-- checked at the commit.
alter table approval alter constraint approval_activity_fkey deferrable initially deferred;

-- The query sees what was committed up to now, even if the statement began earlier and had to wait for the row.
-- It is the same for every row, so it is planned once a connection, not once a row.
create function set_activity_words() returns trigger language plpgsql
    set plan_cache_mode = force_generic_plan as $$
begin
    if tg_op = 'INSERT' and exists (select from activity where code = new.code) then
        -- "On conflict do update" follows and makes the words.
        new.words := '';
    else
        new.words := activity_words(new.code, new.title, new.provider, array(
            select unnest(procedures) from approval where activity = new.code));
    end if;
    return new;
end $$;

create trigger activity_words before insert or update on activity
    for each row execute function set_activity_words();

-- A rename holds the row of the provider or tracer procedure, then the rows of the activities in the order of
-- their codes. A transaction that refers an activity to a provider or tracer procedure locks that one for share
-- first, so it is over before the rename looks for activities, or it waits for the new name.
create function refresh_words_of_provider() returns trigger language plpgsql as $$
begin
    perform 1 from activity where provider = new.code order by code for update;
    update activity set words = '' where provider = new.code;
    return null;
end $$;

create trigger provider_renamed after update on provider
    for each row when (old.name is distinct from new.name)
    execute function refresh_words_of_provider();

create function refresh_words_of_procedure() returns trigger language plpgsql as $$
declare
    codes text[] := array(select distinct activity from approval where procedures @> array[new.code]);
begin
    perform 1 from activity where code = any(codes) order by code for update;
    update activity set words = '' where code = any(codes);
    return null;
end $$;

create trigger tracer_procedure_renamed after update on tracer_procedure
    for each row when (old.name is distinct from new.name or old.synonyms is distinct from new.synonyms)
    execute function refresh_words_of_procedure();

-- Words that a rename in the same moment may have missed before.
update activity set words = '';
