package cme.credit.matching;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static cme.credit.matching.Asking.born;
import static cme.credit.matching.Asking.dryRun;
import static cme.credit.matching.Asking.post;
import static cme.credit.matching.Asking.roster;
import static cme.credit.matching.Asking.row;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import cme.credit.KnownProviders;
import cme.credit.People;
import cme.test.access.AccessRecord;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The provider of these tests may miss ten times a day.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class MissQuotaTest {
    private static final String PROVIDER = "FEWMISSES";

    @Inject Jdbi jdbi;
    @Inject KnownProviders providers;

    @BeforeEach
    void nothingIsSpent() {
        providers.add(PROVIDER);
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "delete from quota_bucket where id like 'misses:%:FEWMISSES'"));
    }

    private static String nobody() {
        return row("N" + UUID.randomUUID().toString().substring(0, 8), "Nosuchname", null);
    }

    private static List<String> nobody(int rows) {
        return Collections.nCopies(rows, "").stream().map(_ -> nobody()).toList();
    }

    private static void spendAll() {
        dryRun(PROVIDER, nobody(10)).statusCode(200);
    }

    @Test
    void aDryRunSaysWhatIsLeftOfTheQuota() {
        dryRun(PROVIDER, nobody(3))
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"misses\";q=10;w=86400"))
                .header("RateLimit", startsWith("\"misses\";r=7;t="));
    }

    @Test
    void aDryRunWithMoreMissesThanAreLeftTellsNothing() {
        dryRun(PROVIDER, nobody(11))
                .statusCode(429)
                .body("type", endsWith("/quota-exceeded"))
                .body("results", equalTo(null))
                // Until all is back, most of a day: one more would be refused and lost, too.
                .header("Retry-After", matchesPattern("8[0-9]{4}"))
                .header("RateLimit", startsWith("\"misses\";r=0;t="));
        // The refusal is an answer too, and costs what is left.
        dryRun(PROVIDER, nobody(1)).statusCode(429);
    }

    @Test
    void aRefusedDryRunIsRecordedWithItsMisses() throws Exception {
        String id = UUID.randomUUID().toString();
        try (AccessRecord record = AccessRecord.open()) {
            society(PROVIDER)
                    .header("X-Request-Id", id)
                    .contentType("application/json")
                    .body(
                            "{\"externalId\":\"%s\",\"rows\":[%s]}"
                                    .formatted(UUID.randomUUID(), String.join(",", nobody(11))))
                    .post("/v1/rosters?dryRun=true")
                    .then()
                    .statusCode(429);
            await().until(() -> record.of(id).isPresent());
            assertThat(record.of(id).orElseThrow())
                    .contains("\"rows\":11", "\"misses\":11", "\"status\":429");
        }
    }

    @Test
    void aCorrectionThatNamesNobodyIsRecordedAsAMiss() throws Exception {
        String completion = born("11-23").post(UUID.randomUUID().toString());
        String id = UUID.randomUUID().toString();
        try (AccessRecord record = AccessRecord.open()) {
            society("ASPS")
                    .header("X-Request-Id", id)
                    .contentType("application/json")
                    .header("If-Match", "\"1\"")
                    .body(
                            """
                            {"diplomateId":"N-%s","familyName":"Nosuchname","title":"Grand rounds",
                             "completedOn":"2026-10-04","credits":1,"reason":"It was somebody else"}
                            """
                                    .formatted(id.substring(0, 8)))
                    .put("/v1/completions/" + completion)
                    .then()
                    .statusCode(400);
            await().until(() -> record.of(id).isPresent());
            assertThat(record.of(id).orElseThrow()).contains("\"misses\":1");
        }
    }

    @Test
    void aNameInThePlaceOfANumberIsNotInTheRecord() throws Exception {
        String id = UUID.randomUUID().toString();
        try (AccessRecord record = AccessRecord.open()) {
            society("ASPS")
                    .header("X-Request-Id", id)
                    .contentType("application/json")
                    .body("{\"diplomateId\":\"Osler\",\"familyName\":\"Osler\"}")
                    .post("/v1/identities/match")
                    .then()
                    .statusCode(200);
            board().header("X-Request-Id", "of-" + id).get("/v1/identities/Osler");
            await().until(() -> record.of(id).isPresent() && record.of("of-" + id).isPresent());
            assertThat(record.of(id).orElseThrow()).doesNotContain("Osler");
            assertThat(record.of("of-" + id).orElseThrow()).doesNotContain("Osler");
        }
    }

    @Test
    void whoIsMeantByAHeldRowAndWhoseACompletionIsStandInTheRecord() throws Exception {
        People person = born("11-23");
        String completion = person.post(UUID.randomUUID().toString());
        String held =
                post("ASPS", row(person.id(), "Nosuchname", null))
                        .statusCode(202)
                        .extract()
                        .path("heldRow");
        for (String path :
                List.of(
                        "/v1/held-rows/" + held,
                        "/v1/completions/" + completion + "/revisions",
                        "/v1/completions/" + completion)) {
            String id = UUID.randomUUID().toString();
            try (AccessRecord record = AccessRecord.open()) {
                board().header("X-Request-Id", id).get(path).then().statusCode(200);
                await().until(() -> record.of(id).isPresent());
                assertThat(record.of(id).orElseThrow())
                        .contains("\"persons\":[\"%s\"".formatted(person.id()));
            }
        }
    }

    @Test
    void manyPostingsAtOnceAreToldNoMoreReasonsThanAreLeft() throws Exception {
        People person = born("11-23");
        Callable<String> guess =
                () ->
                        post("FEWPOSTINGS", row(person.id(), "Nosuchname", null))
                                .statusCode(202)
                                .extract()
                                .path("reason");
        var told = new ArrayList<String>();
        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> reason : guessers.invokeAll(Collections.nCopies(40, guess))) {
                told.add(reason.get());
            }
        }
        assertThat(told).filteredOn("IDENTITY_DIFFERS"::equals).hasSize(10);
        assertThat(told).filteredOn("NO_MATCH"::equals).hasSize(30);
    }

    @Test
    void withoutQuotaAMatchIsRefusedWhetherItWouldMissOrNot() {
        People person = born("11-23");
        spendAll();
        for (String day : List.of("11-23", "01-01")) {
            society(PROVIDER)
                    .contentType("application/json")
                    .body(Asking.claim(person, day))
                    .post("/v1/identities/match")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", notNullValue());
        }
    }

    @Test
    void aMatchSaysWhatIsLeftOfBothQuotas() {
        society(PROVIDER)
                .contentType("application/json")
                .body(Asking.claim(born("11-23"), "11-23"))
                .post("/v1/identities/match")
                .then()
                .statusCode(200)
                .header(
                        "RateLimit",
                        matchesPattern("\"match\";r=[0-9]+;t=[0-9]+, \"misses\";r=10;t=0"));
    }

    @Test
    void postingsAreNeverRefusedAndBeyondTheQuotaTellNoReason() {
        People person = born("11-23");
        spendAll();
        String held =
                post(PROVIDER, row(person.id(), "Nosuchname", null))
                        .statusCode(202)
                        .extract()
                        .path("heldRow");
        String next =
                post(PROVIDER, row(person.id(), "Nosuchname", null))
                        .statusCode(202)
                        .body("reason", equalTo("NO_MATCH"))
                        .extract()
                        .path("heldRow");
        society(PROVIDER)
                .get("/v1/held-rows?reason=IDENTITY_DIFFERS")
                .then()
                .body("items.find { it.id == '%s' }".formatted(next), equalTo(null));
        board().get("/v1/held-rows/" + next).then().body("reason", equalTo("IDENTITY_DIFFERS"));
        board().get("/v1/held-rows/" + held).then().body("reason", equalTo("IDENTITY_DIFFERS"));
        post(PROVIDER, row(person.id(), person.familyName(), null)).statusCode(201);
    }

    @Test
    void anHonestRosterIsRecordedAlthoughItHasMoreMissesThanTheQuota() {
        People person = born("11-23");
        var rows = new ArrayList<>(nobody(15));
        for (int i = 0; i < 285; i++) {
            rows.add(row(person.id(), person.familyName(), "11-23"));
        }
        String id =
                roster(PROVIDER, rows, false)
                        .statusCode(201)
                        .body("recorded", equalTo(285))
                        .body("held", equalTo(15))
                        .extract()
                        .path("id");
        society(PROVIDER)
                .get("/v1/rosters/%s/rows?outcome=HELD".formatted(id))
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(15));
    }

    @Test
    void reasonsOfARosterBeyondTheQuotaAreKnownToTheBoardOnly() {
        People person = born("11-23");
        var rows = new ArrayList<>(nobody(10));
        rows.add(row(person.id(), "Nosuchname", null));
        String id =
                roster(PROVIDER, rows, false)
                        .statusCode(201)
                        .body("results[10].reason", equalTo("NO_MATCH"))
                        .extract()
                        .path("id");
        String path = "/v1/rosters/%s/rows".formatted(id);
        society(PROVIDER).get(path).then().body("items[10].reason", equalTo("NO_MATCH"));
        board().get(path).then().body("items[10].reason", equalTo("IDENTITY_DIFFERS"));
    }

    @Test
    void theBoardHasNoQuota() {
        board().contentType("application/json")
                .body(
                        "{\"externalId\":\"%s\",\"rows\":[%s]}"
                                .formatted(UUID.randomUUID(), String.join(",", nobody(20))))
                .post("/v1/rosters?dryRun=true")
                .then()
                .statusCode(200)
                .header("RateLimit", equalTo(null));
    }
}
