package cme.chassis.rebuild;

/// Makes the database kill the connection of a rebuild once.
final class KillOnceDuringRebuild {

    private static final String FUNCTION =
            """
            create sequence kill_once;
            grant select on sequence kill_once to public;
            create function kill_once() returns trigger language plpgsql security definer as $$
            begin
                if nextval('public.kill_once') = 1 then
                    perform pg_terminate_backend(pg_backend_pid());
                end if;
                return new;
            end $$;
            """;

    static final String WHILE_READING =
            FUNCTION
                    + """
                    create trigger kill_once before update of next_offset on projection_rebuild_offset
                    for each row execute function kill_once()
                    """;

    /// Kills after the exchange and before the commit.
    static final String WHILE_EXCHANGING =
            FUNCTION
                    + """
                    create trigger kill_once before update on projection_rebuild for each row
                    when (new.state = 'COMPLETE') execute function kill_once()
                    """;

    static final String REMOVE =
            "drop function if exists kill_once() cascade; drop sequence if exists kill_once";

    private KillOnceDuringRebuild() {}
}
