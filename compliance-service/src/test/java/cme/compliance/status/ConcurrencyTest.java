package cme.compliance.status;

import static cme.compliance.harness.EventFixtures.activity;
import static cme.compliance.harness.EventFixtures.approve;
import static cme.compliance.harness.EventFixtures.completion;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Completions, activities and records arrive at the same time for the same diplomates.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ConcurrencyTest {

    private static final int ROUNDS = 30;
    private static final List<String> IDS = List.of("1", "2", "3", "4");

    @Inject CleanDatabase database;
    @Inject Events events;
    @Inject Jdbi jdbi;

    @BeforeEach
    void recordCycles() {
        database.wipe();
        events.activity(activity("COURSE", "2", "0"));
        IDS.forEach(id -> Api.putCycle(id, "abps-cc-10y", 2021, "2020-11-14"));
    }

    @Test
    void theLastStoredAnswerMissesNothing() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<Void>>();
            tasks.add(
                    () -> {
                        events.completions(
                                IDS.stream()
                                        .flatMap(ConcurrencyTest::manyOf)
                                        .toArray(JsonNode[]::new));
                        return null;
                    });
            tasks.add(
                    () -> {
                        for (int revision = 2; revision < ROUNDS / 2; revision++) {
                            ObjectNode changed =
                                    activity("COURSE", "2", "0").put("revision", revision);
                            events.activity(
                                    approve(changed, "TRACER", "2025-01-01", "CARPAL_TUNNEL"));
                        }
                        return null;
                    });
            IDS.forEach(id -> tasks.add(() -> chooseTracers(id)));
            for (Future<Void> done : callers.invokeAll(tasks)) {
                done.get();
            }
        }
        await().until(() -> waiting() == 0);
        for (String id : IDS) {
            assertThat(storedCompletions(id)).isEqualTo(ROUNDS);
            assertThat(stored(id, "cme-total")).isEqualTo("30.00");
            assertThat(stored(id, "tracer-activity")).isEqualTo("1.00");
        }
    }

    private static Stream<JsonNode> manyOf(String id) {
        return IntStream.range(0, ROUNDS)
                .mapToObj(
                        i ->
                                i == 0
                                        ? completion(id + "-c", id, "2026-01-01", "1")
                                                .put("patientSafetyCredits", 0)
                                                .put("activity", "COURSE")
                                                .putNull("title")
                                        : completion(id + "-" + i, id, "2026-01-02", "1"));
    }

    private static Void chooseTracers(String id) {
        for (int i = 0; i < ROUNDS / 2; i++) {
            String procedure = i % 2 == 0 ? "CARPAL_TUNNEL" : "CLEFT_PALATE";
            Api.put(Api.path(id, "tracers/6"), "{\"procedure\":\"" + procedure + "\"}")
                    .then()
                    .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
        }
        return null;
    }

    private long waiting() {
        return jdbi.withHandle(
                handle ->
                        handle.select("select count(*) from reassessment").mapTo(Long.class).one());
    }

    private int storedCompletions(String id) {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        """
                                        select (body::json -> 'basis' ->> 'completions')::int from status
                                        where diplomate_id = ?
                                        """,
                                        id)
                                .mapTo(Integer.class)
                                .one());
    }

    private String stored(String id, String requirement) {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        """
                                        select earned::text from finding
                                        where diplomate_id = ? and requirement = ? and due_year = 6
                                        """,
                                        id,
                                        requirement)
                                .mapTo(String.class)
                                .one());
    }
}
