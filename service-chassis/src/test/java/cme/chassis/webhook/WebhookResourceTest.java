package cme.chassis.webhook;

import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import cme.chassis.eventlog.TestEvents;
import cme.chassis.webhook.Receiver.Received;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class WebhookResourceTest extends WebhookCalls {

    @Test
    void aNewSecretAndTheFormerOneSignForAWhile() {
        String former = put("rotated", receiver.url());
        String fresh =
                caller().post(hook("rotated") + "/secret")
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .body("secret", startsWith("whsec_"))
                        .extract()
                        .path("secret");
        append(key, 1);
        awaitAccepted(key, 1);
        assertThat(signatures(0)).containsExactly(signed(fresh, 0), signed(former, 0));
        jdbi.useHandle(
                h ->
                        h.execute(
                                "update webhook set former_secret_until = now() where owner = ?",
                                provider));
        append(key, 2);
        awaitAccepted(key, 1, 2);
        assertThat(signatures(1)).containsExactly(signed(fresh, 1));
    }

    private String[] signatures(int request) {
        return receiver.all().get(request).headers().get("webhook-signature").split(" ");
    }

    private String signed(String secret, int request) {
        Received received = receiver.all().get(request);
        var at = Instant.ofEpochSecond(Long.parseLong(received.headers().get("webhook-timestamp")));
        return new WebhookSecret(secret).signature(received.id(), at, received.body());
    }

    @Test
    void aTestIsSentAndADeliveryIsSentAgainWithTheSameId() {
        put("tried", receiver.url());
        String id =
                caller().post(hook("tried") + "/test")
                        .then()
                        .statusCode(202)
                        .body("type", equalTo("cme.webhook.test"))
                        .body("state", equalTo("WAITING"))
                        .extract()
                        .path("id");
        await().until(() -> receiver.all().size() == 1);
        caller().post(hook("tried") + "/deliveries/" + id + "/resend").then().statusCode(202);
        await().until(() -> receiver.all().size() == 2);
        assertThat(receiver.all()).allMatch(r -> r.id().equals(id));
        await().untilAsserted(
                        () ->
                                caller().get(hook("tried") + "/deliveries?state=DELIVERED")
                                        .then()
                                        .body("items.id", equalTo(List.of(id)))
                                        .body("items[0].attempts", equalTo(2))
                                        .body("items[0].status", equalTo(204)));
        caller().post(hook("tried") + "/deliveries/" + UUID.randomUUID() + "/resend")
                .then()
                .statusCode(404);
    }

    @Test
    void aWebhookIsPutListedAndRemoved() {
        put("one", receiver.url());
        String types =
                "{\"url\": \"%s\", \"types\": [\"%s\"]}".formatted(receiver.url(), TestEvents.TYPE);
        caller().body(types)
                .put(hook("two"))
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Cache-Control", "no-store");
        caller().body(types).put(hook("two")).then().statusCode(200);
        caller().get("/v1/test-webhooks?limit=1")
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("one")))
                .body("items[0]", not(hasKey("secret")));
        put("three", receiver.url());
        caller().body(types)
                .put(hook("four"))
                .then()
                .statusCode(409)
                .body("type", equalTo("https://problems.cme.example/too-many-webhooks"));
        caller().delete(hook("two") + "?reason=replaced").then().statusCode(204);
        caller().delete(hook("two")).then().statusCode(204);
        caller().get(hook("two")).then().statusCode(404);
        given().header("Authorization", "Bearer " + TestTokens.board())
                .get(hook("one"))
                .then()
                .statusCode(404);
        assertThat(logged())
                .doesNotContain("whsec_")
                .contains("cme.webhook.put", "deleted", "replaced");
    }

    private String logged() {
        return jdbi.withHandle(
                h ->
                        h.select(
                                        "select string_agg(type || payload::text, ',') from event_log"
                                                + " where key like ?",
                                        "webhook " + provider + "%")
                                .mapTo(String.class)
                                .one());
    }

    @Test
    void whatIsWrongWithAWebhookIsNamed() {
        caller().body("{\"url\": \"ftp://x.example\", \"types\": [\"no.such\"], \"sort\": 1}")
                .put(hook("wrong"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/url", "/types/0", "/sort"));
        caller().body("{}").put(hook("wrong")).then().statusCode(400);
        caller().body("{}").put("/v1/test-webhooks/not%20a%20name").then().statusCode(404);
    }
}
