package cme.chassis.webhook;

import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cme.chassis.eventlog.NewEvent;
import cme.chassis.eventlog.TestEvents;
import cme.chassis.webhook.Receiver.Received;
import cme.chassis.webhook.Receiver.Reply;
import cme.test.stack.DatabaseOwner;
import cme.test.stack.LocalStackResource;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class WebhookTest extends WebhookCalls {

    @Test
    void anEventIsPostedAsACloudEventWithASignature() throws Exception {
        String secret = put("a", receiver.url());
        append(key, 1);
        awaitAccepted(key, 1);

        Received received = receiver.all().getFirst();
        assertThat(received.path()).isEqualTo("/hook?of=test");
        assertThat(received.headers()).containsEntry("content-type", "application/json");
        long timestamp = Long.parseLong(received.headers().get("webhook-timestamp"));
        assertThat(Instant.ofEpochSecond(timestamp)).isAfter(Instant.now().minusSeconds(60));
        // Throws unless the library of the standard takes the signature.
        new Webhook(secret).verify(received.body(), received.headerLists());
        var other = new Webhook("whsec_" + "A".repeat(32));
        assertThatThrownBy(() -> other.verify(received.body(), received.headerLists()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThat(received.body())
                .contains("\"specversion\":\"1.0\"", "\"id\":\"" + received.id() + "\"");
    }

    @Test
    void aWebhookIsToldOfWhatComesAfterItAndOfItsOwnOnly() {
        append(key, 1);
        put("own", receiver.url());
        jdbi.useTransaction(
                handle ->
                        log.append(
                                handle,
                                List.of(
                                        new NewEvent(
                                                key,
                                                TestEvents.TYPE,
                                                "{\"provider\": \"other\", \"revision\": 2}",
                                                Instant.EPOCH,
                                                "test"))));
        append(key, 3);
        awaitAccepted(key, 3);
    }

    @Test
    void nothingIsLostWhileAReceiverIsDownAndTheOrderIsKept() {
        int port = receiver.port();
        put("down", receiver.url());
        receiver.close();
        append(key, 1, 2, 3);
        append(key + "-other", 1, 2);
        await().untilAsserted(
                        () ->
                                caller().get(hook("down") + "/deliveries?state=WAITING")
                                        .then()
                                        .statusCode(200)
                                        .body(
                                                "items.problem",
                                                hasItems("The connection was refused")));
        append(key, 4);
        try (var back = Receiver.onPort(port)) {
            await().untilAsserted(
                            () -> {
                                assertThat(back.accepted(key)).containsExactly(1, 2, 3, 4);
                                assertThat(back.accepted(key + "-other")).containsExactly(1, 2);
                            });
            caller().get(hook("down"))
                    .then()
                    .body("waiting", equalTo(0))
                    .body("failingSince", nullValue());
        }
    }

    @Test
    void anEventThatIsRefusedHoldsBackItsOwnSubjectOnly() {
        var isRefusing = new ConcurrentHashMap<String, Boolean>();
        isRefusing.put(key, true);
        receiver.answer(r -> Reply.of(r.subject().equals(key) && isRefusing.get(key) ? 500 : 200));
        put("refusing", receiver.url());
        append(key, 1);
        append(key + "-other", 1, 2, 3);
        append(key, 2);
        awaitAccepted(key + "-other", 1, 2, 3);
        assertThat(receiver.accepted(key)).isEmpty();
        assertThat(receiver.all()).noneMatch(r -> r.subject().equals(key) && r.revision() == 2);
        isRefusing.put(key, false);
        awaitAccepted(key, 1, 2);
        long attempts =
                receiver.all().stream()
                        .filter(r -> r.revision() == 1)
                        .map(Received::id)
                        .distinct()
                        .count();
        assertThat(attempts).isEqualTo(2);
    }

    @Test
    void moreEventsThanMayWaitAreTakenFromTheLogLater() {
        int port = receiver.port();
        put("many", receiver.url());
        receiver.close();
        append(key, IntStream.rangeClosed(1, 70).toArray());
        await().untilAsserted(() -> caller().get(hook("many")).then().body("waiting", equalTo(20)));
        try (var back = Receiver.onPort(port)) {
            await().untilAsserted(
                            () ->
                                    assertThat(back.accepted(key))
                                            .containsExactlyElementsOf(
                                                    IntStream.rangeClosed(1, 70).boxed().toList()));
        }
        await().until(() -> kept("many") <= 31);
    }

    /// As after a restore of the database to a moment when less had been taken from the log.
    @Test
    void aCursorThatWasSetBackLosesNothing() {
        receiver.answer(_ -> Reply.of(500));
        put("back", receiver.url());
        append(key, IntStream.rangeClosed(1, 5).toArray());
        await().until(() -> kept("back") == 5);
        jdbi.useTransaction(
                h -> {
                    h.execute(
                            "update webhook set last_seq = last_seq - 5 where owner = ?", provider);
                    h.execute(
                            "delete from webhook_delivery where subject = ? and id > (select"
                                    + " min(id) + 2 from webhook_delivery where subject = ?)",
                            key,
                            key);
                });
        append(key, IntStream.rangeClosed(6, 40).toArray());
        receiver.answer(_ -> Reply.of(200));
        awaitAccepted(key, IntStream.rangeClosed(1, 40).boxed().toArray(Integer[]::new));
    }

    private int kept(String name) {
        return jdbi.withHandle(
                h ->
                        h.select(
                                        "select count(*) from webhook_delivery d join webhook w on"
                                                + " w.id = d.webhook where w.owner = ? and w.name = ?",
                                        provider,
                                        name)
                                .mapTo(Integer.class)
                                .one());
    }

    @Test
    void aSlowReceiverDoesNotHoldUpAnother() {
        var release = new CountDownLatch(1);
        try (var slow = Receiver.start()) {
            slow.answer(
                    _ -> {
                        awaitQuietly(release);
                        return Reply.of(200);
                    });
            put("slow", slow.url());
            put("quick", receiver.url());
            append(key, 1, 2, 3);
            awaitAccepted(key, 1, 2, 3);
            assertThat(slow.all()).isEmpty();
            await().untilAsserted(
                            () ->
                                    caller().get(hook("slow") + "/deliveries")
                                            .then()
                                            .body("items.problem", hasItems("No answer in time")));
            release.countDown();
            await().untilAsserted(() -> assertThat(slow.accepted(key)).containsExactly(1, 2, 3));
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void goneDisablesAtOnceAndAPutGoesOnWhereItWas() {
        receiver.answer(_ -> Reply.of(410));
        put("gone", receiver.url());
        append(key, 1);
        awaitState("gone", "DISABLED", "GONE");
        append(key, 2);
        caller().post(hook("gone") + "/test")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://problems.cme.example/webhook-disabled"));
        assertThat(receiver.all()).hasSize(1);

        receiver.answer(_ -> Reply.of(200));
        String again = "{\"url\": \"%s\"}".formatted(receiver.url());
        caller().body(again).put(hook("gone")).then().statusCode(428);
        caller().body(again)
                .header("If-Match", "\"1\"")
                .put(hook("gone"))
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("", not(hasKey("secret")));
        awaitAccepted(key, 1, 2);
    }

    @Test
    void aVersionThatIsNotThereIsNeitherChangedNorRemoved() {
        String body = "{\"url\": \"%s\"}".formatted(receiver.url());
        for (String seen : List.of("*", "\"1\"")) {
            caller().body(body)
                    .header("If-Match", seen)
                    .put(hook("unseen"))
                    .then()
                    .statusCode(412)
                    .body("type", equalTo("https://problems.cme.example/stale"));
        }
        caller().get(hook("unseen")).then().statusCode(404);
        caller().body(body).put(hook("unseen")).then().statusCode(201);
        caller().header("If-Match", "\"2\"").delete(hook("unseen")).then().statusCode(412);
        caller().get(hook("unseen")).then().statusCode(200);
        caller().header("If-Match", "\"1\"").delete(hook("unseen")).then().statusCode(204);
        caller().header("If-Match", "\"1\"").delete(hook("unseen")).then().statusCode(204);
    }

    @Test
    void aReceiverThatRefusesForThreeDaysIsDisabled() {
        receiver.answer(_ -> Reply.of(503));
        put("failing", receiver.url());
        append(key, 1);
        await().until(() -> receiver.all().size() >= 2);
        caller().get(hook("failing"))
                .then()
                .body("state", equalTo("ACTIVE"))
                .body("failingSince", org.hamcrest.Matchers.notNullValue());
        failedSince("interval '71 hours'");
        int before = receiver.all().size();
        await().until(() -> receiver.all().size() >= before + 2);
        caller().get(hook("failing")).then().body("state", equalTo("ACTIVE"));
        failedSince("interval '72 hours'");
        awaitState("failing", "DISABLED", "FAILING");
    }

    private void failedSince(String interval) {
        jdbi.useHandle(
                h ->
                        h.execute(
                                "update webhook_delivery set first_attempt_at = now() - "
                                        + interval
                                        + " where subject = ?",
                                key));
    }

    @Test
    void aRedirectIsNotFollowed() {
        receiver.answer(
                r ->
                        r.path().startsWith("/hook")
                                ? new Reply(307, "Location", "/elsewhere")
                                : Reply.of(200));
        put("redirect", receiver.url());
        append(key, 1);
        await().until(() -> receiver.all().size() >= 2);
        assertThat(receiver.all()).allMatch(r -> r.path().startsWith("/hook"));
        caller().get(hook("redirect") + "/deliveries").then().body("items.status", hasItems(307));
    }

    @Test
    void retryAfterIsHonoured() {
        receiver.answer(_ -> new Reply(429, "Retry-After", "3600"));
        put("later", receiver.url());
        append(key, 1);
        await().untilAsserted(
                        () ->
                                caller().get(hook("later") + "/deliveries")
                                        .then()
                                        .body("items[0].status", equalTo(429)));
        Instant next =
                Instant.parse(
                        caller().get(hook("later") + "/deliveries").path("items[0].nextAttemptAt"));
        assertThat(next).isAfter(Instant.now().plusSeconds(3500));
    }

    @Test
    void anEventWhoseDeliveryWasNotRecordedIsSentAgainAndTheOrderIsKept() {
        put("killed", receiver.url());
        DatabaseOwner.execute(KILL_ONCE.formatted(key));
        try {
            append(key, 1, 2, 3);
            awaitAccepted(key, 1, 2, 3);
            assertThat(receiver.all()).hasSize(4);
            assertThat(receiver.all().get(0).id()).isEqualTo(receiver.all().get(1).id());
        } finally {
            DatabaseOwner.execute(
                    "drop function kill_delivery() cascade", "drop sequence kill_delivery_once");
        }
    }

    /// Kills the session that records the first delivery, as a crash of the service would.
    private static final String KILL_ONCE =
            """
            create sequence kill_delivery_once;
            create function kill_delivery() returns trigger language plpgsql security definer as $$
            begin
                if new.subject = '%s' and nextval('kill_delivery_once') = 1 then
                    perform pg_terminate_backend(pg_backend_pid());
                end if;
                return new;
            end $$;
            create trigger kill_delivery before update on webhook_delivery for each row
            execute function kill_delivery();
            """;

    @Test
    void anotherSessionTakesOverWhenTheLeaderLosesItsOwn() {
        put("led", receiver.url());
        append(key, 1);
        awaitAccepted(key, 1);
        jdbi.useHandle(WebhookTest::endLeaders);
        append(key, 2);
        awaitAccepted(key, 1, 2);
    }

    private static void endLeaders(Handle handle) {
        handle.createQuery(
                        """
                        select pg_terminate_backend(l.pid) from pg_locks l
                        join pg_stat_activity a using (pid)
                        where l.locktype = 'advisory' and a.datname = current_database()
                        """)
                .mapTo(Boolean.class)
                .list();
    }
}
