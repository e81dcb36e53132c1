package cme.chassis.chain;

import cme.chassis.ChassisConfig;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jdbi.v3.core.Jdbi;

/// Tells when the log does not agree with its chain, or is not chained any more.
///
/// It makes the service unwell and not unready: whoever altered a row could otherwise keep everybody
/// from posting, and taking requests does no harm to the evidence.
@Wellness
@Singleton
public class ChainHealth implements HealthCheck {

    private static final int MAX_TOLD = 5;

    /// New entries are chained after a second; after this time something is in the way.
    private static final Duration STALLED_AFTER = Duration.ofMinutes(1);

    private static final String WAITING =
            """
            select coalesce(
                (select chained_at from event_log_block order by number desc limit 1), '-infinity')
            where exists (
                select 1 from event_log
                where seq > coalesce((select max(last_seq) from event_log_block), 0))
            """;

    private static final String SIGNED = "select max(signed_at) from event_log_checkpoint";

    private final Jdbi jdbi;
    private final Findings findings;
    private final Clock clock;
    private final boolean enabled;
    private final Instant startedAt;

    ChainHealth(Jdbi jdbi, Findings findings, Clock clock, ChassisConfig config) {
        this.jdbi = jdbi;
        this.findings = findings;
        this.clock = clock;
        this.enabled = config.chain().enabled();
        this.startedAt = clock.instant();
    }

    /// The time for which entries wait and none was chained; zero when none waits.
    public Duration stalled() {
        return instant(WAITING)
                .map(last -> last.isBefore(startedAt) ? startedAt : last)
                .map(last -> Duration.between(last, clock.instant()))
                .orElse(Duration.ZERO);
    }

    /// The time since the last checkpoint was signed; since the start of the service when there is
    /// none.
    public Duration sinceCheckpoint() {
        return Duration.between(instant(SIGNED).orElse(startedAt), clock.instant());
    }

    private Optional<Instant> instant(String sql) {
        return jdbi.withHandle(
                        handle -> handle.createQuery(sql).mapTo(OffsetDateTime.class).findOne())
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public HealthCheckResponse call() {
        long found = findings.count();
        boolean isStalled = enabled && stalled().compareTo(STALLED_AFTER) > 0;
        var health =
                HealthCheckResponse.named("event-log")
                        .status(found == 0 && !isStalled)
                        .withData("findings", found)
                        .withData("chain", isStalled ? "STALLED" : "GOES_ON");
        List<Finding> first = findings.open(MAX_TOLD);
        for (int i = 0; i < first.size(); i++) {
            Finding finding = first.get(i);
            health.withData(
                    "finding." + (i + 1),
                    "%s in %s, entry %d"
                            .formatted(finding.kind(), finding.place(), finding.seq()));
        }
        return health.build();
    }
}
