package cme.credit.correction;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.postgres.Database;
import cme.test.stack.LocalStackResource;
import cme.test.stack.SharedTestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the board decided before decisions were marked is found in the log, in a database of its
/// own.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class BoardDecisionBackfillTest {
    private static final UUID WITHDRAWN = UUID.randomUUID();
    private static final UUID MOVED = UUID.randomUUID();
    private static final UUID BY_POSTER = UUID.randomUUID();

    @Inject Flyway flyway;

    private final Database database = SharedTestStack.join().freshDatabase();

    /// Of the user that migrates.
    private final Jdbi jdbi =
            Jdbi.create(database.url(), database.owner().username(), database.owner().password());

    @BeforeEach
    void theDatabaseIsOfTheVersionBefore() {
        MigrationInfo decisions =
                Arrays.stream(flyway.info().all())
                        .filter(migration -> migration.getDescription().equals("board decisions"))
                        .findFirst()
                        .orElseThrow();
        MigrationVersion before =
                Arrays.stream(flyway.info().all())
                        .map(MigrationInfo::getVersion)
                        .filter(version -> version.compareTo(decisions.getVersion()) < 0)
                        .max(MigrationVersion::compareTo)
                        .orElseThrow();
        migrate(before);
    }

    @AfterEach
    void dropIt() {
        SharedTestStack.join().drop(database);
    }

    @Test
    void whatTheBoardWithdrewAndMovedIsMarkedAndKnownAsOverruled() {
        jdbi.useTransaction(
                handle -> {
                    handle.execute(
                            "insert into event_log (key, type, payload, recorded_at, recorded_by) values"
                                    + " ('P1', 'cme.credit.identity.recorded', '{}', now(), 'clerk')");
                    completion(handle, WITHDRAWN, "P1", "WITHDRAWN");
                    log(handle, WITHDRAWN, "P1", "P1", 1, "RECORDED", "society");
                    log(handle, WITHDRAWN, "P1", "P1", 2, "WITHDRAWN", "clerk");
                    completion(handle, MOVED, "P2", "RECORDED");
                    handle.execute(
                            "insert into completion_moved (completion, revision, diplomate_id) values (?, 2, 'P1')",
                            MOVED);
                    log(handle, MOVED, "P1", "P1", 1, "RECORDED", "society");
                    log(handle, MOVED, "P1", "P2", 2, "RECORDED", "clerk");
                    log(handle, MOVED, "P2", "P2", 2, "RECORDED", "clerk");
                    completion(handle, BY_POSTER, "P1", "WITHDRAWN");
                    log(handle, BY_POSTER, "P1", "P1", 1, "RECORDED", "society");
                    log(handle, BY_POSTER, "P1", "P1", 2, "WITHDRAWN", "society");
                });

        migrate(MigrationVersion.LATEST);

        assertThat(texts("select id::text from completion where board_decided"))
                .containsExactlyInAnyOrder(WITHDRAWN.toString(), MOVED.toString());
        assertThat(
                        texts(
                                "select concat_ws(' ', source, revision, number, external_id, title) from overruled_posting"))
                .containsExactlyInAnyOrder(
                        WITHDRAWN + " 1 P1 " + WITHDRAWN + " Grand rounds",
                        MOVED + " 1 P1 " + MOVED + " Grand rounds");
    }

    private List<String> texts(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static void completion(Handle handle, UUID id, String diplomate, String status) {
        handle.execute(
                """
                insert into completion (id, revision, status, diplomate_id, title, completed_on, credits, poster, external_id,
                    content_hash, recorded_at, recorded_by)
                values (?, 2, ?, ?, 'Grand rounds', '2026-10-04', 1, 'PROVIDER:ASPS', ?, ?, now(), 'x')
                """,
                id,
                status,
                diplomate,
                id.toString(),
                id);
    }

    private static void log(
            Handle handle,
            UUID id,
            String key,
            String diplomate,
            int revision,
            String status,
            String by) {
        handle.execute(
                """
                insert into event_log (key, type, payload, recorded_at, recorded_by)
                values (?, 'cme.credit.completion.corrected', jsonb_build_object(
                    'id', ?::text, 'revision', ?::int, 'status', ?::text, 'diplomateId', ?::text, 'title', 'Grand rounds',
                    'completedOn', '2026-10-04', 'poster', 'PROVIDER'), now(), ?)
                """,
                key,
                id.toString(),
                revision,
                status,
                diplomate,
                by);
    }

    private void migrate(MigrationVersion target) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(
                        database.url(), database.owner().username(), database.owner().password())
                .placeholders(Map.of("service-user", database.service().username()))
                .target(target)
                .load()
                .migrate();
    }
}
