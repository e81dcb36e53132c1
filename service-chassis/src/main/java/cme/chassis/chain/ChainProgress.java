package cme.chassis.chain;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// How far the log is chained and signed, for operators.
@Singleton
public class ChainProgress {

    /// What came after a quiet time has waited since it was recorded, not since the last block. The
    /// time of an entry is its author's, so one of the future does not hide that nothing is
    /// chained.
    private static final String WAITING =
            """
            select greatest(
                (select chained_at from event_log_block order by number desc limit 1),
                (select least(recorded_at, :now) from event_log
                where seq > coalesce((select max(last_seq) from event_log_block), 0)
                order by seq limit 1))
            where exists (
                select 1 from event_log
                where seq > coalesce((select max(last_seq) from event_log_block), 0))
            """;

    private static final String UNSIGNED =
            """
            select coalesce((select total from event_log_block order by number desc limit 1), 0)
                - coalesce(
                    (select b.total from event_log_block b
                    where b.number = (select max(block) from event_log_checkpoint)),
                    0)
            """;

    private static final String SIGNED = "select max(signed_at) from event_log_checkpoint";

    private final Jdbi jdbi;
    private final Clock clock;
    private final Instant startedAt;

    ChainProgress(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /// The time for which entries wait and none was chained; zero when none waits.
    public Duration stalled() {
        Instant now = clock.instant();
        return jdbi.withHandle(
                        handle ->
                                handle.createQuery(WAITING)
                                        .bind("now", now.atOffset(ZoneOffset.UTC))
                                        .mapTo(OffsetDateTime.class)
                                        .findOne())
                .map(OffsetDateTime::toInstant)
                .map(last -> last.isBefore(startedAt) ? startedAt : last)
                .map(last -> Duration.between(last, now))
                .orElse(Duration.ZERO);
    }

    /// The time since the last checkpoint was signed; since the start of the service when there is
    /// none.
    public Duration sinceCheckpoint() {
        return Duration.between(instant(SIGNED).orElse(startedAt), clock.instant());
    }

    /// Entries that are chained and not in a checkpoint.
    public long unsignedEntries() {
        return jdbi.withHandle(handle -> handle.createQuery(UNSIGNED).mapTo(Long.class).one());
    }

    private Optional<Instant> instant(String sql) {
        return jdbi.withHandle(
                        handle -> handle.createQuery(sql).mapTo(OffsetDateTime.class).findOne())
                .map(OffsetDateTime::toInstant);
    }
}
