package cme.chassis.chain;

import cme.chassis.json.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// Checks of everything that were asked for. One runs at a time, in the instance that leads the
/// running check; when another takes over, it begins again.
@Singleton
public class Verifications {

    /// The check that a request led to.
    ///
    /// @param isNew false when one was running already
    record Requested(Verification verification, boolean isNew) {}

    private static final ObjectMapper JSON = StrictJson.mapper();

    private static final String REQUEST =
            """
            insert into event_log_verification (requested_at, requested_by) values (:at, :by)
            on conflict ((true)) where finished_at is null do nothing
            returning *
            """;

    private static final String LATEST =
            "select * from event_log_verification order by id desc limit 1";

    private static final String FOUND_LAST =
            """
            select found from event_log_verification
            where finished_at is not null order by id desc limit 1
            """;

    private static final String RUNNING =
            "select id from event_log_verification where finished_at is null";

    private static final String PROGRESS =
            """
            update event_log_verification
            set entries = :entries, checkpoints = :checkpoints, rows = :rows, events = :events,
                found = :found, findings = :findings::jsonb, not_compared = :notCompared,
                finished_at = :finished
            where id = :id
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    Verifications(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// Requests a check, or returns the one that is running.
    Requested request(String by) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(REQUEST)
                                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                                .bind("by", by)
                                .map((row, _) -> verification(row))
                                .findOne()
                                .map(verification -> new Requested(verification, true))
                                .orElseGet(() -> new Requested(latest().orElseThrow(), false)));
    }

    /// The check that was asked for last.
    Optional<Verification> latest() {
        return jdbi.withHandle(
                handle -> handle.createQuery(LATEST).map((row, _) -> verification(row)).findOne());
    }

    /// The number of findings of the check that was completed last.
    public long foundLast() {
        return jdbi.withHandle(
                handle -> handle.createQuery(FOUND_LAST).mapTo(Long.class).findOne().orElse(0L));
    }

    /// The id of the check that is to be done.
    Optional<Long> running(Handle handle) {
        try (Query query = handle.createQuery(RUNNING)) {
            return query.mapTo(Long.class).findOne();
        }
    }

    void save(Handle handle, long id, VerificationProgress progress, boolean isFinished) {
        try (Update update = handle.createUpdate(PROGRESS)) {
            update.bind("id", id)
                    .bind("entries", progress.of(Check.Counted.ENTRIES))
                    .bind("checkpoints", progress.of(Check.Counted.CHECKPOINTS))
                    .bind("rows", progress.of(Check.Counted.ROWS))
                    .bind("events", progress.of(Check.Counted.EVENTS))
                    .bind("found", progress.found())
                    .bind("findings", JSON.writeValueAsString(progress.findings()))
                    .bind("notCompared", progress.notCompared().toArray(String[]::new))
                    .bind("finished", isFinished ? clock.instant().atOffset(ZoneOffset.UTC) : null)
                    .execute();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The findings cannot be written as JSON", e);
        }
    }

    private static Verification verification(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Verification(
                row.getLong("id"),
                finished == null ? Verification.State.RUNNING : Verification.State.COMPLETE,
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("requested_by"),
                row.getLong("entries"),
                row.getLong("checkpoints"),
                row.getLong("rows"),
                row.getLong("events"),
                row.getLong("found"),
                findings(row.getString("findings")),
                List.of((String[]) row.getArray("not_compared").getArray()),
                finished == null ? null : finished.toInstant());
    }

    private static List<Finding> findings(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Finding>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The findings cannot be read from JSON", e);
        }
    }
}
