package cme.chassis.eventlog;

import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cme.chassis.kafka.ReplayMark;
import cme.test.contract.TopicReader;
import cme.test.stack.DatabaseOwner;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestKafka;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ReplayTest {

    private static final String PATH = "/v1/test-publications/replay";

    @Inject EventLog log;
    @Inject Jdbi jdbi;
    @Inject Backlog backlog;

    private final String key = UUID.randomUUID().toString();
    private TopicReader topic;

    @BeforeEach
    void read() {
        topic = new TopicReader(TestKafka.settings(), TestTopic.NAME);
    }

    @AfterEach
    void close() {
        topic.close();
    }

    private static RequestSpecification ops() {
        return given().auth().oauth2(TestTokens.ops());
    }

    private void append(Instant at, int... revisions) {
        var events =
                IntStream.of(revisions)
                        .mapToObj(r -> TestEvents.of(key, r))
                        .map(e -> new NewEvent(e.key(), e.type(), e.payload(), at, "test"))
                        .toList();
        jdbi.useTransaction(handle -> log.append(handle, events));
    }

    private List<Integer> published() {
        return topic.of(key).stream().map(ReplayTest::revision).toList();
    }

    private static int revision(ConsumerRecord<String, String> record) {
        return Integer.parseInt(record.value().replaceAll(".*: (\\d+)}", "$1"));
    }

    private void awaitAllPublished() {
        await().untilAsserted(() -> assertThat(backlog.events()).isZero());
    }

    private static void awaitComplete() {
        await().untilAsserted(
                        () ->
                                ops().get(PATH)
                                        .then()
                                        .statusCode(200)
                                        .body("state", equalTo("COMPLETE")));
    }

    @Test
    void allEventsArePublishedAgainInTheirOrder() {
        append(Instant.EPOCH, 1, 2, 3);
        awaitAllPublished();

        ops().post(PATH)
                .then()
                .statusCode(202)
                .body("state", equalTo("RUNNING"))
                .body("requestedBy", equalTo("ops"))
                .body("finishedAt", nullValue());

        await().untilAsserted(() -> assertThat(published()).containsExactly(1, 2, 3, 1, 2, 3));
        assertThat(topic.of(key).stream().map(ReplayMark::isOn))
                .containsExactly(false, false, false, true, true, true);
        awaitComplete();
        var complete = ops().get(PATH).jsonPath();
        assertThat(complete.getLong("done")).isEqualTo(complete.getLong("total")).isPositive();
    }

    @Test
    void aReplayCanBeginAtAnInstant() {
        append(Instant.parse("2200-01-01T00:00:00Z"), 1);
        append(Instant.parse("2200-01-02T00:00:00Z"), 2);
        awaitAllPublished();
        ops().queryParam("from", "2200-01-02T00:00:00Z")
                .post(PATH)
                .then()
                .statusCode(202)
                .body("from", equalTo("2200-01-02T00:00:00Z"));
        await().untilAsserted(() -> assertThat(published()).containsExactly(1, 2, 2));
        awaitComplete();
    }

    @Test
    void aSecondRequestReturnsTheRunningReplay() {
        append(Instant.EPOCH, 1);
        awaitAllPublished();
        try (var hold = Jdbi.create(DatabaseOwner::connect).open()) {
            // The publisher waits while it cannot read the log.
            hold.begin();
            hold.execute("lock table event_log in access exclusive mode");
            long id = jdbi.withHandle(h -> h.createQuery(RUNNING_REPLAY).mapTo(Long.class).one());
            ops().post(PATH).then().statusCode(200).body("id", equalTo((int) id));
            hold.commit();
        }
        awaitComplete();
    }

    private static final String RUNNING_REPLAY =
            """
            insert into event_replay
                (requested_at, requested_by, last_seq, end_seq, total)
            values (now(), 'test', 0, 1, 0) returning id
            """;

    @Test
    void newEventsDoNotWaitForAReplayAndRevisionsFirstAppearInTheirOrder() {
        jdbi.useTransaction(
                handle ->
                        log.append(
                                handle,
                                IntStream.range(0, 20_000)
                                        .mapToObj(i -> TestEvents.of(key + "-filler", 1))
                                        .toList()));
        append(Instant.EPOCH, 1, 2);
        awaitAllPublished();
        ops().post(PATH).then().statusCode(202);
        IntStream.rangeClosed(3, 50).forEach(r -> append(Instant.EPOCH, r));
        awaitComplete();
        awaitAllPublished();
        await().untilAsserted(
                        () ->
                                assertThat(published().stream().distinct())
                                        .containsExactlyElementsOf(
                                                IntStream.rangeClosed(1, 50).boxed().toList()));
    }

    @Test
    void theNextPublisherResumesTheReplay() {
        append(Instant.EPOCH, 1, 2);
        awaitAllPublished();
        DatabaseOwner.execute(KillOnce.ON_ADVANCE_OF_REPLAY);
        try {
            ops().post(PATH).then().statusCode(202);
            awaitComplete();
            assertThat(reached()).isGreaterThan(1);
            await().untilAsserted(() -> assertThat(published()).containsSubsequence(1, 2, 1, 2));
        } finally {
            DatabaseOwner.execute(KillOnce.REMOVE);
        }
    }

    /// The number of attempts to move the cursor of a replay. The connection died at the first one.
    private long reached() {
        return jdbi.withHandle(
                h -> h.select("select last_value from kill_once").mapTo(Long.class).one());
    }

    @Test
    void otherRolesAreRefused() {
        for (var method : List.of("GET", "POST")) {
            given().request(method, PATH).then().statusCode(401);
            for (var token :
                    List.of(
                            TestTokens.society("ASPS"),
                            TestTokens.diplomate("012345"),
                            TestTokens.of("stranger", Map.of()))) {
                given().auth()
                        .oauth2(token)
                        .request(method, PATH)
                        .then()
                        .statusCode(403)
                        .body("type", endsWith("/forbidden"));
            }
        }
        given().auth().oauth2(TestTokens.board()).post(PATH).then().statusCode(202);
        awaitComplete();
        given().auth().oauth2(TestTokens.board()).get(PATH).then().statusCode(200);
    }

    @Test
    void anInvalidInstantIsRefused() {
        ops().queryParam("from", "yesterday")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("instant.format"));
        ops().queryParam("since", "x").post(PATH).then().statusCode(400);
    }
}
