package cme.chassis.chain;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// When tables and topics were last compared, whichever instance did it. It outlives instances, so
/// that a check which never comes to its end is noticed.
@Singleton
class CheckTimes {

    /// The place that stands for a whole round of the running check.
    static final String ROUND = "round";

    /// The place that stands for a check of everything with all events.
    static final String VERIFICATION = "verification";

    private static final String BEGIN =
            """
            insert into event_log_check (place, checked_at)
            select place, :at from unnest(:places::text[]) as n (place)
            on conflict (place) do nothing
            """;

    private static final String NOTE =
            """
            insert into event_log_check (place, checked_at)
            select place, :at from unnest(:places::text[]) as n (place)
            on conflict (place) do update set checked_at = excluded.checked_at
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    CheckTimes(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// The time of places that were never compared begins now.
    void begin(Handle handle, Collection<String> places) {
        write(handle, BEGIN, places);
    }

    void note(Handle handle, Collection<String> places) {
        write(handle, NOTE, places);
    }

    private void write(Handle handle, String sql, Collection<String> places) {
        try (Update update = handle.createUpdate(sql)) {
            update.bind("places", places.toArray(String[]::new))
                    .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
        }
    }

    /// The time since a place was compared; zero before any instance has begun.
    Duration since(String place) {
        return jdbi.withHandle(handle -> since(handle, place));
    }

    Duration since(Handle handle, String place) {
        try (Query query =
                handle.createQuery("select checked_at from event_log_check where place = :place")) {
            return query.bind("place", place)
                    .mapTo(OffsetDateTime.class)
                    .findOne()
                    .map(at -> Duration.between(at.toInstant(), clock.instant()))
                    .orElse(Duration.ZERO);
        }
    }
}
