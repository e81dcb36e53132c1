package cme.catalog;

import static io.restassured.RestAssured.given;

import cme.stack.test.LocalStackResource;
import cme.stack.test.TestTokens;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every operation for each role: reading is open, writing is for the board, and for societies
/// where they propose.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RolesTest {

    private static final String APPROVAL = "/approvals/00000000-0000-0000-0000-000000000000";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/providers",
                "/v1/providers/ASPS",
                "/v1/tracer-procedures",
                "/v1/tracer-procedures/CARPAL_TUNNEL",
                "/v1/cap-groups",
                "/v1/cap-groups/IHI-PATIENT-SAFETY",
                "/v1/activities",
                "/v1/activities/AMA-CC-EXAM",
                "/v1/activities/AMA-CC-EXAM/revisions"
            })
    void readingIsOpenToAll(String path) {
        given().get(path).then().statusCode(200);
        Api.as(TestTokens.diplomate("012345")).get(path).then().statusCode(200);
        Api.society("ASPS").get(path).then().statusCode(200);
        Api.board().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /v1/providers/ASPS",
                "PUT /v1/tracer-procedures/CARPAL_TUNNEL",
                "PUT /v1/cap-groups/IHI-PATIENT-SAFETY",
                "POST /v1/activities/imports",
                "POST /v1/activities/ASPS-VTE-PREVENTION/approvals",
                "PUT /v1/activities/ASPS-VTE-PREVENTION" + APPROVAL,
                "DELETE /v1/activities/ASPS-VTE-PREVENTION" + APPROVAL,
                "POST /v1/activities/ASPS-VTE-PREVENTION/retirement",
                "DELETE /v1/activities/ASPS-VTE-PREVENTION/retirement"
            })
    void onlyTheBoardWrites(String operation) {
        refuses(operation, 403, TestTokens.society("ASPS"));
        refuses(operation, 403, TestTokens.diplomate("012345"));
        refuses(operation, 403, TestTokens.ops());
        refusesStrangers(operation);
    }

    @ParameterizedTest
    @ValueSource(strings = "PUT /v1/activities/ASPS-VTE-PREVENTION")
    void diplomatesAndStrangersProposeNothing(String operation) {
        refuses(operation, 403, TestTokens.diplomate("012345"));
        refuses(operation, 403, TestTokens.ops());
        refusesStrangers(operation);
    }

    private static void refusesStrangers(String operation) {
        refuses(operation, 401, TestTokens.expired());
        refuses(operation, 401, TestTokens.tampered());
        refuses(operation, 401, TestTokens.ofOtherIssuer());
        var call = operation.split(" ");
        Api.problem(
                given().contentType("application/json").body("{}").request(call[0], call[1]).then(),
                401,
                "unauthorized");
    }

    private static void refuses(String operation, int status, String token) {
        var call = operation.split(" ");
        Api.problem(
                Api.as(token).body("{}").request(call[0], call[1]).then(),
                status,
                status == 401 ? "unauthorized" : "forbidden");
    }
}
