package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.stack.LocalStack;
import cme.stack.client.Answer;
import cme.stack.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The databases are restored from a backup and the data of Kafka is lost. The steps of
/// docs/operations.md bring back everything that the backup contained, and the system continues.
@Execution(ExecutionMode.CONCURRENT)
@Order(3)
class RestoreTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir private static Path folder;

    @Test
    void theDatabasesAloneBringEverythingBack() {
        var data = folder.resolve("data");
        var backup = folder.resolve("backup");
        try (var system = RunningSystem.startWithoutPortal(data)) {
            new SampleBoard(system).enter();
            post(system, "BEFORE", "2026-10-12");
            awaitCompletions(system, 1);
            backUp(system, data.resolve("postgres"), backup);
            post(system, "AFTER-THE-BACKUP", "2026-10-13");
            awaitCompletions(system, 2);

            system.restartAfter(
                    () -> {
                        delete(data.resolve("kafka"));
                        delete(data.resolve("postgres"));
                        copy(backup, data.resolve("postgres"));
                    },
                    RestoreTest::tellAndReadAgain);

            assertThat(completions(status(system))).isEqualTo(1);
            // The society repeats what it was told is recorded and is not: it finds out by itself.
            post(system, "AFTER-THE-BACKUP", "2026-10-13");
            post(system, "BEFORE", "2026-10-12");
            awaitCompletions(system, 2);
            assertThat(
                            system.board(Service.COMPLIANCE)
                                    .get("/v1/projection/dead-letters")
                                    .expect(200)
                                    .body()
                                    .path("items"))
                    .isEmpty();
        }
    }

    /// The services bear it that PostgreSQL is away meanwhile.
    private static void backUp(RunningSystem system, Path files, Path backup) {
        var postgres = system.stack().postgres();
        postgres.stop(PATIENCE);
        copy(files, backup);
        postgres.start();
    }

    private static void post(RunningSystem system, String externalId, String day) {
        var completion =
                """
                {"externalId": "%s", "diplomateId": "012345", "familyName": "Lopez",
                 "activity": "ASPS-ANNUAL-2026", "completedOn": "%s", "credits": 1}
                """
                        .formatted(externalId, day);
        // Until PostgreSQL is found again.
        await().atMost(PATIENCE)
                .until(
                        () -> system.society("ASPS").post("/v1/completions", completion).status(),
                        status -> status == 200 || status == 201);
    }

    private static void awaitCompletions(RunningSystem system, int number) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            var answer = status(system);
                            // Until PostgreSQL is found again.
                            assertThat(answer.status()).isNotEqualTo(503);
                            assertThat(completions(answer)).isEqualTo(number);
                        });
    }

    private static Answer status(RunningSystem system) {
        return system.diplomate("012345").get("/v1/diplomates/012345/status");
    }

    private static int completions(Answer answer) {
        return answer.expect(200).body().at("/basis/completions").asInt();
    }

    /// The steps of "Backing up and restoring" in docs/operations.md.
    private static void tellAndReadAgain(LocalStack stack) {
        for (var service : Service.withDatabase()) {
            run(stack, service, "update event_publication set last_seq = 0");
        }
        run(stack, Service.CREDIT, "delete from projection_offset");
        run(stack, Service.COMPLIANCE, "delete from projection_offset");
    }

    private static void run(LocalStack stack, Service service, String sql) {
        var database = stack.postgres().superuser().database(service.database());
        try (var connection =
                        DriverManager.getConnection(
                                database.url(),
                                database.owner().username(),
                                database.owner().password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
