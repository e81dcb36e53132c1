package cme.chassis.chain;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// What the running check has found and not seen mended since, for all instances.
@Singleton
public class Findings {

    /// More are counted and not kept.
    static final int MAX_KEPT = 100;

    private static final Logger LOG = Logger.getLogger(Findings.class);

    private static final String ADD =
            """
            insert into event_log_finding (kind, place, seq, subject, detail, found_at, seen_at)
            select :kind, :place, :seq, :subject, :detail, :now, :now
            where (select count(*) from event_log_finding) < :max
                or exists (
                    select 1 from event_log_finding
                    where (kind, place, seq, subject) = (:kind, :place, :seq, :subject))
            on conflict (kind, place, seq, subject) do update set seen_at = excluded.seen_at
            returning found_at = seen_at as is_new
            """;

    private static final String REMOVE =
            "delete from event_log_finding where seen_at < :begun and place = any(:places)";

    private static final String OPEN =
            "select kind, place, seq, subject, detail from event_log_finding order by found_at, seq limit :limit";

    private final Jdbi jdbi;
    private final Clock clock;

    Findings(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// Keeps the findings, and logs those that are new.
    void add(Handle handle, List<Finding> found) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        for (Finding finding : found) {
            try (Query add = handle.createQuery(ADD)) {
                add.bind("kind", finding.kind().name())
                        .bind("place", finding.place())
                        .bind("seq", finding.seq())
                        .bind("subject", finding.subject())
                        .bind("detail", finding.detail())
                        .bind("now", now)
                        .bind("max", MAX_KEPT)
                        .mapTo(Boolean.class)
                        .findOne()
                        .filter(isNew -> isNew)
                        .ifPresent(_ -> log(finding));
            }
        }
    }

    static void log(Finding finding) {
        LOG.errorf(
                "The event log does not agree with its chain: %s in %s, entry %d of %s. %s",
                finding.kind(),
                finding.place(),
                finding.seq(),
                finding.subject().isEmpty() ? "unknown subject" : finding.subject(),
                finding.detail());
    }

    /// Forgets what was not seen again since a round of the check began.
    ///
    /// @param places that the round looked at
    void removeNotSeenSince(Handle handle, Instant begun, Collection<String> places) {
        try (Update update = handle.createUpdate(REMOVE)) {
            int removed =
                    update.bind("begun", begun.atOffset(ZoneOffset.UTC))
                            .bind("places", places.toArray(String[]::new))
                            .execute();
            if (removed > 0) {
                LOG.infof("%d findings about the event log are mended", removed);
            }
        }
    }

    boolean areOpen(Handle handle) {
        return count(handle) > 0;
    }

    /// The number of findings, up to [#MAX_KEPT].
    public long count() {
        return jdbi.withHandle(Findings::count);
    }

    private static long count(Handle handle) {
        try (Query query = handle.createQuery("select count(*) from event_log_finding")) {
            return query.mapTo(Long.class).one();
        }
    }

    /// The first findings.
    List<Finding> open(int limit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(OPEN)
                                .bind("limit", limit)
                                .map(
                                        (row, _) ->
                                                new Finding(
                                                        Finding.Kind.valueOf(row.getString("kind")),
                                                        row.getString("place"),
                                                        row.getLong("seq"),
                                                        row.getString("subject"),
                                                        row.getString("detail")))
                                .list());
    }
}
