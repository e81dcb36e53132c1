package cme.chassis.chain;

import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// A table whose revisions are all in the log.
@Singleton
public class Samples {

    static final String TYPE = "test.sample.changed";

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00.5Z");

    private final Jdbi jdbi;
    private final EventLog log;

    Samples(Jdbi jdbi, EventLog log) {
        this.jdbi = jdbi;
        this.log = log;
    }

    @Produces
    @Singleton
    static CurrentRows rows() {
        return new CurrentRows(
                "sample",
                List.of(new CurrentRows.Column("id", "text")),
                "r.id",
                "e.type = '" + TYPE + "'",
                List.of(),
                "r.id = e.key",
                List.of(
                        CurrentRows.Field.of("amount", "r.amount"),
                        CurrentRows.Field.of("revision", "r.revision"),
                        CurrentRows.Field.ofInstant("recordedAt", "r.recorded_at")));
    }

    /// Puts the next revision of a row and appends its event.
    void put(String id, int revision) {
        jdbi.useTransaction(
                handle -> {
                    handle.execute(
                            """
                            insert into sample values (?, 1.50, ?, '2026-11-23T10:00:00.5Z')
                            on conflict (id) do update set revision = excluded.revision
                            """,
                            id,
                            revision);
                    var payload =
                            "{\"amount\": 1.5, \"revision\": %d, \"recordedAt\": \"%s\"}"
                                    .formatted(revision, AT);
                    log.append(handle, List.of(new NewEvent(id, TYPE, payload, AT, "test")));
                });
    }
}
