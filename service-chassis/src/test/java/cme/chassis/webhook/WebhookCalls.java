package cme.chassis.webhook;

import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import cme.chassis.eventlog.TestEvents;
import cme.test.stack.TestTokens;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;

/// The things that the tests of webhooks share: an owner, a receiver, and events of the owner.
abstract class WebhookCalls {

    @Inject EventLog log;
    @Inject Jdbi jdbi;

    final String key = UUID.randomUUID().toString();

    /// An owner for each test, so that the events of other tests do not matter.
    final String provider = "W-" + key.substring(0, 13).toUpperCase(Locale.ROOT);

    final Receiver receiver = Receiver.start();

    @AfterEach
    void close() {
        receiver.close();
        jdbi.useHandle(h -> h.execute("delete from webhook where owner = ?", provider));
    }

    RequestSpecification caller() {
        return given().header("Authorization", "Bearer " + TestTokens.society(provider))
                .contentType("application/json");
    }

    static String hook(String name) {
        return "/v1/test-webhooks/" + name;
    }

    /// @return its secret
    String put(String name, String url) {
        return caller().body("{\"url\": \"%s\"}".formatted(url))
                .put(hook(name))
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    NewEvent event(String subject, int revision) {
        var payload = "{\"provider\": \"%s\", \"revision\": %d}".formatted(provider, revision);
        return new NewEvent(subject, TestEvents.TYPE, payload, Instant.EPOCH, "test");
    }

    void append(String subject, int... revisions) {
        jdbi.useTransaction(
                handle ->
                        log.append(
                                handle,
                                IntStream.of(revisions).mapToObj(r -> event(subject, r)).toList()));
    }

    void awaitAccepted(String subject, Integer... revisions) {
        await().untilAsserted(
                        () -> assertThat(receiver.accepted(subject)).containsExactly(revisions));
    }

    void awaitState(String name, String state, String reason) {
        await().untilAsserted(
                        () ->
                                caller().get(hook(name))
                                        .then()
                                        .body("state", equalTo(state))
                                        .body("disabledReason", equalTo(reason)));
    }
}
