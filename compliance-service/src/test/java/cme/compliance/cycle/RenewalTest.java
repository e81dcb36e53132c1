package cme.compliance.cycle;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.path;
import static cme.compliance.harness.EventFixtures.completion;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A diplomate of a ten-year cycle 2016-2025 has begun a five-year cycle 2026-2030. Today is
/// 2026-11-23.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RenewalTest {

    private static final String ID = "012345";
    private static final String FIVE_YEARS =
            """
            {"ruleSet":"abps-cc-5y","cycleStartYear":2026,"certifiedOn":"2015-11-14"}""";

    @Inject CleanDatabase database;
    @Inject Events events;

    @BeforeEach
    void recordTheTenYearCycle() {
        database.wipe();
        Api.putCycle(ID, "abps-cc-10y", 2016, "2015-11-14").then().statusCode(201);
        putTracer("3", "CARPAL_TUNNEL").statusCode(201);
        decide("cme-total", 9, "WAIVED").statusCode(201);
        events.completions(
                completion("in-year-9", ID, "2024-06-01", "30"),
                completion("in-year-10", ID, "2025-12-20", "20"),
                completion("in-year-1", ID, "2026-02-01", "10"));
    }

    private static ValidatableResponse renew() {
        return board().header("If-Match", "\"1\"").body(FIVE_YEARS).put(path(ID, "cycle")).then();
    }

    private static ValidatableResponse putTracer(String dueYear, String procedure) {
        return board().body("{\"procedure\":\"%s\"}".formatted(procedure))
                .put(path(ID, "tracers/" + dueYear))
                .then();
    }

    private static ValidatableResponse decide(String requirement, int dueYear, String decision) {
        return board().body(
                        """
                        {"requirement":"%s","dueYear":%d,"decision":"%s","reason":"r"}"""
                                .formatted(requirement, dueYear, decision))
                .post(path(ID, "decisions"))
                .then();
    }

    private static ValidatableResponse status(String parameter, String value) {
        return board().queryParam(parameter, value).get(path(ID, "status")).then().statusCode(200);
    }

    @Test
    void theFindingsOfTwoCyclesAreToldApart() {
        renew().statusCode(200);
        String ofCycle = "items[-1].changes.findings.findAll { it.cycleStartYear == %d }";
        board().get(path(ID, "history"))
                .then()
                .statusCode(200)
                .body(ofCycle.formatted(2016) + ".stateAfter", everyItem(nullValue()))
                .body(ofCycle.formatted(2016) + ".dueYear", hasItem(3))
                .body(ofCycle.formatted(2026) + ".stateBefore", everyItem(nullValue()))
                .body(ofCycle.formatted(2026) + ".dueYear", hasItem(3));
        board().get("/v1/readiness-changes?limit=500")
                .then()
                .body(
                        "items.findAll { it.subject == '%s' }[-1].data.findings.cycleStartYear"
                                .formatted(ID),
                        everyItem(equalTo(2026)))
                .body(
                        "items.findAll { it.subject == '%s' }[-1].data.findings.previousState"
                                .formatted(ID),
                        everyItem(nullValue()));
    }

    @Test
    void theNewCycleAnswersFromItsFirstDayOnAndTheOldOneStaysReadable() {
        String before = Api.status(ID).then().extract().path("knownAt");
        renew().statusCode(200).header("ETag", "\"2\"").body("cycleStartYear", equalTo(2026));

        Api.status(ID)
                .then()
                .body("ruleSet", equalTo("abps-cc-5y"))
                .body("cycle.startYear", equalTo(2026))
                .body("cycle.endYear", equalTo(2030))
                .body("cycle.year", equalTo(1))
                .body("findings.dueYear", contains(3, 3, 5, 5))
                .body("findings[0].counted.completion", contains("in-year-1"))
                .body("findings[2].requirement", equalTo("cme-total"))
                .body("findings[2].counted.completion", contains("in-year-1"))
                .body("countedNowhere", empty())
                .body("basis.completions", equalTo(3));
        status("asOf", "2025-12-31")
                .body("ruleSet", equalTo("abps-cc-10y"))
                .body("cycle.year", equalTo(10))
                .body("nextChangeOn", equalTo("2026-01-01"));
        status("cycle", "2016")
                .body("asOf", equalTo("2026-11-23"))
                .body("ruleSet", equalTo("abps-cc-10y"))
                .body("findings.find { it.dueYear == 9 }.state", equalTo("WAIVED"))
                .body("findings.find { it.dueYear == 9 }.counted.completion", contains("in-year-9"))
                .body("countedNowhere.completion", contains("in-year-10"));
        status("cycle", "2030").body("cycle.startYear", equalTo(2026));
        status("knownAt", before).body("ruleSet", equalTo("abps-cc-10y"));
        board().queryParam("cycle", "2031")
                .get(path(ID, "status"))
                .then()
                .statusCode(404)
                .body("type", containsString("no-cycle"));
    }

    @Test
    void bothCyclesAreListed() {
        renew().statusCode(200);

        board().get(path(ID, "cycles"))
                .then()
                .statusCode(200)
                .body("items.cycleStartYear", contains(2016, 2026))
                .body("items.cycleEndYear", contains(2025, 2030))
                .body("items.ruleSet", contains("abps-cc-10y", "abps-cc-5y"))
                .body("items.revision", contains(1, 2));
        board().get(path(ID, "cycle")).then().body("cycleStartYear", equalTo(2026));
    }

    @Test
    void theOldCycleSentAgainChangesNothing() {
        renew().statusCode(200);

        Api.putCycle(ID, "abps-cc-10y", 2016, "2015-11-14")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        board().get(path(ID, "cycles")).then().body("items", hasSize(2));
    }

    @Test
    void tracersAndDecisionsBelongToOneCycle() {
        renew().statusCode(200);

        board().get(path(ID, "tracers/3")).then().statusCode(404);
        board().get(path(ID, "tracers/2018"))
                .then()
                .statusCode(200)
                .body("dueYear", equalTo(3))
                .body("cycleStartYear", equalTo(2016));
        putTracer("3", "FACE_LIFT")
                .statusCode(201)
                .body("dueYear", equalTo(3))
                .body("cycleStartYear", equalTo(2026));
        board().get(path(ID, "tracers/2028")).then().body("procedure", equalTo("FACE_LIFT"));
        board().get(path(ID, "tracers"))
                .then()
                .body("items.procedure", contains("CARPAL_TUNNEL", "FACE_LIFT"))
                .body("items.dueYear", contains(3, 3))
                .body("items.cycleStartYear", contains(2016, 2026));
        Api.status(ID)
                .then()
                .body(
                        "findings.find { it.requirement == 'tracer-activity' }.missing",
                        contains("ALIGNED_ACTIVITY"));

        decide("cme-total", 5, "WAIVED").statusCode(201).body("cycleStartYear", equalTo(2026));
        decide("patient-safety", 2024, "SATISFIED")
                .statusCode(201)
                .body("dueYear", equalTo(9))
                .body("cycleStartYear", equalTo(2016));
        decide("cme-total", 9, "WAIVED")
                .statusCode(400)
                .body("errors.code", contains("due-year.unknown"));
        decide("cme-total", 2050, "WAIVED")
                .statusCode(400)
                .body("errors.code", contains("due-year.unknown"));
        board().get(path(ID, "decisions"))
                .then()
                .body("items.dueYear", contains(9, 9, 5))
                .body("items.cycleStartYear", contains(2016, 2016, 2026));
        status("cycle", "2016").body("standing", equalTo("NOT_MET"));

        Api.takeBack(path(ID, "decisions/cme-total/5"), "*").then().statusCode(204);
        Api.takeBack(path(ID, "tracers/2018"), "*").then().statusCode(204);
        board().get(path(ID, "tracers")).then().body("items.procedure", contains("FACE_LIFT"));
    }

    @Test
    void theNewCycleIsTakenBackAndTheOldOneAnswersAgain() {
        String before = Api.status(ID).then().extract().path("standing");
        renew().statusCode(200);
        String renewed = Api.status(ID).asString();
        String knownAt = Api.status(ID).path("knownAt");
        putTracer("3", "FACE_LIFT").statusCode(201);

        Api.takeBack(path(ID, "cycle"), "2")
                .then()
                .statusCode(409)
                .body("type", containsString("cycle-in-use"))
                .body("detail", containsString("the tracer of due year 2028"));
        Api.takeBack(path(ID, "tracers/3"), "*").then().statusCode(204);
        Api.takeBack(path(ID, "cycle"), "1").then().statusCode(412);
        Api.takeBack(path(ID, "cycle"), "2").then().statusCode(204);

        board().get(path(ID, "cycles")).then().body("items.cycleStartYear", contains(2016));
        board().get(path(ID, "cycle"))
                .then()
                .header("ETag", "\"1\"")
                .body("cycleStartYear", equalTo(2016));
        board().get(path(ID, "cycle/revisions"))
                .then()
                .body("items.takenBack", contains(false, false, true))
                .body("items.cycleStartYear", contains(2016, 2026, 2026));
        Api.status(ID)
                .then()
                .body("cycle.startYear", equalTo(2016))
                .body("standing", equalTo(before));
        status("knownAt", knownAt).body(equalTo(renewed));

        renew().statusCode(200).header("ETag", "\"4\"");
        Api.status(ID).then().body("cycle.startYear", equalTo(2026));
    }

    @Test
    void aWrongYearOfACycleIsNamed() {
        board().queryParam("cycle", "six")
                .get(path(ID, "status"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/cycle"));
    }
}
