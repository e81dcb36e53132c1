package cme.chassis.projector;

import static cme.chassis.projector.IncomingEvents.changed;
import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import cme.chassis.kafka.EventKeys;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestKafka;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Events that no key of the topic's owner has signed as they are. Whoever wrote them could write
/// to the topic.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class NotAuthenticTest {

    private static final String LETTERS = "/v1/test-projection/dead-letters/";
    private static final String REBUILD = "/v1/test-projection/rebuild";

    @Inject IncomingEvents incoming;
    @Inject EventKeys keys;
    @Inject DeadLetters deadLetters;
    @Inject Jdbi jdbi;

    private final String key = UUID.randomUUID().toString();

    private ProducerRecord<byte[], byte[]> genuine() {
        return incoming.signed(
                "test.changed", key.getBytes(UTF_8), changed(key, 1).getBytes(UTF_8));
    }

    /// Sends the event and a genuine one after it, and waits until the latter took effect.
    private DeadLetter refused(ProducerRecord<byte[], byte[]> event) {
        int open = deadLetters.notAuthentic();
        try (var producer = incoming.producer()) {
            producer.send(event);
        }
        await().untilAsserted(() -> assertThat(incoming.deadLetters(key)).hasSize(1));
        DeadLetter letter = incoming.deadLetters(key).getFirst();
        assertThat(letter.reason()).isEqualTo("not-authentic");
        assertThat(letter.state()).isEqualTo(DeadLetter.State.OPEN);
        assertThat(deadLetters.notAuthentic()).isEqualTo(open + 1);
        assertThat(incoming.applied(key)).isZero();
        return letter;
    }

    private static void replace(ProducerRecord<?, ?> event, String header, String value) {
        event.headers().remove(header);
        event.headers().add(header, value.getBytes(UTF_8));
    }

    @Test
    void aForgedEventIsNeverAppliedNotEvenByARetryOrARebuild() {
        var forged =
                new ProducerRecord<>(
                        CounterProjection.TOPIC,
                        key.getBytes(UTF_8),
                        changed(key, 900).getBytes(UTF_8));
        replace(forged, "ce_type", "test.changed");
        DeadLetter letter = refused(forged);

        retry(letter)
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("reason", equalTo("not-authentic"));
        rebuild();
        assertThat(incoming.applied(key)).isZero();
        assertThat(incoming.deadLetters(key))
                .extracting(DeadLetter::state)
                .containsExactly(DeadLetter.State.OPEN);
    }

    /// A version that knew no signatures kept the letter. That says nothing about who wrote it.
    @Test
    void aLetterOfAnEarlierVersionKeepsItsReasonUntilARebuildFindsItsSignature() {
        incoming.send(key, "[]");
        await().untilAsserted(() -> assertThat(incoming.deadLetters(key)).hasSize(1));
        DeadLetter letter = incoming.deadLetters(key).getFirst();
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "update dead_letter set attributes = null, type = null where id = ?",
                                letter.id()));
        int notAuthentic = deadLetters.notAuthentic();

        retry(letter).statusCode(409).body("type", endsWith("/dead-letter-unsigned"));
        DeadLetter kept = incoming.deadLetters(key).getFirst();
        assertThat(kept.reason()).isEqualTo("The event is not a JSON object");
        assertThat(kept.state()).isEqualTo(DeadLetter.State.OPEN);
        assertThat(deadLetters.notAuthentic()).isEqualTo(notAuthentic);

        rebuild();
        assertThat(incoming.deadLetters(key).getFirst().type()).isEqualTo("test.changed");
        retry(letter).statusCode(200).body("reason", equalTo("The event is not a JSON object"));
    }

    private static ValidatableResponse retry(DeadLetter letter) {
        return given().auth()
                .oauth2(TestTokens.board())
                .post(LETTERS + letter.id() + "/retry")
                .then();
    }

    private static void rebuild() {
        given().auth().oauth2(TestTokens.ops()).post(REBUILD).then().statusCode(202);
        await().untilAsserted(
                        () ->
                                given().auth()
                                        .oauth2(TestTokens.ops())
                                        .get(REBUILD)
                                        .then()
                                        .body("state", equalTo("COMPLETE")));
    }

    @Test
    void anAlteredPayloadIsRefused() {
        var event = genuine();
        var altered =
                new ProducerRecord<>(
                        event.topic(),
                        null,
                        event.key(),
                        changed(key, 900).getBytes(UTF_8),
                        event.headers());
        refused(altered);
    }

    @Test
    void anAlteredAttributeIsRefused() {
        var event = genuine();
        replace(event, "ce_type", "test.changed.twice");
        refused(event);
    }

    @Test
    void anEventOfAnotherTopicIsRefused() {
        byte[] value = changed(key, 1).getBytes(UTF_8);
        var event = new ProducerRecord<>(CounterProjection.TOPIC, key.getBytes(UTF_8), value);
        keys.sign("test.counters.v1", key, Map.of("ce_type", "test.changed"), value)
                .forEach((name, text) -> replace(event, name, text));
        refused(event);
    }

    @Test
    void anUnknownKeyIsRefused() {
        var event = genuine();
        replace(event, EventKeys.KEY_ID, "of-tomorrow");
        refused(event);
    }

    @Test
    void aFormerKeyIsAcceptedWhileItIsInTheSettings() throws Exception {
        byte[] value = changed(key, 1).getBytes(UTF_8);
        var event = new ProducerRecord<>(CounterProjection.TOPIC, key.getBytes(UTF_8), value);
        new FormerKey(new SecretKeySpec(formerSecret(), "HmacSHA256"))
                .sign(CounterProjection.TOPIC, key, Map.of("ce_type", "test.changed"), value)
                .forEach((name, text) -> replace(event, name, text));
        try (var producer = incoming.producer()) {
            producer.send(event);
        }
        await().untilAsserted(() -> assertThat(incoming.applied(key)).isEqualTo(1));
    }

    private static byte[] formerSecret() {
        return TestKafka.secret("test", TestKafka.FORMER_KEY).getBytes(UTF_8);
    }
}
