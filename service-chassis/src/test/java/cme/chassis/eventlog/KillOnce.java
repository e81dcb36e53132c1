package cme.chassis.eventlog;

/// Makes the database kill the connection of the publisher once, when it moves a cursor. Kafka has
/// acknowledged the events then and the cursor does not show it, like after a crash.
final class KillOnce {

    private static final String FUNCTION =
            """
            create sequence kill_once;
            grant select on sequence kill_once to public;
            create function kill_once() returns trigger language plpgsql security definer as $$
            begin
                if nextval('kill_once') = 1 then
                    perform pg_terminate_backend(pg_backend_pid());
                end if;
                return new;
            end $$;
            """;

    static final String ON_ADVANCE =
            FUNCTION
                    + """
                    create trigger kill_once before update on event_publication for each row
                    execute function kill_once()
                    """;

    static final String ON_ADVANCE_OF_REPLAY =
            FUNCTION
                    + """
                    create trigger kill_once before update on event_replay for each row
                    execute function kill_once()
                    """;

    static final String REMOVE =
            "drop function if exists kill_once() cascade; drop sequence if exists kill_once";

    private KillOnce() {}
}
