package cme.chassis.webhook;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// How well webhooks are told, for operators.
@Singleton
public class WebhookHealth {

    private static final String FAILING_SINCE =
            """
            select min(d.first_attempt_at)
            from webhook_delivery d join webhook w on w.id = d.webhook
            where w.state = 'ACTIVE' and d.state = 'WAITING'
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    WebhookHealth(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// The number of webhooks that are told of nothing any more.
    public long disabled() {
        return count("select count(*) from webhook where state = 'DISABLED'");
    }

    /// The number of events that wait for webhooks; those still in the log are not counted.
    public long waiting() {
        return count("select count(*) from webhook_delivery where state = 'WAITING'");
    }

    /// The time for which the receiver that has failed for the longest has failed.
    public Duration failing() {
        Optional<OffsetDateTime> since =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(FAILING_SINCE)
                                        .mapTo(OffsetDateTime.class)
                                        .findOne());
        return since.map(at -> Duration.between(at.toInstant(), clock.instant()))
                .orElse(Duration.ZERO);
    }

    private long count(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
