package cme.compliance.merge;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.diplomate;
import static cme.compliance.harness.Api.path;
import static cme.compliance.harness.EventFixtures.completion;
import static cme.compliance.harness.EventFixtures.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.compliance.harness.SettableClock;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// After a merge the number that remains answers for both; without it both are as they were.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class MergeTest {

    private static final String OLD = "012351";
    private static final String NEW = "090501";

    @Inject CleanDatabase database;
    @Inject Events events;
    @Inject SettableClock clock;

    private final ObjectNode ofOld = completion("old", OLD, "2025-04-20", "4");
    private final ObjectNode ofNew = completion("new", NEW, "2025-05-20", "1.5");

    @BeforeEach
    void oneSurgeonHasTwoNumbers() {
        database.wipe();
        cycle(OLD);
        tracer(OLD, 3, "CARPAL_TUNNEL");
        waive(OLD, "cme-total", 3);
        events.completions(ofOld, ofNew);
    }

    private static void cycle(String id) {
        Api.putCycle(id, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
    }

    private static void tracer(String id, int dueYear, String procedure) {
        Api.put(path(id, "tracers/" + dueYear), "{\"procedure\":\"" + procedure + "\"}")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
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

    private void merge(int revision) {
        clock.advance(Duration.ofMinutes(1));
        events.merge(OLD, NEW, revision, clock.instant().toString());
    }

    private void separate(int revision) {
        clock.advance(Duration.ofMinutes(1));
        events.merge(OLD, null, revision, clock.instant().toString());
    }

    /// The ledger moves the completions too, under the keys of both.
    private ObjectNode moved(ObjectNode before, String to, String how) {
        ObjectNode moved =
                next(before, clock.instant().toString()).put("diplomateId", to).put("merge", how);
        for (String key : new String[] {OLD, NEW}) {
            events.publish(Events.COMPLETIONS, "cme.credit.completion.corrected", key, moved);
        }
        return moved;
    }

    private static ValidatableResponse status(String id) {
        return Api.status(id).then();
    }

    private static ValidatableResponse pointsToTheOther(ValidatableResponse answer) {
        return answer.statusCode(404)
                .body("type", endsWith("/merged-into"))
                .body("mergedInto", equalTo(NEW));
    }

    private static String withoutKnownAt(String id) {
        return status(id)
                .statusCode(200)
                .extract()
                .asString()
                .replaceFirst("\"knownAt\":\"[^\"]*\"", "");
    }

    @Test
    void theNumberThatRemainsAnswersForBothAndTheOtherPointsToIt() {
        status(NEW).statusCode(404).body("type", endsWith("/no-cycle"));
        merge(2);
        status(NEW)
                .statusCode(200)
                .body("basis.completions", equalTo(2))
                .body(
                        "findings.find { it.requirement == 'patient-safety' && it.dueYear == 6 }.earned",
                        equalTo(5.5f))
                .body(
                        "findings.find { it.requirement == 'cme-total' && it.dueYear == 3 }.state",
                        equalTo("WAIVED"));
        pointsToTheOther(status(OLD));
        board().get(path(NEW, "tracers"))
                .then()
                .body("items.procedure", contains("CARPAL_TUNNEL"))
                .body("items.recordedBy", contains("merge of " + OLD));
        board().get(path(NEW, "decisions")).then().body("items.requirement", contains("cme-total"));
        for (String what : new String[] {"cycle", "tracers", "history", "recommendations"}) {
            pointsToTheOther(board().get(path(OLD, what)).then());
        }
        board().get("/v1/statuses").then().body("items.diplomateId", contains(NEW));
        board().get("/v1/statuses/summary").then().body("diplomates", equalTo(1));
    }

    @Test
    void aTokenWithTheOldNumberReadsTheAnswerOfTheNewOne() {
        diplomate(OLD).get(path(NEW, "status")).then().statusCode(403);
        merge(2);
        pointsToTheOther(diplomate(OLD).get(path(OLD, "status")).then());
        String answer =
                diplomate(OLD).get(path(NEW, "status")).then().statusCode(200).extract().asString();
        assertThat(answer).isEqualTo(Api.status(NEW).asString());
        separate(3);
        diplomate(OLD).get(path(NEW, "status")).then().statusCode(403);
        diplomate(OLD).get(path(OLD, "status")).then().statusCode(200);
    }

    @Test
    void itDoesNotMatterWhenTheCompletionsAreMoved() {
        merge(2);
        String answer = status(NEW).extract().asString();
        moved(ofOld, NEW, "MOVED");
        assertThat(status(NEW).extract().asString()).isEqualTo(answer);
        events.merge(OLD, NEW, 2, clock.instant().toString());
        assertThat(status(NEW).extract().asString()).isEqualTo(answer);
    }

    @Test
    void withdrawingTheMergeRestoresBothExactly() {
        cycle(NEW);
        waive(NEW, "cme-total", 6);
        String old = withoutKnownAt(OLD);
        String young = withoutKnownAt(NEW);
        for (int round = 0; round < 2; round++) {
            merge(2 + 2 * round);
            ObjectNode moved = moved(ofOld.deepCopy().put("revision", 1 + 2 * round), NEW, "MOVED");
            status(NEW).body("basis.completions", equalTo(2));
            separate(3 + 2 * round);
            moved(moved, OLD, "GIVEN_BACK");
            assertThat(withoutKnownAt(OLD)).isEqualTo(old);
            assertThat(withoutKnownAt(NEW)).isEqualTo(young);
        }
        board().get("/v1/statuses").then().body("items.diplomateId", contains(OLD, NEW));
        board().get(path(NEW, "tracers")).then().body("items", empty());
        board().get(path(NEW, "decisions/revisions"))
                .then()
                .body("items.reason", hasItem("The merge of " + OLD + " is withdrawn"));
    }

    @Test
    void whatWasAnsweredBeforeTheMergeIsAnsweredAgain() {
        Response answer = Api.status(OLD);
        merge(2);
        board().queryParam("knownAt", (String) answer.path("knownAt"))
                .get(path(OLD, "status"))
                .then()
                .statusCode(200)
                .body(equalTo(answer.asString()));
    }

    @Test
    void whatContradictsIsOnTheListUntilTheBoardHasDecided() {
        cycle(NEW);
        tracer(NEW, 3, "CLEFT_PALATE");
        tracer(OLD, 6, "ZYGOMA_FRACTURE");
        tracer(NEW, 6, "CLEFT_PALATE");
        waive(NEW, "cme-total", 3);
        merge(2);
        String list = "/v1/merge-contradictions";
        board().get(list)
                .then()
                .body("items.diplomateId", contains(NEW, NEW))
                .body("items.merged", contains(OLD, OLD))
                .body("items.kind", contains("TRACER", "TRACER"));
        board().get(list)
                .then()
                .body(
                        "items.find { it.subject == '3' }.survivorValue",
                        equalTo("CLEFT_PALATE, not finished"))
                .body(
                        "items.find { it.subject == '3' }.mergedValue",
                        equalTo("CARPAL_TUNNEL, not finished"));
        board().get(path(NEW, "tracers"))
                .then()
                .body("items.procedure", contains("CLEFT_PALATE", "CLEFT_PALATE"));
        tracer(NEW, 3, "CARPAL_TUNNEL");
        String id =
                board().get(list)
                        .then()
                        .body("items.subject", contains("6"))
                        .extract()
                        .path("items[0].id");
        String keep = list + "/" + id + "/resolution";
        board().body("{}")
                .post(keep)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        board().body("{\"reason\":\"asked\"}")
                .post(keep)
                .then()
                .statusCode(200)
                .body("reason", equalTo("asked"));
        board().get(list).then().body("items", empty());
    }

    @Test
    void theRecordOfAMergedNumberIsNotWritten() {
        merge(2);
        pointsToTheOther(
                board().body("{\"procedure\":\"CLEFT_PALATE\"}")
                        .put(path(OLD, "tracers/6"))
                        .then());
        board().contentType("text/csv")
                .body(
                        "diplomateId,ruleSet,cycleStartYear,certifiedOn\n"
                                + OLD
                                + ",abps-cc-10y,2022,2021-11-14\n")
                .post("/v1/diplomates/imports")
                .then()
                .body("results[0].errors[0].code", equalTo("merged-into"));
        assertThat(status(NEW).extract().path("cycle.startYear").toString()).isEqualTo("2021");
    }

    @Test
    void aCycleCanBeTakenBack() {
        String answer = status(OLD).extract().asString();
        String cycle = path(OLD, "cycle");
        board().delete(cycle + "?reason=wrong").then().statusCode(428);
        board().header("If-Match", "\"1\"").delete(cycle).then().statusCode(400);
        clock.advance(Duration.ofMinutes(1));
        Api.takeBack(cycle, "1").then().statusCode(204);
        status(OLD).statusCode(404).body("type", endsWith("/no-cycle"));
        board().get("/v1/statuses").then().body("items", empty());
        board().get(path(OLD, "tracers/3")).then().statusCode(404);
        board().header("If-Match", "*")
                .body("{\"procedure\":\"CARPAL_TUNNEL\"}")
                .put(path(OLD, "tracers/3"))
                .then()
                .statusCode(409);
        String knownAt = answer.replaceFirst(".*\"knownAt\":\"([^\"]*)\".*", "$1");
        board().queryParam("knownAt", knownAt)
                .get(path(OLD, "status"))
                .then()
                .body(equalTo(answer));
        cycle(OLD);
        status(OLD).statusCode(200);
        board().get(cycle + "/revisions")
                .then()
                .body("items.takenBack", contains(false, true, false))
                .body("items.reason", contains(nullValue(), equalTo("by mistake"), nullValue()))
                .body("items.cycleStartYear", contains(2021, 2021, 2021));
        board().get(path(OLD, "history")).then().statusCode(200);
    }
}
