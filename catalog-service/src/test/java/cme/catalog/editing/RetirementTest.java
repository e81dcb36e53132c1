package cme.catalog.editing;

import static cme.catalog.Api.ACTIVITIES;
import static cme.catalog.Api.board;
import static cme.catalog.Api.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cme.catalog.Api;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RetirementTest {

    private static ValidatableResponse retire(String code, String on) {
        return board().body("{\"on\": \"%s\", \"reason\": \"Replaced\"}".formatted(on))
                .post(ACTIVITIES + code + "/retirement")
                .then();
    }

    @Test
    void aRetiredActivityIsOfferedUntilThatDayAndKeepsItsApprovals() {
        var code = Api.proposed();
        Api.approved(code, Api.SAFETY_2026);

        retire(code, "2026-06-30")
                .statusCode(200)
                .body("status", equalTo("RETIRED"))
                .body("offeredUntil", equalTo("2026-06-30"))
                .body("retirement.reason", equalTo("Replaced"))
                .body("approvals.purpose", contains("PATIENT_SAFETY"));
        retire(code, "2026-06-30").statusCode(200).body("revision", equalTo(3));
        retire(code, "2026-07-31").statusCode(200).body("offeredUntil", equalTo("2026-07-31"));
        board().get(ACTIVITIES + code + "/revisions")
                .then()
                .body("items[2].occasion", equalTo("RETIRED"))
                .body("items[2].reason", equalTo("Replaced"))
                .body("items[3].changes.field", contains("offeredUntil"));
    }

    @Test
    void aRetiredActivityIsNotEditedButItsApprovalsAre() {
        var code = Api.proposed();
        retire(code, "2026-06-30");

        problem(
                board().header("If-Match", "\"2\"")
                        .body(Api.course("ASPS").replace("10,", "9,"))
                        .put(ACTIVITIES + code)
                        .then(),
                409,
                "activity-retired");
        board().body(Api.read(code).extract().asString())
                .put(ACTIVITIES + code)
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));
        Api.approved(code, Api.SAFETY_2026);
        Api.read(code).body("status", equalTo("RETIRED")).body("revision", equalTo(3));
        problem(
                board().body(Api.SAFETY_2026.replace("2026-01-01", "2026-07-01"))
                        .post(ACTIVITIES + code + "/approvals")
                        .then(),
                409,
                "approval-after-retirement");
    }

    @Test
    void aRetirementCanBeTakenBack() {
        var code = Api.proposed();
        retire(code, "2026-06-30");

        Api.takeBack(code, "/retirement").statusCode(204);
        Api.takeBack(code, "/retirement").statusCode(204);

        Api.read(code)
                .body("status", equalTo("PROPOSED"))
                .body("offeredUntil", nullValue())
                .body("retirement", nullValue())
                .body("revision", equalTo(3));
    }

    @Test
    void itIsNotRetiredBeforeItIsOffered() {
        var code = Api.newCode();
        board().body(Api.course("ASPS").replace("}", ", \"offeredFrom\": \"2026-01-01\"}"))
                .put(ACTIVITIES + code)
                .then()
                .statusCode(201);

        problem(retire(code, "2025-12-31"), 409, "retired-before-offered");
        problem(retire(Api.newCode(), "2025-12-31"), 404, "not-found");
    }

    @Test
    void aRetirementNeedsADayAndAReason() {
        problem(
                        board().body("{}").post(ACTIVITIES + Api.proposed() + "/retirement").then(),
                        400,
                        "invalid-request")
                .body("errors.pointer", contains("/on", "/reason"));
    }
}
