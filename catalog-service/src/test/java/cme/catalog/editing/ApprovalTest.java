package cme.catalog.editing;

import static cme.catalog.Api.ACTIVITIES;
import static cme.catalog.Api.board;
import static cme.catalog.Api.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cme.catalog.Api;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ApprovalTest {

    private static final String TRACER =
            """
            {"purpose": "TRACER", "procedures": ["CARPAL_TUNNEL", "RHINOPLASTY"], "from": "2022-11-01",
             "until": "2025-10-31", "reason": "Decided by the committee"}""";

    private static String path(String code) {
        return ACTIVITIES + code + "/approvals";
    }

    @Test
    void theFirstApprovalMakesItApproved() {
        var code = Api.proposed();

        var location =
                board().body(TRACER)
                        .post(path(code))
                        .then()
                        .statusCode(201)
                        .header("ETag", "\"2\"")
                        .body("purpose", equalTo("TRACER"))
                        .body("activity", equalTo(code))
                        .body("status", equalTo("APPROVED"))
                        .extract()
                        .header("Location");

        Api.read(code)
                .body("status", equalTo("APPROVED"))
                .body("approvals[0].procedures", contains("CARPAL_TUNNEL", "RHINOPLASTY"))
                .body("approvals[0].from", equalTo("2022-11-01"));
        board().get(location).then().statusCode(200).body("until", equalTo("2025-10-31"));
        board().get(ACTIVITIES + code + "/revisions")
                .then()
                .body("items[1].reason", equalTo("Decided by the committee"));
    }

    @Test
    void approvingTheSameAgainIsHarmless() {
        var code = Api.proposed();
        var id = Api.approved(code, TRACER);

        board().body(
                        TRACER.replace(
                                "[\"CARPAL_TUNNEL\", \"RHINOPLASTY\"]",
                                "[\"RHINOPLASTY\", \"CARPAL_TUNNEL\"]"))
                .post(path(code))
                .then()
                .statusCode(200)
                .header("Location", endsWith(id))
                .body("id", equalTo(id))
                .body("revision", equalTo(2));
    }

    @Test
    void anApprovalIsEndedByPuttingItsLastDay() {
        var code = Api.proposed();
        var id = Api.approved(code, Api.SAFETY_2026);
        var ended = Api.SAFETY_2026.replace("2026-12-31", "2026-03-31");

        problem(board().body(ended).put(path(code) + "/" + id).then(), 428, "if-match-required");
        board().header("If-Match", "\"2\"")
                .body(ended)
                .put(path(code) + "/" + id)
                .then()
                .statusCode(200)
                .body("until", equalTo("2026-03-31"));
        board().body(ended).put(path(code) + "/" + id).then().statusCode(200);
        problem(
                        board().header("If-Match", "\"2\"")
                                .body(Api.SAFETY_2026)
                                .put(path(code) + "/" + id)
                                .then(),
                        412,
                        "stale")
                .body("errors.pointer", contains("/approvals"));
        Api.read(code).body("revision", equalTo(3)).body("approvals.id", contains(id));
    }

    @Test
    void twoApprovalsThatSayTheSameAreRefused() {
        var code = Api.proposed();
        var id = Api.approved(code, Api.SAFETY_2026);
        Api.approved(code, Api.SAFETY_2026.replace("2026", "2027"));

        problem(
                board().header("If-Match", "\"3\"")
                        .body(Api.SAFETY_2026.replace("2026", "2027"))
                        .put(path(code) + "/" + id)
                        .then(),
                409,
                "approval-exists");
    }

    @Test
    void withoutItsLastApprovalItIsProposedAgain() {
        var code = Api.proposed();
        var id = Api.approved(code, Api.SAFETY_2026);

        board().header("If-Match", "\"2\"")
                .queryParam("reason", "Given by mistake")
                .delete(path(code) + "/" + id)
                .then()
                .statusCode(204);
        Api.takeBack(code, "/approvals/" + id).statusCode(204);

        Api.read(code)
                .body("status", equalTo("PROPOSED"))
                .body("approvals", hasSize(0))
                .body("revision", equalTo(3));
        board().get(ACTIVITIES + code + "/revisions")
                .then()
                .body("items[2].reason", equalTo("Given by mistake"))
                .body("items[1].state.approvals", hasSize(1))
                .body("items[0].reason", nullValue());
    }

    @Test
    void toTakeBackNeedsTheVersionAndAReason() {
        var code = Api.proposed();
        var id = Api.approved(code, Api.SAFETY_2026);
        for (String what : List.of("/approvals/" + id, "/retirement")) {
            String path = ACTIVITIES + code + what;
            problem(
                    board().queryParam("reason", "r").delete(path).then(),
                    428,
                    "if-match-required");
            problem(board().header("If-Match", "*").delete(path).then(), 400, "invalid-request")
                    .body("errors.pointer", contains("/reason"));
            board().header("If-Match", "*")
                    .queryParam("reason", "r")
                    .queryParam("resaon", "r")
                    .delete(path)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/resaon"));
        }
        problem(
                board().header("If-Match", "\"1\"")
                        .queryParam("reason", "r")
                        .delete(path(code) + "/" + id)
                        .then(),
                412,
                "stale");
        Api.read(code).body("approvals.id", contains(id)).body("revision", equalTo(2));
    }

    @Test
    void anApprovalThatNeverWasIsMissing() {
        var code = Api.proposed();
        var id = "/0b0f6c5e-2f0b-4b7e-9d3e-6f1f6b7a9c01";

        problem(Api.takeBack(code, "/approvals" + id), 404, "not-found");
        problem(Api.takeBack(code, "/approvals/none"), 404, "not-found");
        problem(board().get(path(code) + id).then(), 404, "not-found");
        problem(
                board().header("If-Match", "*").body(Api.SAFETY_2026).put(path(code) + id).then(),
                404,
                "not-found");
        problem(board().body(TRACER).post(path(Api.newCode())).then(), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'purpose': 'TRACER', 'from': '2026-01-01'} | /procedures required",
                "{'purpose': 'TRACER', 'procedures': ['NOSE'], 'from': '2026-01-01'} | /procedures procedure.unknown",
                "{'purpose': 'TRACER', 'procedures': ['no'], 'from': '2026-01-01'} | /procedures/0 procedure.form",
                "{'purpose': 'PATIENT_SAFETY', 'procedures': ['CARPAL_TUNNEL'], 'from': '2026-01-01'}"
                        + " | /procedures procedures.not-tracer",
                "{'purpose': 'PATIENT_SAFETY', 'from': '2026-01-02', 'until': '2026-01-01'} | /until span.order",
            })
    void anApprovalThatSaysNothingSensibleIsRefused(String body, String error) {
        problem(
                        board().body(body.replace('\'', '"')).post(path(Api.proposed())).then(),
                        400,
                        "invalid-request")
                .body("errors.collect { it.pointer + ' ' + it.code }", contains(error));
    }

    @Test
    void everythingThatIsWrongWithAnApprovalIsNamed() {
        problem(
                        board().body("{\"purpos\": 1, \"until\": \"31.12.2026\"}")
                                .post(path(Api.proposed()))
                                .then(),
                        400,
                        "invalid-request")
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/purpose", "/from", "/until", "/purpos"));
    }

    @Test
    void aStaleIfMatchIsHonouredWhenItIsSent() {
        var code = Api.proposed();
        Api.approved(code, Api.SAFETY_2026);

        problem(
                board().header("If-Match", "\"1\"").body(TRACER).post(path(code)).then(),
                412,
                "stale");
    }
}
