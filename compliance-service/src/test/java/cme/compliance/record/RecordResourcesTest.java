package cme.compliance.record;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.diplomate;
import static cme.compliance.harness.Api.path;
import static cme.compliance.harness.Api.takeBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.SettableClock;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tracers, pathways and decisions of a diplomate.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RecordResourcesTest {

    private static final String ID = "012345";
    private static final String TRACER = path(ID, "tracers/6");
    private static final String CHOSEN = "{\"procedure\":\"CARPAL_TUNNEL\",\"completedOn\":null}";
    private static final String RULES =
            "{\"ruleSet\":\"abps-cc-10y\",\"cycleStartYear\":2021,\"certifiedOn\":\"2020-11-14\"}";
    private static final String FINISHED =
            "{\"procedure\":\"CARPAL_TUNNEL\",\"completedOn\":\"2026-10-15\"}";

    @Inject CleanDatabase cleanDatabase;
    @Inject SettableClock clock;

    @BeforeEach
    void recordCycle() {
        cleanDatabase.wipe();
        Api.putCycle(ID, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
    }

    private static ValidatableResponse pathway(String from, String until) {
        var body =
                """
                {"pathway":"SPECIAL_CIRCUMSTANCES","from":"%s","until":%s,"reason":"sabbatical"}\
                """
                        .formatted(from, until);
        return board().body(body).post(path(ID, "pathways")).then();
    }

    private static ValidatableResponse decision(String requirement, int dueYear, String rest) {
        var body =
                """
                {"requirement":"%s","dueYear":%d,"reason":"as the board decided",%s}\
                """
                        .formatted(requirement, dueYear, rest);
        return board().body(body).post(path(ID, "decisions")).then();
    }

    @Test
    void aTracerIsChosenFinishedAndTakenBack() {
        board().body(CHOSEN).put(TRACER).then().statusCode(201).header("ETag", "\"1\"");
        board().body(CHOSEN).put(TRACER).then().statusCode(200).header("ETag", "\"1\"");
        board().body(FINISHED).put(TRACER).then().statusCode(428);
        board().header("If-Match", "\"1\"").body(FINISHED).put(TRACER).then().statusCode(200);
        board().header("If-Match", "\"1\"").body(CHOSEN).put(TRACER).then().statusCode(412);
        board().get(TRACER)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("completedOn", equalTo("2026-10-15"));
        board().get(path(ID, "tracers")).then().body("items.dueYear", contains(6));
        Api.status(ID)
                .then()
                .body(
                        "findings.find { it.requirement == 'tracer-activity' && it.dueYear == 6 }"
                                + ".procedure",
                        equalTo("CARPAL_TUNNEL"));

        takeBack(TRACER, "1").then().statusCode(412);
        takeBack(TRACER, "2").then().statusCode(204);
        takeBack(TRACER, "2").then().statusCode(204);
        board().get(TRACER).then().statusCode(404);
        board().get(path(ID, "tracers")).then().body("items", empty());
        board().body(CHOSEN).put(TRACER).then().statusCode(201).header("ETag", "\"4\"");
    }

    @Test
    void aTracerBelongsToADueYearThatAsksForOne() {
        board().body(CHOSEN)
                .put(path(ID, "tracers/9"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/dueYear"))
                .body("errors.code", contains("due-year.unknown"))
                .body("errors.detail", contains(containsString("[3, 6]")));
        board().body("{\"procedure\":\"carpal tunnel\"}")
                .put(TRACER)
                .then()
                .statusCode(400)
                .body("errors.code", contains("procedure.format"));
    }

    @Test
    void whatFollowsFromTheCycleNeedsTheCycle() {
        board().body(CHOSEN)
                .put(path("999999", "tracers/6"))
                .then()
                .statusCode(409)
                .body("type", containsString("/no-cycle"));
    }

    @Test
    void aLaterSpanWithTheSameFirstDayReplacesTheEarlier() {
        pathway("2025-03-10", "null").statusCode(201);
        pathway("2025-03-10", "null").statusCode(200).body("revision", equalTo(1));
        pathway("2025-03-10", "\"2026-06-01\"").statusCode(200).body("revision", equalTo(2));
        board().get(path(ID, "pathways")).then().body("items.until", contains("2026-06-01"));
    }

    @Test
    void spansDoNotOverlap() {
        pathway("2025-03-10", "null").statusCode(201);
        pathway("2026-01-01", "null")
                .statusCode(400)
                .body("errors.code", contains("pathway.overlap"))
                .body("errors.pointer", contains("/from"));
        pathway("2024-01-01", "\"2025-03-10\"")
                .statusCode(400)
                .body("errors.pointer", contains("/until"));
        pathway("2024-01-01", "\"2025-03-09\"").statusCode(201);
        pathway("2027-01-01", "\"2026-12-31\"")
                .statusCode(400)
                .body("errors.code", contains("until.before-from"));
    }

    @Test
    void theLatestDecisionOnARequirementAndDueYearHolds() {
        decision("cme-total", 6, "\"decision\":\"WAIVED\"").statusCode(201);
        decision("cme-total", 6, "\"decision\":\"WAIVED\"")
                .statusCode(200)
                .body("revision", equalTo(1));
        decision("cme-total", 6, "\"decision\":\"EXTENDED\",\"until\":\"2026-12-31\"")
                .statusCode(200)
                .body("revision", equalTo(2));
        board().get(path(ID, "decisions"))
                .then()
                .body("items.decision", contains("EXTENDED"))
                .body("items.until", contains("2026-12-31"));
    }

    @Test
    void aDecisionIsAboutSomethingThatIsDue() {
        decision("cme", 6, "\"decision\":\"WAIVED\"")
                .statusCode(400)
                .body("errors.code", contains("requirement.unknown"));
        decision("tracer-activity", 9, "\"decision\":\"WAIVED\"")
                .statusCode(400)
                .body("errors.code", contains("due-year.unknown"));
        decision("cme-total", 6, "\"decision\":\"EXTENDED\",\"until\":\"2026-12-01\"")
                .statusCode(400)
                .body("errors.code", contains("until.not-after-deadline"));
        decision("cme-total", 6, "\"decision\":\"EXTENDED\"")
                .statusCode(400)
                .body("errors.pointer", contains("/until"));
        decision("cme-total", 6, "\"decision\":\"WAIVED\",\"until\":\"2026-12-31\"")
                .statusCode(400)
                .body("errors.code", contains("until.not-extended"));
    }

    @Test
    void whatWasRecordedByMistakeIsTakenBackAndStaysInThePast() {
        decision("cme-total", 6, "\"decision\":\"WAIVED\"").statusCode(201);
        pathway("2025-03-10", "null").statusCode(201);
        clock.advance(Duration.ofMinutes(1));
        takeBack(path(ID, "decisions/cme-total/6"), "2").then().statusCode(412);
        takeBack(path(ID, "decisions/cme-total/6"), "1").then().statusCode(204);
        takeBack(path(ID, "pathways/2025-03-10"), "2").then().statusCode(412);
        takeBack(path(ID, "pathways/2025-03-10"), "1").then().statusCode(204);
        takeBack(path(ID, "pathways/2025-03-10"), "1").then().statusCode(204);

        board().get(path(ID, "decisions")).then().body("items", empty());
        board().get(path(ID, "pathways")).then().body("items", empty());
        Api.status(ID)
                .then()
                .body("pathway", equalTo("STANDARD"))
                .body("findings.find { it.requirement == 'cme-total' }.decision", nullValue());
        board().queryParam("knownAt", SettableClock.START.plusSeconds(1).toString())
                .get(path(ID, "status"))
                .then()
                .body("pathway", equalTo("SPECIAL_CIRCUMSTANCES"));

        decision("cme-total", 6, "\"decision\":\"WAIVED\"")
                .statusCode(201)
                .body("revision", equalTo(3));
    }

    @Test
    void whatIsRecordedIsInTheNextStatus() {
        decision("cme-total", 6, "\"decision\":\"WAIVED\"").statusCode(201);
        Api.status(ID)
                .then()
                .body(
                        "findings.find { it.requirement == 'cme-total' && it.dueYear == 6 }.state",
                        equalTo("WAIVED"));
    }

    @Test
    void takingSomethingBackNeedsItsVersionAndAReason() {
        board().body(CHOSEN).put(TRACER).then().statusCode(201);
        pathway("2025-03-10", "null").statusCode(201);
        decision("cme-total", 6, "\"decision\":\"WAIVED\"").statusCode(201);
        for (String what : List.of("tracers/6", "pathways/2025-03-10", "decisions/cme-total/6")) {
            String path = path(ID, what);
            board().queryParam("reason", "r").delete(path).then().statusCode(428);
            for (String query : List.of("", "?reason=", "?reason=+")) {
                board().header("If-Match", "*")
                        .urlEncodingEnabled(false)
                        .delete(path + query)
                        .then()
                        .statusCode(400)
                        .body("errors.pointer", hasItem("/reason"))
                        .body("errors.pointer", everyItem(equalTo("/reason")));
            }
            board().header("If-Match", "*")
                    .delete(path + "?reason=r&resaon=r")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/resaon"));
        }
        board().get(path(ID, "tracers")).then().body("items.revision", contains(1));
        board().get(path(ID, "pathways")).then().body("items.revision", contains(1));
        board().get(path(ID, "decisions")).then().body("items.revision", contains(1));
    }

    @Test
    void aVersionThatIsNotThereRecordsNothing() {
        String another = path("012399", "cycle");
        for (String seen : List.of("*", "\"1\"")) {
            unseen(board().header("If-Match", seen).body(CHOSEN).put(TRACER));
            unseen(board().header("If-Match", seen).body(RULES).put(another));
            unseen(board().header("If-Match", seen).body(waiver("r")).post(path(ID, "decisions")));
            unseen(board().header("If-Match", seen).body(leave("r")).post(path(ID, "pathways")));
        }
        board().get(path(ID, "tracers/revisions")).then().body("items", hasSize(0));
        board().get(path(ID, "decisions/revisions")).then().body("items", hasSize(0));
        board().get(path(ID, "pathways/revisions")).then().body("items", hasSize(0));
        board().get(another).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tracers/6", "pathways/2025-03-10", "decisions/cme-total/6"})
    void aVersionThatIsNotThereIsNotTakenBack(String what) {
        unseen(takeBack(path(ID, what), "*"));
        unseen(takeBack(path(ID, what), "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"decisions", "pathways"})
    void aVersionThatWasSeenIsHonouredByPostsToo(String what) {
        String first = "decisions".equals(what) ? waiver("first") : leave("first");
        String second = first.replace("first", "second");
        board().body(first).post(path(ID, what)).then().statusCode(201);
        unseen(board().header("If-Match", "\"2\"").body(second).post(path(ID, what)));
        board().header("If-Match", "\"1\"")
                .body(second)
                .post(path(ID, what))
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));
    }

    private static String waiver(String reason) {
        return """
                {"requirement":"cme-total","dueYear":6,"decision":"WAIVED","reason":"%s"}"""
                .formatted(reason);
    }

    private static String leave(String reason) {
        return """
                {"pathway":"SPECIAL_CIRCUMSTANCES","from":"2025-03-10","until":null,"reason":"%s"}"""
                .formatted(reason);
    }

    private static void unseen(Response answer) {
        answer.then().statusCode(412).body("type", endsWith("/stale"));
    }

    @Test
    void nothingThatWasRecordedVanishes() {
        board().body(CHOSEN).put(TRACER).then().statusCode(201);
        board().header("If-Match", "*").body(FINISHED).put(TRACER).then().statusCode(200);
        takeBack(TRACER, "2").then().statusCode(204);
        diplomate(ID)
                .get(path(ID, "tracers/revisions"))
                .then()
                .statusCode(200)
                .body("items.dueYear", contains(6, 6, 6))
                .body("items.revision", contains(1, 2, 3))
                .body("items.takenBack", contains(false, false, true))
                .body("items.procedure", contains("CARPAL_TUNNEL", "CARPAL_TUNNEL", null))
                .body("items.completedOn", contains(null, "2026-10-15", null))
                .body("items.reason", contains(null, null, "by mistake"))
                .body("items.recordedBy", contains("board", "board", "board"));

        pathway("2025-03-10", "null").statusCode(201);
        takeBack(path(ID, "pathways/2025-03-10"), "1").then().statusCode(204);
        pathway("2024-03-10", "\"2024-12-31\"").statusCode(201);
        board().get(path(ID, "pathways/revisions"))
                .then()
                .body("items.from", contains("2025-03-10", "2025-03-10", "2024-03-10"))
                .body("items.takenBack", contains(false, true, false))
                .body("items.reason", contains("sabbatical", "by mistake", "sabbatical"));

        decision("cme-total", 6, "\"decision\":\"EXTENDED\",\"until\":\"2026-12-31\"")
                .statusCode(201);
        takeBack(path(ID, "decisions/cme-total/6"), "*").then().statusCode(204);
        board().get(path(ID, "decisions/revisions"))
                .then()
                .body("items.decision", contains("EXTENDED", null))
                .body("items.until", contains("2026-12-31", null))
                .body("items.takenBack", contains(false, true))
                .body("items.reason", contains("as the board decided", "by mistake"));
    }

    @Test
    void revisionsComeInPages() {
        for (int day = 10; day < 15; day++) {
            pathway("2025-03-" + day, "\"2025-03-" + day + "\"").statusCode(201);
        }
        var first = board().get(path(ID, "pathways/revisions?limit=3")).then();
        first.body("items.from", contains("2025-03-10", "2025-03-11", "2025-03-12"));
        String cursor = first.extract().path("nextCursor");
        assertThat(cursor).isNotNull();
        board().get(path(ID, "pathways/revisions?limit=3&cursor=" + cursor))
                .then()
                .body("items.from", contains("2025-03-13", "2025-03-14"))
                .body("nextCursor", nullValue());
        board().get(path(ID, "pathways/revisions?cursor=eA"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("cursor.unknown"));
    }
}
