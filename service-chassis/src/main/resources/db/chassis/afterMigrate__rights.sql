-- What the service's user may do, put right after every migration, so for new tables too: change rows, but only add
-- to append-only tables and read them; make tables where rebuilds do, and temporary ones. Everything belongs to the owner, who
-- migrates.
do $$
declare
    -- A migration that makes an append-only table adds it here.
    append_only constant text[] := array['event_log', 'event_log_block', 'event_log_checkpoint'];
    service constant name := '${service-user}';
    one record;
begin
    if pg_has_role(service, current_user, 'MEMBER') then
        raise exception 'The service must work as another user than %, who owns the tables.', current_user;
    end if;
    -- Instances may start at the same time.
    perform pg_advisory_xact_lock(hashtext('rights of the service'));

    if not has_database_privilege(service, current_database(), 'TEMPORARY') then
        execute format('grant connect, temporary on database %I to %I', current_database(), service);
    end if;
    if not has_schema_privilege(service, 'projection_shadow', 'CREATE') then
        execute format('grant usage, create on schema projection_shadow to %I', service);
    end if;
    -- A rebuild that began when the service owned everything goes on.
    for one in
        select oid::regclass as relation from pg_class
        where relnamespace = 'projection_shadow'::regnamespace and relkind = 'r'
            and relowner = current_user::regrole
    loop
        execute format('alter table %s owner to %I', one.relation, service);
    end loop;

    for one in
        select c.oid::regclass as relation, wanted, granted
        from pg_class c,
            lateral (select case
                when c.relname = '${flyway:table}' then '{}'
                when c.relname = any(append_only) then '{INSERT,SELECT}'
                when c.relkind in ('v', 'm') then '{SELECT}'
                else '{DELETE,INSERT,SELECT,UPDATE}' end::text[] as wanted),
            lateral (select coalesce(array_agg(privilege_type order by privilege_type), '{}') as granted
                from aclexplode(c.relacl) where grantee = service::regrole)
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
            and wanted <> granted
    loop
        execute format('revoke all on %s from %I', one.relation, service);
        if cardinality(one.wanted) > 0 then
            execute format('grant %s on %s to %I', array_to_string(one.wanted, ', '), one.relation, service);
        end if;
    end loop;
end
$$;
