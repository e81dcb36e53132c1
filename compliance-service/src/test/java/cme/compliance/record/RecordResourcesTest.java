package cme.compliance.record;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.path;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.SettableClock;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tracers, pathways and decisions of a diplomate.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RecordResourcesTest {

    private static final String ID = "012345";
    private static final String TRACER = path(ID, "tracers/6");
    private static final String CHOSEN = "{\"procedure\":\"CARPAL_TUNNEL\",\"completedOn\":null}";
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
                {"pathway":"SPECIAL_CIRCUMSTANCES","from":"%s","until":%s,"reason":"sabbatical"}"""
                        .formatted(from, until);
        return board().body(body).post(path(ID, "pathways")).then();
    }

    private static ValidatableResponse decision(String requirement, int dueYear, String rest) {
        var body =
                """
                {"requirement":"%s","dueYear":%d,"reason":"as the board decided",%s}"""
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

        board().header("If-Match", "\"1\"").delete(TRACER).then().statusCode(412);
        board().delete(TRACER).then().statusCode(204);
        board().delete(TRACER).then().statusCode(204);
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
        board().delete(path(ID, "decisions/cme-total/6")).then().statusCode(204);
        board().delete(path(ID, "pathways/2025-03-10")).then().statusCode(204);
        board().delete(path(ID, "pathways/2025-03-10")).then().statusCode(204);

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
}
