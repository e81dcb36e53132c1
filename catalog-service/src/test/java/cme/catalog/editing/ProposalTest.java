package cme.catalog.editing;

import static cme.catalog.Api.ACTIVITIES;
import static cme.catalog.Api.problem;
import static cme.catalog.Api.society;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cme.catalog.Api;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The rights of a society: it proposes and edits its own activities, and no others.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ProposalTest {
    private String asps = "";

    @BeforeEach
    void aSocietyWithoutProposals() {
        asps = Api.newProvider();
    }

    private static String proposedBy(String provider) {
        var code = Api.newCode(provider);
        society(provider).body(Api.course(provider)).put(ACTIVITIES + code).then().statusCode(201);
        return code;
    }

    private static ValidatableResponse edit(String provider, String code, String body) {
        return society(provider)
                .header("If-Match", Api.etag(code))
                .body(body)
                .put(ACTIVITIES + code)
                .then();
    }

    @Test
    void aSocietyProposesAndEditsItsOwn() {
        var code = proposedBy(asps);

        edit(asps, code, Api.course(asps).replace("A course", "Better"))
                .statusCode(200)
                .body("status", equalTo("PROPOSED"))
                .body("creditsConfirmed", equalTo(false));
    }

    @Test
    void aSocietyDoesNotProposeForOthers() {
        problem(
                society(asps).body(Api.course("ASAPS")).put(ACTIVITIES + Api.newCode(asps)).then(),
                403,
                "forbidden");
    }

    @Test
    void aSocietyDoesNotEditOthersActivities() {
        var code = proposedBy("ASAPS");

        problem(edit(asps, code, Api.course("ASAPS").replace("10,", "9,")), 403, "forbidden");
        problem(edit(asps, code, Api.course(asps)), 403, "forbidden");
    }

    @Test
    void aSocietyDoesNotGiveItsActivityAway() {
        problem(edit(asps, proposedBy(asps), Api.course("ASAPS")), 403, "forbidden");
    }

    @Test
    void onceApprovedOnlyTheBoardEdits() {
        var code = proposedBy(asps);
        Api.approved(code, Api.SAFETY_2026);

        problem(edit(asps, code, Api.course(asps).replace("10,", "9,")), 403, "forbidden");
        edit(asps, code, Api.course(asps)).statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void whatTheBoardChangesOnApprovalIsVisibleAsARevision() {
        var code = proposedBy(asps);
        Api.board()
                .header("If-Match", "\"1\"")
                .body(Api.course(asps).replace("10,", "8,"))
                .put(ACTIVITIES + code)
                .then()
                .statusCode(200)
                .body("creditsConfirmed", equalTo(true));
        Api.approved(code, Api.SAFETY_2026);

        Api.board()
                .get(ACTIVITIES + code + "/revisions")
                .then()
                .statusCode(200)
                .body("items.recordedBy", contains(asps, "board", "board"))
                .body("items.occasion", contains("PROPOSED", "CHANGED", "APPROVED"))
                .body("items[1].changes.field", contains("credits", "creditsConfirmed"))
                .body("items[2].changes.field", contains("status", "approvals"));
    }

    @Test
    void onlyTheBoardConfirmsCredits() {
        var confirmed = Api.course(asps).replace("}", ", \"creditsConfirmed\": true}");

        problem(
                society(asps).body(confirmed).put(ACTIVITIES + Api.newCode(asps)).then(),
                403,
                "forbidden");
    }

    @Test
    void aSocietyThatChangesConfirmedCreditsLosesTheConfirmation() {
        var code = Api.proposed();

        edit("ASPS", code, Api.course("ASPS").replace("A course", "B"))
                .statusCode(200)
                .body("creditsConfirmed", equalTo(true));
        edit("ASPS", code, Api.course("ASPS").replace("10,", "20,"))
                .statusCode(200)
                .body("creditsConfirmed", equalTo(false));
    }

    @Test
    void aSocietyTokenWithoutProviderDoesNothing() {
        var token = TestTokens.of("society", Map.of());

        problem(
                Api.as(token).body(Api.course(asps)).put(ACTIVITIES + Api.newCode()).then(),
                403,
                "forbidden");
    }
}
