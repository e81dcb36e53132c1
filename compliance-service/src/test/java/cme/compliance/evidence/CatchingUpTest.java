package cme.compliance.evidence;

import static cme.compliance.harness.EventFixtures.completion;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.reassessment.CatchUp;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Completions of a long queue are taken in first and assessed afterwards; meanwhile nobody is told
/// anything wrong.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CatchingUpTest {

    private static final String ID = "012345";
    private static final String WITHOUT_CYCLE = "000009";

    @Inject CleanDatabase database;
    @Inject Jdbi jdbi;
    @Inject CompletionProjection projection;
    @Inject Diplomates diplomates;
    @Inject CatchUp catchUp;

    @BeforeEach
    void recordCycle() {
        database.wipe();
        Api.putCycle(ID, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
    }

    private static ReceivedCompletion received(JsonNode event) {
        try {
            return CompletionProjection.reading(
                    new ReceivedEvent(
                            CompletionProjection.TOPIC,
                            0,
                            0,
                            event.get("diplomateId").asText(),
                            Map.of("ce_type", "cme.credit.completion.recorded"),
                            event.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableEvent e) {
            throw new AssertionError(e);
        }
    }

    private void takeInBehind(Handle transaction, String id, String diplomate) {
        var event = completion(id, diplomate, "2026-02-01", "2");
        projection.applyBehind(transaction, List.of(received(event)));
    }

    private int storedCompletions() {
        return number("select (body::json -> 'basis' ->> 'completions')::int from status");
    }

    private int number(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(Integer.class).one());
    }

    private static int answeredCompletions() {
        return Api.status(ID).jsonPath().getInt("basis.completions");
    }

    private static int pending() {
        return Api.board().get("/v1/statuses/summary").jsonPath().getInt("pending");
    }

    private void awaitStored(int completions) {
        await().untilAsserted(
                        () -> {
                            assertThat(storedCompletions()).isEqualTo(completions);
                            assertThat(number("select count(*) from reassessment")).isZero();
                        });
    }

    @Test
    void listsSayThatSomebodyWaits() {
        try (var activities = jdbi.open()) {
            // Nobody can be assessed while this is held; taking events in does not wait for it.
            activities.begin();
            diplomates.changeActivities(activities);
            jdbi.useTransaction(transaction -> takeInBehind(transaction, "a", ID));

            assertThat(pending()).isEqualTo(1);
            assertThat(storedCompletions()).isZero();
            activities.commit();
        }
        awaitStored(1);
        assertThat(answeredCompletions()).isEqualTo(1);
        assertThat(pending()).isZero();
    }

    @Test
    void whatComesWhileSomebodyWaitsIsNotForgotten() {
        try (var activities = jdbi.open();
                var second = jdbi.open()) {
            activities.begin();
            diplomates.changeActivities(activities);
            jdbi.useTransaction(transaction -> takeInBehind(transaction, "a", ID));
            second.begin();
            takeInBehind(second, "b", ID);
            activities.commit();
            // The one who waits is not assessed before the second is through.
            assertThat(catchUp.within(Duration.ofMillis(200))).isEqualTo(1);
            second.commit();
        }
        awaitStored(2);
    }

    @Test
    void theEventsOfManyBatchesAreToldOfOnce() {
        int before = number("select count(*) from event_log");
        try (var activities = jdbi.open()) {
            activities.begin();
            diplomates.changeActivities(activities);
            for (int i = 0; i < 60; i++) {
                var id = "c" + i;
                jdbi.useTransaction(transaction -> takeInBehind(transaction, id, ID));
            }
            activities.commit();
        }
        awaitStored(60);
        assertThat(number("select count(*) from event_log") - before).isEqualTo(1);
        assertThat(
                        number(
                                """
                                select count(*) from finding
                                where requirement = 'patient-safety' and due_year = 6
                                  and state = 'MET'
                                """))
                .isEqualTo(1);
    }

    @Test
    void moreThanAreAssessedAtATimeAreAllAssessedInTheTransactionThatBringsThem() {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                """
                                with made as (
                                    insert into diplomate
                                    select 'M' || d from generate_series(1, 600) d
                                    returning diplomate_id)
                                insert into cycle_revision
                                select diplomate_id, 1, 'abps-cc-10y', 2021, '2020-11-14',
                                       '2020-11-14T12:00:00Z', 'test'
                                from made
                                """));
        int told = number("select count(*) from event_log");
        var many =
                IntStream.rangeClosed(1, 600)
                        .mapToObj(d -> received(completion("m" + d, "M" + d, "2026-02-01", "2")))
                        .toList();
        jdbi.useTransaction(transaction -> projection.apply(transaction, many));
        assertThat(
                        number(
                                """
                                select count(*) from status
                                where diplomate_id like 'M%'
                                  and (body::json -> 'basis' ->> 'completions')::int = 1
                                """))
                .isEqualTo(600);
        assertThat(number("select count(*) from event_log") - told).isEqualTo(600);
    }

    @Test
    void whoHasNoCycleYetWaitsForNothing() {
        jdbi.useTransaction(transaction -> takeInBehind(transaction, "a", WITHOUT_CYCLE));
        await().until(() -> number("select count(*) from reassessment") == 0);
        Api.putCycle(WITHOUT_CYCLE, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
        assertThat(Api.status(WITHOUT_CYCLE).jsonPath().getInt("basis.completions")).isEqualTo(1);
    }
}
