package cme.chassis.feed;

import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import cme.chassis.eventlog.TestEvents;
import cme.chassis.http.Admission;
import cme.chassis.http.Cursor;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ChangeFeedTest {

    @Inject EventLog log;
    @Inject Jdbi jdbi;
    @Inject Admission admission;
    @Inject ChangeFeed feed;

    private final String key = UUID.randomUUID().toString();

    /// A society of its own for each test, so that the events of other tests do not matter.
    private final String provider = "P-" + key.substring(0, 13).toUpperCase(Locale.ROOT);

    private String cursor;

    @BeforeEach
    void begin() {
        cursor = changes("after=latest").getString("cursor");
    }

    private ValidatableResponse get(String query) {
        return given().header("Authorization", "Bearer " + TestTokens.society(provider))
                .get("/v1/test-changes?" + query)
                .then();
    }

    private JsonPath changes(String query) {
        return get(query).statusCode(200).extract().jsonPath();
    }

    private List<Integer> revisionsAfterCursor() {
        JsonPath changes = changes("after=" + cursor);
        cursor = changes.getString("cursor");
        return changes.getList("items.data.revision");
    }

    private NewEvent event(String owner, int revision) {
        var payload =
                "{\"provider\": \"%s\", \"revision\": %d, \"credits\": 1.50}"
                        .formatted(owner, revision);
        return new NewEvent(
                key, TestEvents.TYPE, payload, Instant.parse("2026-11-23T10:00:00.5Z"), "test");
    }

    private void append(int... revisions) {
        jdbi.useTransaction(handle -> append(handle, revisions));
    }

    private void append(Handle handle, int... revisions) {
        log.append(handle, IntStream.of(revisions).mapToObj(r -> event(provider, r)).toList());
    }

    @Test
    void eventsComeInOrderAsCloudEvents() {
        append(1, 2, 3);
        var items =
                get("after=" + cursor)
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .body("items.data.revision", equalTo(List.of(1, 2, 3)))
                        .extract()
                        .jsonPath();
        assertThat(items.getMap("items[0]"))
                .containsEntry("specversion", "1.0")
                .containsEntry("source", "/service-chassis")
                .containsEntry("type", TestEvents.TYPE)
                .containsEntry("subject", key)
                .containsEntry("time", "2026-11-23T10:00:00.500Z")
                .containsEntry("datacontenttype", "application/json")
                .containsKeys("id", "data");
        assertThat(items.getString("items[0].data.provider")).isEqualTo(provider);
    }

    @Test
    void aPageEndsWhereTheNextOneBegins() {
        append(1, 2, 3);
        JsonPath first = changes("limit=2&after=" + cursor);
        assertThat(first.getList("items.data.revision")).isEqualTo(List.of(1, 2));
        cursor = first.getString("cursor");
        assertThat(revisionsAfterCursor()).containsExactly(3);
        assertThat(revisionsAfterCursor()).isEmpty();
    }

    @Test
    void aPageOfLargeEventsIsCutAndNothingIsLost() throws IOException {
        var padding = "x".repeat(50_000);
        var payload = "{\"provider\": \"%s\", \"text\": \"%s\"}".formatted(provider, padding);
        var large = new NewEvent(key, TestEvents.TYPE, payload, Instant.EPOCH, "test");
        var events = IntStream.range(0, 200).mapToObj(_ -> large).toList();
        jdbi.useTransaction(handle -> log.append(handle, events));
        int seen = 0;
        int pages = 0;
        JsonNode page;
        do {
            // A JsonPath would read these megabytes once for each field.
            var answer = get("limit=500&after=" + cursor).statusCode(200).extract();
            page = new ObjectMapper().readTree(answer.asByteArray());
            cursor = page.path("cursor").asText();
            seen += page.path("items").size();
            pages++;
        } while (!page.path("items").isEmpty());
        assertThat(seen).isEqualTo(200);
        assertThat(pages).isEqualTo(4);
    }

    @Test
    void onlyOwnEventsAreSeenAndTheCursorPassesTheOthers() {
        jdbi.useTransaction(handle -> log.append(handle, List.of(event("another", 1))));
        String before = cursor;
        assertThat(revisionsAfterCursor()).isEmpty();
        assertThat(cursor).isNotEqualTo(before);
        given().header("Authorization", "Bearer " + TestTokens.board())
                .get("/v1/test-changes?after=" + before)
                .then()
                .statusCode(200)
                .body("items.subject", hasItem(key));
    }

    @Test
    void anotherTypeIsNotInTheFeed() {
        var payload = "{\"provider\": \"%s\"}".formatted(provider);
        var audit = new NewEvent(key, "test.audit", payload, Instant.EPOCH, "test");
        jdbi.useTransaction(handle -> log.append(handle, List.of(audit)));
        append(1);
        assertThat(revisionsAfterCursor()).containsExactly(1);
    }

    @Test
    void aTransactionThatCommitsLateIsNotSkipped() {
        try (var late = jdbi.open()) {
            late.begin();
            append(late, 1);
            append(2, 3);
            assertThat(revisionsAfterCursor()).isEmpty();
            late.commit();
        }
        await().untilAsserted(
                        () -> assertThat(changes("after=" + cursor).getList("items")).hasSize(3));
        assertThat(revisionsAfterCursor()).containsExactly(1, 2, 3);
    }

    @Test
    void readersThatReadWhileTenWritersCommitOutOfOrderMissNothing() throws Exception {
        int writers = 10;
        int transactions = 40;
        var threads = new ArrayList<Thread>();
        for (int w = 0; w < writers; w++) {
            int first = w * transactions;
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () ->
                                            IntStream.range(0, transactions)
                                                    .forEach(i -> appendSlowly(first + i))));
        }
        var seen = new ArrayList<Integer>();
        await().pollInterval(Duration.ofMillis(5))
                .until(
                        () -> {
                            seen.addAll(revisionsAfterCursor());
                            return threads.stream().noneMatch(Thread::isAlive);
                        });
        await().until(
                        () -> {
                            seen.addAll(revisionsAfterCursor());
                            return seen.size() >= writers * transactions;
                        });
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, writers * transactions).boxed().toList());
        for (int w = 0; w < writers; w++) {
            int first = w * transactions;
            assertThat(seen.stream().filter(r -> r >= first && r < first + transactions))
                    .isSorted();
        }
    }

    /// Some transactions stay open for a while after they have drawn their numbers.
    private void appendSlowly(int revision) {
        jdbi.useTransaction(
                handle -> {
                    append(handle, revision);
                    handle.execute("select pg_sleep(?)", revision % 7 == 0 ? 0.03 : 0.001);
                });
    }

    @Test
    void aLongPollAnswersAsSoonAsSomethingComes() throws Exception {
        int before = admission.inWork();
        var poll = CompletableFuture.supplyAsync(() -> changes("wait=30&after=" + cursor));
        await().during(Duration.ofMillis(300)).until(() -> !poll.isDone());
        assertThat(admission.inWork()).isEqualTo(before);
        append(1);
        // Well before the thirty seconds after which it would answer in any case.
        assertThat(poll.get(20, TimeUnit.SECONDS).getList("items.data.revision"))
                .isEqualTo(List.of(1));
        await().untilAsserted(() -> assertThat(admission.inWork()).isEqualTo(before));
    }

    @Test
    void aLongPollIsNotEndedByTheEventsOfOthers() {
        var poll = CompletableFuture.supplyAsync(() -> changes("wait=2&after=" + cursor));
        jdbi.useTransaction(handle -> log.append(handle, List.of(event("another", 1))));
        JsonPath nothing = poll.join();
        assertThat(nothing.getList("items")).isEmpty();
        assertThat(nothing.getString("cursor")).isNotEqualTo(cursor);
    }

    /// More than the pool has connections, and more than are admitted at once.
    @Test
    void thirtyLongPollsLeaveTheServiceToOthers() {
        int before = feed.waiting();
        var polls = new ArrayList<CompletableFuture<JsonPath>>();
        while (polls.size() < 30) {
            for (int i = 0; i < 10; i++) {
                polls.add(
                        CompletableFuture.supplyAsync(
                                () -> changes("wait=30&after=" + cursor),
                                task -> Thread.ofVirtual().start(task)));
            }
            await().until(() -> feed.waiting() == before + polls.size());
        }
        await().untilAsserted(() -> assertThat(admission.inWork()).isZero());
        get("after=" + cursor).statusCode(200);
        append(1);
        assertThat(polls)
                .allSatisfy(
                        poll -> assertThat(poll.get().getList("items.data.revision")).hasSize(1));
    }

    @Test
    void aCursorThatNamesNothingIsRefused() {
        String ofAnotherFeed = Cursor.of("1", "").encoded("other.topic");
        String ofAnotherEntry = Cursor.of("1", "x").encoded("test.counters.v1");
        for (String wrong : List.of("nonsense", ofAnotherFeed, ofAnotherEntry)) {
            get("after=" + wrong)
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/after"))
                    .body("errors[0].code", equalTo("cursor.unknown"));
        }
    }

    @Test
    void theQueryIsReadStrictly() {
        get("wait=31").statusCode(400).body("errors[0].pointer", equalTo("/wait"));
        get("limit=0").statusCode(400).body("errors[0].pointer", equalTo("/limit"));
        get("cursor=x").statusCode(400).body("errors[0].pointer", equalTo("/cursor"));
    }
}
