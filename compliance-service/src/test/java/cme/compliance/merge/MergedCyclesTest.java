package cme.compliance.merge;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.path;
import static cme.compliance.harness.EventFixtures.completion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.compliance.harness.SettableClock;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The number that remains keeps its own cycles and takes over those of other years. Today is
/// 2026-11-23.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class MergedCyclesTest {

    private static final String OLD = "012351";
    private static final String NEW = "090501";

    @Inject CleanDatabase database;
    @Inject Events events;
    @Inject SettableClock clock;

    @BeforeEach
    void wipe() {
        database.wipe();
    }

    private void tenYearsThenFive(String id) {
        cycle(id, "abps-cc-10y", 2016);
        cycle(id, "abps-cc-5y", 2026);
    }

    private static void cycle(String id, String ruleSet, int startYear) {
        Api.putCycle(id, ruleSet, startYear, "2015-11-14");
    }

    private static void tracer(String id, int dueYear, String procedure) {
        board().body("{\"procedure\":\"" + procedure + "\"}")
                .put(path(id, "tracers/" + dueYear))
                .then()
                .statusCode(201);
    }

    private static void waive(String id, String requirement, int dueYear) {
        board().body(
                        """
                        {"requirement":"%s","dueYear":%d,"decision":"WAIVED","reason":"r"}"""
                                .formatted(requirement, dueYear))
                .post(path(id, "decisions"))
                .then()
                .statusCode(201);
    }

    private void merge(String into, int revision) {
        clock.advance(Duration.ofMinutes(1));
        events.merge(OLD, into, revision, clock.instant().toString());
        clock.advance(Duration.ofMinutes(1));
    }

    private static Response former(String id) {
        return board().queryParam("cycle", 2016).get(path(id, "status"));
    }

    /// A decision that was taken over is recorded at another instant.
    private static String withoutInstants(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asString().replaceAll("\"(knownAt|recordedAt)\":\"[^\"]*\"", "");
    }

    @Test
    void theNumberThatRemainsTakesOverTheCycleOfOtherYears() {
        tenYearsThenFive(OLD);
        tracer(OLD, 2018, "CARPAL_TUNNEL");
        tracer(OLD, 3, "FACE_LIFT");
        waive(OLD, "cme-total", 2024);
        events.completions(completion("of-2021", OLD, "2021-05-20", "7"));
        cycle(NEW, "abps-cc-5y", 2026);
        String formerOfOld = withoutInstants(former(OLD));
        String ofOld = withoutInstants(Api.status(OLD));
        String ofNew = withoutInstants(Api.status(NEW));

        merge(NEW, 2);
        assertThat(withoutInstants(former(NEW))).isEqualTo(formerOfOld.replace(OLD, NEW));
        assertThat(withoutInstants(Api.status(NEW))).isEqualTo(ofOld.replace(OLD, NEW));
        board().get(path(NEW, "cycles"))
                .then()
                .body("items.cycleStartYear", contains(2016, 2026))
                .body("items.revision", contains(2, 1));
        board().get(path(NEW, "tracers"))
                .then()
                .body("items.procedure", contains("CARPAL_TUNNEL", "FACE_LIFT"))
                .body("items.cycleStartYear", contains(2016, 2026))
                .body("items.dueYear", contains(3, 3));
        board().get(path(NEW, "decisions"))
                .then()
                .body("items.cycleStartYear", contains(2016))
                .body("items.dueYear", contains(9));
        board().get("/v1/merge-contradictions").then().body("items", empty());
        Response former = former(NEW);

        merge(null, 3);
        board().queryParam("cycle", 2016)
                .queryParam("knownAt", (String) former.path("knownAt"))
                .get(path(NEW, "status"))
                .then()
                .body(equalTo(former.asString()));
        former(NEW).then().statusCode(404);
        assertThat(withoutInstants(former(OLD))).isEqualTo(formerOfOld);
        assertThat(withoutInstants(Api.status(OLD))).isEqualTo(ofOld);
        assertThat(withoutInstants(Api.status(NEW))).isEqualTo(ofNew);
        board().get(path(NEW, "cycles")).then().body("items.cycleStartYear", contains(2026));
        board().get(path(NEW, "tracers")).then().body("items", empty());
    }

    @Test
    void whoHasNoCycleTakesOverAllOfThem() {
        tenYearsThenFive(OLD);
        tracer(OLD, 2018, "CARPAL_TUNNEL");
        String formerOfOld = withoutInstants(former(OLD));
        String ofOld = withoutInstants(Api.status(OLD));

        merge(NEW, 2);
        assertThat(withoutInstants(former(NEW))).isEqualTo(formerOfOld.replace(OLD, NEW));
        assertThat(withoutInstants(Api.status(NEW))).isEqualTo(ofOld.replace(OLD, NEW));

        merge(null, 3);
        board().get(path(NEW, "cycles")).then().body("items", empty());
        Api.status(NEW).then().statusCode(404);
    }

    @Test
    void aCycleInWhichTheBoardHasRecordedSomethingSinceStays() {
        tenYearsThenFive(OLD);
        cycle(NEW, "abps-cc-5y", 2026);
        merge(NEW, 2);
        tracer(NEW, 2018, "CLEFT_PALATE");

        merge(null, 3);
        board().get(path(NEW, "cycles")).then().body("items.cycleStartYear", contains(2016, 2026));
        board().get(path(NEW, "tracers")).then().body("items.procedure", contains("CLEFT_PALATE"));
    }

    @Test
    void cyclesThatShareAYearContradictUntilTheBoardRecordsOneOfTheseYears() {
        cycle(OLD, "abps-cc-10y", 2021);
        tracer(OLD, 3, "CARPAL_TUNNEL");
        cycle(NEW, "abps-cc-10y", 2020);
        merge(NEW, 2);
        board().get("/v1/merge-contradictions")
                .then()
                .body("items.kind", containsInAnyOrder("CYCLE", "TRACER"))
                .body("items.subject", containsInAnyOrder("2021-2030", "4"))
                .body(
                        "items.find { it.kind == 'CYCLE' }.survivorValue",
                        containsString("abps-cc-10y from 2020"))
                .body("items.find { it.kind == 'TRACER' }.survivorValue", nullValue());
        board().get(path(NEW, "tracers")).then().body("items", empty());

        cycle(NEW, "abps-cc-5y", 2031);
        board().get(path(NEW, "cycles")).then().body("items.cycleStartYear", contains(2020, 2031));
        board().get("/v1/merge-contradictions").then().body("items.kind", hasItem("CYCLE"));
        cycle(NEW, "abps-cc-10y", 2021);
        board().get("/v1/merge-contradictions").then().body("items.kind", not(hasItem("CYCLE")));
    }

    @Test
    void aMergedNumberIsCountedUpToTheDayOfTheMerge() {
        cycle(OLD, "abps-cc-10y", 2021);
        cycle(NEW, "abps-cc-10y", 2021);
        clock.advance(Duration.ofDays(1));
        merge(NEW, 2);
        clock.advance(Duration.ofDays(1));
        counted("2026-11-23", 2);
        counted("2026-11-24", 1);
        merge(null, 3);
        clock.advance(Duration.ofDays(1));
        counted("2026-11-24", 1);
        counted("2026-11-25", 2);
    }

    private static void counted(String day, int diplomates) {
        board().queryParam("asOf", day)
                .get("/v1/statuses/summary")
                .then()
                .body("diplomates", equalTo(diplomates));
    }
}
