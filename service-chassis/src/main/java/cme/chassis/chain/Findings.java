package cme.chassis.chain;

import cme.chassis.database.Columns;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
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

    /// One statement for all: an altered table may bring hundreds in each step.
    private static final String ADD =
            """
            with found as (
                select distinct on (kind, place, seq, subject) *
                from unnest(:kinds::text[], :places::text[], :seqs::bigint[], :subjects::text[], :details::text[])
                    with ordinality as n (kind, place, seq, subject, detail, nth)
                order by kind, place, seq, subject, nth),
            ranked as (
                select f.*, k.kind is not null as is_kept,
                    row_number() over (partition by k.kind is not null order by nth) as place_in_line
                from found f left join event_log_finding k using (kind, place, seq, subject)),
            kept as (
                insert into event_log_finding (kind, place, seq, subject, detail, found_at, seen_at)
                select kind, place, seq, subject, detail, :now, :now from ranked
                where is_kept or place_in_line <= :max - (select count(*) from event_log_finding)
                order by nth
                on conflict (kind, place, seq, subject) do update set seen_at = excluded.seen_at
                returning *)
            select kind, place, seq, subject, detail from kept where found_at = seen_at
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
        if (found.isEmpty()) {
            return;
        }
        try (Query add = handle.createQuery(ADD)) {
            add.bind("kinds", Columns.of(found, finding -> finding.kind().name()))
                    .bind("places", Columns.of(found, Finding::place))
                    .bind("seqs", Columns.of(found, Finding::seq))
                    .bind("subjects", Columns.of(found, Finding::subject))
                    .bind("details", Columns.of(found, Finding::detail))
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("max", MAX_KEPT)
                    .map((row, _) -> finding(row))
                    .list()
                    .forEach(Findings::log);
        }
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                Finding.Kind.valueOf(row.getString("kind")),
                row.getString("place"),
                row.getLong("seq"),
                row.getString("subject"),
                row.getString("detail"));
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
                                .map((row, _) -> finding(row))
                                .list());
    }
}
