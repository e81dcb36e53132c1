package cme.credit.roster;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.test.stack.DatabaseOwner;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/// Measures the largest roster against COPY of the same rows into tables of the same make, in the
/// same run.
///
/// Not run with the tests: `./mvnw -pl credit-service -am test -Dtest=BulkMeasurement
/// -Dsurefire.failIfNoSpecifiedTests=false`.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class BulkMeasurement {
    private static final int ROWS = 100_000;
    private static final int DIPLOMATES = 8_000;
    private static final int ROUNDS = 3;

    @Inject CatalogEvents catalog;
    @Inject Jdbi jdbi;

    @BeforeEach
    void theSamplesAreKnown() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
        StringBuilder csv = new StringBuilder("diplomateId,givenName,familyName\n");
        for (int i = 0; i < DIPLOMATES; i++) {
            csv.append("B%05d,Given,Family%s\n".formatted(i, letters(i)));
        }
        board().contentType("text/csv")
                .body(csv.toString())
                .post("/v1/identities/imports")
                .then()
                .statusCode(200);
    }

    @Test
    void theLargestRosterNextToCopy() throws SQLException, IOException {
        jdbi.useHandle(handle -> handle.execute("set synchronous_commit = on"));
        System.out.println(
                "fsync "
                        + jdbi.withHandle(
                                h -> h.createQuery("show fsync").mapTo(String.class).one())
                        + ", synchronous_commit "
                        + jdbi.withHandle(
                                h ->
                                        h.createQuery("show synchronous_commit")
                                                .mapTo(String.class)
                                                .one()));
        for (int round = 1; round <= ROUNDS; round++) {
            byte[] csv = csv(round);
            resetPeak();
            long before = used();
            long start = System.nanoTime();
            var answer =
                    society("ASPS")
                            .contentType("text/csv")
                            .body(csv)
                            .post("/v1/rosters?externalId=BULK-" + round);
            double seconds = (System.nanoTime() - start) / 1e9;
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.jsonPath().getInt("recorded")).isEqualTo(ROWS);
            double copySeconds = copy(round);
            System.out.printf(
                    "round %d: %.1f MiB, post %.2f s = %,.0f rows/s, peak heap +%d MiB; COPY %.2f s"
                            + " = %,.0f rows/s; ratio %.2f%n",
                    round,
                    csv.length / 1048576.0,
                    seconds,
                    ROWS / seconds,
                    (peak() - before) >> 20,
                    copySeconds,
                    ROWS / copySeconds,
                    copySeconds / seconds);
        }
    }

    private double copy(int round) throws SQLException, IOException {
        try (Handle handle = Jdbi.create(DatabaseOwner::connect).open()) {
            String roster =
                    handle.createQuery("select id::text from roster where external_id = :name")
                            .bind("name", "BULK-" + round)
                            .mapTo(String.class)
                            .one();
            Map<String, String> sources = new LinkedHashMap<>();
            sources.put(
                    "completion", "select * from completion where roster = '%s'".formatted(roster));
            sources.put(
                    "roster_row", "select * from roster_row where roster = '%s'".formatted(roster));
            sources.put(
                    "event_log",
                    "select * from event_log where payload ->> 'roster' = '%s'".formatted(roster));
            Map<String, byte[]> rows = new LinkedHashMap<>();
            var copies = handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
            for (var source : sources.entrySet()) {
                var out = new ByteArrayOutputStream();
                copies.copyOut("copy (" + source.getValue() + ") to stdout", out);
                rows.put(source.getKey(), out.toByteArray());
                handle.execute(
                        "create table if not exists copy_%s (like %s including all)"
                                .formatted(source.getKey(), source.getKey()));
            }
            long start = System.nanoTime();
            handle.begin();
            for (var source : rows.entrySet()) {
                copies.copyIn(
                        "copy copy_" + source.getKey() + " from stdin",
                        new ByteArrayInputStream(source.getValue()));
            }
            handle.commit();
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static byte[] csv(int round) {
        StringBuilder csv =
                new StringBuilder(
                        "externalId,diplomateId,familyName,activity,completedOn,credits,patientSafetyCredits\n");
        for (int i = 0; i < ROWS; i++) {
            int diplomate = i % DIPLOMATES;
            csv.append(
                    "R%d-%06d,B%05d,Family%s,ASPS-ANNUAL-2026,2026-10-12,%d.25,1\n"
                            .formatted(round, i, diplomate, letters(diplomate), 1 + i % 20));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number + 26; rest > 0; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }

    private static void resetPeak() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
