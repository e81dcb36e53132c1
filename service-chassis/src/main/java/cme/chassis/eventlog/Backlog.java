package cme.chassis.eventlog;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// The events that are committed and not yet acknowledged by Kafka. A service without a published
/// topic has none.
@Singleton
public class Backlog {

    /// The cursor is read first, as a value: a join with the log would read all of the log to
    /// compare each row with the cursor.
    private static final String WAITING =
            """
            from (
                select recorded_at from event_log
                where seq > (select last_seq from event_publication) and type = any(:types)
                order by seq
                limit 100000) as waiting
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Instance<PublishedTopic> topic;

    Backlog(Jdbi jdbi, Clock clock, Instance<PublishedTopic> topic) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.topic = topic;
    }

    /// The number of these events, counted up to 100,000.
    public long events() {
        return topic.isUnsatisfied()
                ? 0
                : jdbi.withHandle(h -> query(h, "select count(*) ").mapTo(Long.class).one());
    }

    /// The time that the oldest of them has waited; zero when there is none.
    public Duration age() {
        Optional<OffsetDateTime> oldest =
                topic.isUnsatisfied()
                        ? Optional.empty()
                        : jdbi.withHandle(
                                h ->
                                        query(h, "select min(recorded_at) ")
                                                .mapTo(OffsetDateTime.class)
                                                .findFirst());
        return oldest.map(at -> Duration.between(at.toInstant(), clock.instant()))
                .orElse(Duration.ZERO);
    }

    private Query query(Handle handle, String columns) {
        return handle.createQuery(columns + WAITING)
                .bind("types", topic.get().publishedTypes().toArray(String[]::new));
    }
}
