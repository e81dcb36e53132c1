package cme.chassis.rebuild;

import static cme.chassis.projector.IncomingEvents.changed;
import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cme.chassis.projector.CounterProjection;
import cme.chassis.projector.DeadLetter;
import cme.chassis.projector.IncomingEvents;
import cme.test.stack.DatabaseOwner;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RebuildTest {

    private static final String PATH = "/v1/test-projection/rebuild";

    @Inject IncomingEvents events;
    @Inject Jdbi jdbi;

    private final String key = UUID.randomUUID().toString();
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void connect() {
        producer = events.producer();
    }

    @AfterEach
    void tidy() {
        producer.close();
        CounterProjection.antidote = false;
        DatabaseOwner.execute(KillOnceDuringRebuild.REMOVE);
    }

    private static RequestSpecification ops() {
        return given().auth().oauth2(TestTokens.ops());
    }

    private void sendAndAwait(String key, int revisions) {
        events.send(
                producer,
                key,
                IntStream.rangeClosed(1, revisions)
                        .mapToObj(r -> changed(key, r))
                        .toArray(String[]::new));
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(events.applied(key)).isEqualTo(revisions));
    }

    private static boolean isRunning() {
        return ops().get(PATH).path("state").equals("RUNNING");
    }

    private static JsonPath awaitFinished() {
        await().until(() -> !isRunning());
        return ops().get(PATH).then().statusCode(200).extract().jsonPath();
    }

    private void corrupt(String sql, String key) {
        assertThat((int) jdbi.withHandle(h -> h.execute(sql, key))).isEqualTo(1);
    }

    private static final String SPOIL = "update counter set applied = 77 where key = ?";
    private static final String LOSE = "delete from counter where key = ?";
    private static final String INVENT =
            "insert into counter (key, revision, applied) values (?, 1, 1)";

    @Test
    void wrongMissingAndInventedRowsAreCorrected() {
        sendAndAwait(key + "-right", 3);
        sendAndAwait(key + "-wrong", 2);
        sendAndAwait(key + "-lost", 4);
        corrupt(SPOIL, key + "-wrong");
        corrupt(LOSE, key + "-lost");
        corrupt(INVENT, key + "-invented");

        ops().post(PATH).then().statusCode(202).body("state", equalTo("RUNNING"));
        var finished = awaitFinished();

        assertThat(finished.getString("state")).isEqualTo("COMPLETE");
        assertThat(finished.getLong("done")).isEqualTo(finished.getLong("total")).isPositive();
        assertThat(events.applied(key + "-right")).isEqualTo(3);
        assertThat(events.applied(key + "-wrong")).isEqualTo(2);
        assertThat(events.applied(key + "-lost")).isEqualTo(4);
        assertThat(events.applied(key + "-invented")).isZero();
        assertThat(CounterProjection.exchanged.get())
                .contains(key + "-wrong", key + "-lost", key + "-invented")
                .doesNotContain(key + "-right");
        assertThat(finished.getLong("removed")).isGreaterThanOrEqualTo(2);
        assertThat(finished.getLong("added")).isGreaterThanOrEqualTo(2);

        ops().post(PATH).then().statusCode(202);
        var again = awaitFinished();
        assertThat(again.getLong("removed")).isZero();
        assertThat(again.getLong("added")).isZero();
        assertThat(CounterProjection.exchanged.get()).isEmpty();
    }

    @Test
    void theOldTableIsInUseUntilTheNewOneIsCompleteAndASecondRequestReturnsTheRunningRebuild() {
        sendAndAwait(key, 2);
        corrupt(SPOIL, key);
        try (var hold = holdingUpReading()) {
            long id = ops().post(PATH).then().statusCode(202).extract().jsonPath().getLong("id");
            ops().post(PATH)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo((int) id))
                    .body("state", equalTo("RUNNING"))
                    .body("finishedAt", nullValue());
            // New events are still applied to the table in use.
            sendAndAwait(key + "-new", 3);
            assertThat(events.applied(key)).isEqualTo(77);
            ops().get(PATH).then().body("state", equalTo("RUNNING"));
            hold.commit();
        }
        assertThat(awaitFinished().getString("state")).isEqualTo("COMPLETE");
        assertThat(events.applied(key)).isEqualTo(2);
        assertThat(events.applied(key + "-new")).isEqualTo(3);
    }

    /// Prevents the new tables from being made while the handle is open.
    private Handle holdingUpReading() {
        var hold = jdbi.open();
        hold.begin();
        hold.execute("lock table projection_rebuild_offset in exclusive mode");
        return hold;
    }

    @Test
    void aRebuildThatIsKilledWhileReadingResumes() {
        sendAndAwait(key, 5);
        corrupt(SPOIL, key);
        DatabaseOwner.execute(KillOnceDuringRebuild.WHILE_READING);
        ops().post(PATH).then().statusCode(202);
        assertThat(awaitFinished().getString("state")).isEqualTo("COMPLETE");
        assertThat(kills()).isGreaterThan(1);
        assertThat(events.applied(key)).isEqualTo(5);
    }

    @Test
    void aRebuildThatIsKilledDuringTheExchangeChangesNothingAndTriesAgain() {
        sendAndAwait(key, 5);
        corrupt(SPOIL, key);
        DatabaseOwner.execute(KillOnceDuringRebuild.WHILE_EXCHANGING);
        ops().post(PATH).then().statusCode(202);
        assertThat(awaitFinished().getString("state")).isEqualTo("COMPLETE");
        assertThat(kills()).isGreaterThan(1);
        assertThat(events.applied(key)).isEqualTo(5);
    }

    /// The number of times that the trigger ran. It kills the first time.
    private long kills() {
        return jdbi.withHandle(
                h -> h.select("select last_value from kill_once").mapTo(Long.class).one());
    }

    @Test
    void eventsDuringARebuildTakeEffectOnce() {
        List<String> sent = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            ops().post(PATH).then().statusCode(202);
            // From its beginning to its end, and some after it.
            for (int i = 0; i < 20 || isRunning(); i++) {
                sent.add("%s-%d-%d".formatted(key, round, i));
                sendAndAwait(sent.getLast(), 5);
            }
            assertThat(awaitFinished().getString("state")).isEqualTo("COMPLETE");
        }
        assertThat(sent).allSatisfy(one -> assertThat(events.applied(one)).isEqualTo(5));
        sendAndAwait(key + "-after", 2);
    }

    @Test
    void aTopicWithFewerEventsThanWereAppliedChangesNothing() {
        sendAndAwait(key, 2);
        corrupt(SPOIL, key);
        jdbi.useHandle(
                h ->
                        h.execute(
                                "insert into projection_offset values (?, 99, 5)",
                                CounterProjection.TOPIC));
        ops().post(PATH).then().statusCode(202);
        var finished = awaitFinished();
        assertThat(finished.getString("state")).isEqualTo("FAILED");
        assertThat(finished.getString("problem"))
                .contains("holds fewer events than were applied already", CounterProjection.TOPIC);
        assertThat(events.applied(key)).isEqualTo(77);
        jdbi.useHandle(h -> h.execute("delete from projection_offset where partition = 99"));
    }

    /// The topic was deleted. Its owner has not begun to publish everything again.
    @Test
    void aTopicThatIsEmptyAfterEventsWereAppliedChangesNothing() throws Exception {
        sendAndAwait(key, 2);
        events.makeTopicAgain();
        ops().post(PATH).then().statusCode(202);
        var finished = awaitFinished();
        assertThat(finished.getString("state")).isEqualTo("FAILED");
        assertThat(finished.getString("problem"))
                .contains("holds fewer events than were applied already", CounterProjection.TOPIC);
        assertThat(events.applied(key)).isEqualTo(2);
        sendAndAwait(key + "-later", 1);
    }

    /// The topic was deleted. Its owner has published a part of everything again.
    @Test
    void aTopicThatIsPublishedAgainChangesNothing() throws Exception {
        sendAndAwait(key, 2);
        events.makeTopicAgain();
        events.sendAgain(key + "-again", changed(key + "-again", 1));
        await().untilAsserted(() -> assertThat(events.applied(key + "-again")).isEqualTo(1));
        ops().post(PATH).then().statusCode(202);
        var finished = awaitFinished();
        assertThat(finished.getString("state")).isEqualTo("FAILED");
        assertThat(finished.getString("problem"))
                .contains("has been publishing them again since", CounterProjection.TOPIC);
        assertThat(events.applied(key)).isEqualTo(2);
        // The other tests rebuild.
        events.makeTopicAgain();
        sendAndAwait(key + "-later", 1);
    }

    @Test
    void deadLettersThatCanBeAppliedAreAppliedAndTheOthersStayOpen() {
        var poison = "poison-" + key;
        events.send(poison, changed(poison, 1));
        events.send(key, "[]");
        await().untilAsserted(() -> assertThat(events.deadLetters(key)).hasSize(1));
        await().untilAsserted(() -> assertThat(events.deadLetters(poison)).hasSize(1));
        CounterProjection.antidote = true;
        ops().post(PATH).then().statusCode(202);
        assertThat(awaitFinished().getString("state")).isEqualTo("COMPLETE");

        assertThat(events.applied(poison)).isEqualTo(1);
        assertThat(events.deadLetters(poison))
                .extracting(DeadLetter::state)
                .containsExactly(DeadLetter.State.APPLIED);
        assertThat(events.deadLetters(key))
                .extracting(DeadLetter::state)
                .containsExactly(DeadLetter.State.OPEN);
    }

    @Test
    void aRetryDuringARebuildIsRefused() {
        events.send(key, "[]");
        await().untilAsserted(() -> assertThat(events.deadLetters(key)).hasSize(1));
        long letter = events.deadLetters(key).getFirst().id();
        try (var hold = holdingUpReading()) {
            ops().post(PATH).then().statusCode(202);
            given().auth()
                    .oauth2(TestTokens.board())
                    .post("/v1/test-projection/dead-letters/" + letter + "/retry")
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("/rebuild-running"))
                    .body("detail", containsString("tries every dead letter"));
            hold.commit();
        }
        awaitFinished();
    }

    @Test
    void otherRolesAreRefused() {
        for (var method : List.of("GET", "POST")) {
            given().request(method, PATH).then().statusCode(401);
            for (var token : List.of(TestTokens.society("ASPS"), TestTokens.diplomate("012345"))) {
                given().auth().oauth2(token).request(method, PATH).then().statusCode(403);
            }
        }
        given().auth().oauth2(TestTokens.board()).post(PATH).then().statusCode(202);
        awaitFinished();
    }
}
