package cme.stack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cme.stack.Ports;
import cme.stack.process.DataFolder;
import cme.stack.process.StackFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A primary and a standby, with what a client of both sees.
@Tag("slow")
class PostgresPairTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path temporary;

    private PostgresPair started(DataDurability durability) {
        int base = Ports.free().base();
        var folder = DataFolder.open(temporary);
        var pair = PostgresPair.in(folder, List.of(base, base + 1), true, durability, _ -> {});
        pair.primary().start();
        pair.standby().start();
        pair.watch();
        awaitComplete(pair);
        return pair;
    }

    private static void awaitComplete(PostgresPair pair) {
        await().atMost(PATIENCE).until(pair::isStandbyComplete);
    }

    private static void stop(PostgresPair pair) {
        pair.close();
        pair.primary().stop(LIMIT);
        pair.standby().stop(LIMIT);
    }

    @Test
    void commitsWaitForAStandbyThatIsRequiredAndOutliveThePrimaryWhichComesBackAsStandby()
            throws Exception {
        PostgresPair pair = started(DataDurability.REQUIRED);
        try {
            var database = pair.primary().superuser().database("access");
            execute(database, "CREATE TABLE mark (n bigint GENERATED ALWAYS AS IDENTITY)");
            pair.standby().stop(LIMIT);
            var insert =
                    CompletableFuture.runAsync(
                            () -> execute(database, "INSERT INTO mark DEFAULT VALUES"),
                            Thread::startVirtualThread);
            await().during(Duration.ofSeconds(1)).atMost(LIMIT).until(() -> !insert.isDone());
            assertThat(numbers(database)).isEmpty();
            pair.standby().start();
            await().atMost(PATIENCE).until(insert::isDone);
            Postgres first = pair.primary();

            Postgres second = pair.promote();

            assertThat(second).isNotSameAs(first);
            assertThat(first.isAlive()).isFalse();
            first.start();
            assertThat(first.isPrimary()).isFalse();
            awaitComplete(pair);
            execute(database, "INSERT INTO mark DEFAULT VALUES");
            // The sequence begins behind everything that the first one gave out.
            assertThat(numbers(database)).hasSize(2).doesNotHaveDuplicates().isSorted();
            assertThat(pair.promote()).isSameAs(first);
            assertThat(numbers(database)).hasSize(2);
        } finally {
            stop(pair);
        }
    }

    @Test
    void commitsGoOnWithoutAStandbyThatIsPreferredAndItIsNotPromotedBeforeItHasThem()
            throws Exception {
        PostgresPair pair = started(DataDurability.PREFERRED);
        try {
            var database = pair.primary().superuser().database("access");
            execute(database, "CREATE TABLE mark (n bigint GENERATED ALWAYS AS IDENTITY)");
            Postgres first = pair.primary();
            pair.standby().stop(LIMIT);

            execute(database, "INSERT INTO mark DEFAULT VALUES");

            assertThatExceptionOfType(StackFailure.class)
                    .isThrownBy(pair::promote)
                    .withMessageContaining("postgres-2 lacks commits that were acknowledged");
            assertThat(first.isAlive()).isTrue();
            pair.standby().start();
            awaitComplete(pair);
            assertThat(pair.promote()).isNotSameAs(first);
            assertThat(numbers(database)).hasSize(1);
        } finally {
            stop(pair);
        }
    }

    private static void execute(Database database, String statement) {
        try (var connection = open(database);
                var one = connection.createStatement()) {
            one.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> numbers(Database database) throws SQLException {
        try (var connection = open(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT n FROM mark ORDER BY ctid")) {
            var numbers = new ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }

    private static Connection open(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().username(), database.owner().password());
    }
}
