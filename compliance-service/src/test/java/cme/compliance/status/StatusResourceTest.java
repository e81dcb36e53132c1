package cme.compliance.status;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.path;
import static cme.compliance.harness.EventFixtures.completion;
import static cme.compliance.harness.EventFixtures.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.compliance.harness.SettableClock;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class StatusResourceTest {

    private static final String ID = "012345";
    private static final String STATUS = path(ID, "status");

    @Inject CleanDatabase cleanDatabase;
    @Inject Events events;
    @Inject SettableClock clock;

    @BeforeEach
    void wipe() {
        cleanDatabase.wipe();
    }

    private static void putCycle() {
        Api.putCycle(ID, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
    }

    private static JsonPath status() {
        return Api.status(ID).then().statusCode(200).extract().jsonPath();
    }

    private static float safety(JsonPath status) {
        return status.getFloat(
                "findings.find { it.requirement == 'patient-safety' && it.dueYear == 6 }.earned");
    }

    @Test
    void theFieldsComeInTheirOrder() {
        putCycle();
        events.completions(completion("a", ID, "2025-04-20", "1.5"));
        String body = Api.status(ID).asString();
        assertThat(body)
                .startsWith(
                        """
                        {"diplomateId":"012345","asOf":"2026-11-23","knownAt":"2026-11-23T15:04:05Z",\
                        "ruleSet":"abps-cc-10y","ruleSetVersion":1,"cycle":{"startYear":2021,"endYear":2030,"year":6},\
                        "pathway":"STANDARD","standing":"NOT_MET","summary":""")
                .contains(
                        """
                        "basis":{"completions":1,"latestRecordedAt":"2025-04-20T18:00:00Z"},"findings":[""")
                .contains(
                        """
                        {"requirement":"patient-safety","title":"20 patient-safety credits","dueYear":6,\
                        "deadline":"2026-12-01","window":{"from":"2023-12-02","to":"2026-12-01"},\
                        "state":"DUE_SOON","unit":"CREDIT","required":20.00,"earned":1.50,\
                        "remaining":18.50,"metOn":null,"late":null,"missing":[],"decision":null,\
                        "counted":[{"completion":"a","activity":null,"title":"Course a",\
                        "completedOn":"2025-04-20","amount":1.50}],"notCounted":[],\
                        "guidance":"/v1/guidance?requirement=patient-safety"}""")
                .endsWith("\"countedNowhere\":[]}");
    }

    @Test
    void sessionsOfOneDayAddUpAndAreNamed() {
        putCycle();
        events.completions(
                session("a", "Morning", "2"),
                session("b", "Afternoon", "3"),
                session("c", "Evening", "1.5"),
                session("d", "EVENING.", "1.5"));
        JsonPath status = status();
        String found = "findings.find { it.requirement == 'patient-safety' && it.dueYear == 6 }.";
        assertThat(safety(status)).isEqualTo(6.5f);
        assertThat(status.getList(found + "counted.session"))
                .containsExactly("Morning", "Afternoon", "Evening");
        assertThat(status.getList(found + "notCounted.session")).containsExactly("EVENING.");
        assertThat(status.getList(found + "notCounted.of")).containsExactly("c");
    }

    private static ObjectNode session(String id, String session, String credits) {
        return completion(id, ID, "2026-02-23", credits)
                .put("title", "ASPS Winter 2026")
                .put("session", session);
    }

    @Test
    void anExtensionSaysThatItMovesNothingElse() {
        putCycle();
        board().body(
                        """
                        {"requirement":"cme-total","dueYear":6,"decision":"EXTENDED",
                         "until":"2026-12-31","reason":"Illness"}""")
                .post(path(ID, "decisions"))
                .then()
                .statusCode(201);
        String total = "findings.find { it.requirement == 'cme-total' && it.dueYear == 6 }.";
        assertThat(status().getString(total + "decision.effect"))
                .startsWith("Moves the deadline of cme-total in year 6 to 2026-12-31 and no other");
        assertThat(
                        status().getString(
                                        "findings.find { it.requirement == 'patient-safety' && it.dueYear == 6 }.deadline"))
                .isEqualTo("2026-12-01");
    }

    @Test
    void theStoredAnswerAndTheOneMadeForTheQuestionAreTheSame() {
        events.completions(completion("a", ID, "2025-04-20", "1.5"));
        putCycle();
        String stored = Api.status(ID).asString();
        String made =
                board().queryParam("knownAt", SettableClock.START.toString())
                        .get(STATUS)
                        .asString();
        assertThat(made).isEqualTo(stored);
    }

    @Test
    void withoutACycleThereIsNoStatusWhateverWasCompleted() {
        Api.status(ID).then().statusCode(404).body("type", containsString("/no-cycle"));
        events.completions(completion("a", ID, "2025-04-20", "1.5"));
        Api.status(ID).then().statusCode(404).body("type", containsString("/no-cycle"));
        putCycle();
        assertThat(status().getInt("basis.completions")).isEqualTo(1);
    }

    @Test
    void anAnswerThatTheCallerHasIsNotSentAgain() {
        putCycle();
        String tag =
                Api.status(ID).then().header("ETag", startsWith("W/\"")).extract().header("ETag");
        clock.advance(java.time.Duration.ofMinutes(1));
        board().header("If-None-Match", tag).get(STATUS).then().statusCode(304);
        events.completions(completion("a", ID, "2025-04-20", "1.5"));
        board().header("If-None-Match", tag).get(STATUS).then().statusCode(200);
    }

    @Test
    void aPastAnswerCanBeGivenAgain() {
        putCycle();
        ObjectNode first = completion("a", ID, "2025-04-20", "1.5");
        ObjectNode corrected = next(first, "2026-11-05T10:00:00Z").put("credits", 4);
        events.completions(first, corrected.put("patientSafetyCredits", 4));
        events.completions(next(corrected, "2026-11-20T10:00:00Z").put("status", "WITHDRAWN"));

        assertThat(safety(knownAt("2025-04-20T17:59:59Z"))).isZero();
        assertThat(safety(knownAt("2025-04-20T18:00:00Z"))).isEqualTo(1.5f);
        assertThat(safety(knownAt("2026-11-05T10:00:00Z"))).isEqualTo(4f);
        assertThat(safety(knownAt("2026-11-20T10:00:00Z"))).isZero();
        assertThat(safety(status())).isZero();
    }

    private static JsonPath knownAt(String instant) {
        return board().queryParam("knownAt", instant)
                .get(STATUS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void aDayAheadCanBeAskedFor() {
        putCycle();
        board().queryParam("asOf", "2026-12-02")
                .get(STATUS)
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2026-12-02"))
                .body(
                        "findings.find { it.requirement == 'cme-total' && it.dueYear == 6 }.state",
                        equalTo("LATE"));
    }

    @Test
    void todayIsWhereTheBoardIs() {
        putCycle();
        clock.set("2026-12-02T04:59:59Z");
        assertThat(status().getString("asOf")).isEqualTo("2026-12-01");
        clock.set("2026-12-02T05:00:00Z");
        assertThat(status().getString("asOf")).isEqualTo("2026-12-02");
    }

    @Test
    void theDaysLeftAreCountedAnewEachDay() {
        putCycle();
        Api.board()
                .body(
                        """
                        {"requirement":"cme-total","dueYear":3,"decision":"WAIVED","reason":"r"}""")
                .post(path(ID, "decisions"));
        String asked = "next, short";
        assertThat(status().getString("summary")).contains(asked).contains("(8 days left)");
        clock.set("2026-11-24T15:00:00Z");
        assertThat(status().getString("summary")).contains(asked).contains("(7 days left)");
    }

    @Test
    void recordsOfAFasterClockAreKnownNow() {
        putCycle();
        events.completions(
                completion("a", ID, "2026-11-23", "1.5")
                        .put("recordedAt", "2026-11-23T15:04:09.123456Z"));
        Api.status(ID)
                .then()
                .body("knownAt", equalTo("2026-11-23T15:04:09.123456Z"))
                .body("basis.completions", is(1));
    }

    @Test
    void aFutureKnownAtIsRefused() {
        putCycle();
        board().queryParam("knownAt", "2026-11-23T15:04:06Z")
                .get(STATUS)
                .then()
                .statusCode(400)
                .body("errors.code", contains("known-at.future"));
    }

    @Test
    void everythingThatIsWrongWithTheQuestionIsNamed() {
        putCycle();
        board().queryParam("asOf", "01.12.2026")
                .queryParam("knownAt", "yesterday")
                .queryParam("as-of", "2026-12-01")
                .get(STATUS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/asOf", "/knownAt", "/as-of"))
                .body(
                        "errors.code",
                        contains("date.format", "instant.format", "unknown-parameter"));
    }

    @Test
    void aFiveYearCycleWorksBesideTheOthers() {
        Api.putCycle(ID, "five-year", 2024, "2023-11-14").then().statusCode(201);
        Api.status(ID)
                .then()
                .body("cycle.endYear", equalTo(2028))
                .body("findings.dueYear", contains(3, 5, 5))
                .body("findings[0].metOn", nullValue());
    }
}
