package cme.chassis.eventlog;

import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import cme.test.contract.TopicReader;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An event that is too large for Kafka is refused before it is in the log, and Kafka accepts every
/// event in the log. The limit is 64 KiB here.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class MessageSizeTest {

    private static final int LIMIT_BYTES = 64 * 1024;

    @Inject Jdbi jdbi;

    private final String key = UUID.randomUUID().toString();

    /// Texts, and lists to which the database adds spaces.
    @ParameterizedTest
    @ValueSource(strings = {"x", "ü", "\uD83E\uDE7A", "\",\"", "\",\"ü,:"})
    void theLargestAcceptedEventIsPublished(String part) {
        int largest = largest(part);

        post(list(part, largest)).statusCode(204);
        post(list(part, largest + 1))
                .statusCode(413)
                .body("type", endsWith("/too-large"))
                .body("detail", containsString("65,536 bytes"));

        try (var topic = new TopicReader(TestKafka.settings(), TestTopic.NAME)) {
            await().untilAsserted(() -> assertThat(topic.of(key)).hasSize(1));
        }
        assertThat(logged()).isEqualTo(1);
    }

    private ValidatableResponse post(String json) {
        return given().contentType("application/json; charset=UTF-8")
                .body(json)
                .post("/v1/notes/" + key)
                .then();
    }

    /// A list of texts, each of which is the part a hundred times.
    private static String list(String part, int parts) {
        return "{\"l\":[\"" + (part.repeat(100) + "\",\"").repeat(parts) + "\"]}";
    }

    private int largest(String part) {
        int parts = 0;
        while (MessageSize.bound(event(list(part, parts + 1))) <= LIMIT_BYTES) {
            parts++;
        }
        return parts;
    }

    private NewEvent event(String payload) {
        return new NewEvent(key, TestEvents.TYPE, payload, Instant.EPOCH, "test");
    }

    private int logged() {
        return jdbi.withHandle(
                handle ->
                        handle.select("select count(*) from event_log where key = ?", key)
                                .mapTo(Integer.class)
                                .one());
    }
}
