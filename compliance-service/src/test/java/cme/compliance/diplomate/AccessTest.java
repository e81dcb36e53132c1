package cme.compliance.diplomate;

import static io.restassured.RestAssured.given;

import cme.compliance.harness.Api;
import cme.compliance.harness.Slate;
import cme.stack.test.LocalStackResource;
import cme.stack.test.TestTokens;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

/// Every operation, asked for by everybody. A number is the status that is expected.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class AccessTest {

    private static final String ID = "012345";
    private static final String CYCLE =
            """
            {"ruleSet":"abps-cc-10y","cycleStartYear":2021,"certifiedOn":"2020-11-14"}""";
    private static final String SPAN = "{\"pathway\":\"STANDARD\",\"from\":\"2025-01-01\"}";
    private static final String DECISION =
            """
            {"requirement":"cme-total","dueYear":6,"decision":"WAIVED","reason":"r"}""";

    private static final Map<String, String> BODIES =
            Map.of(
                    "cycle",
                    CYCLE,
                    "imports",
                    "[]",
                    "tracers/6",
                    "{\"procedure\":\"CARPAL_TUNNEL\"}",
                    "pathways",
                    SPAN,
                    "decisions",
                    DECISION,
                    "what-if",
                    "{}");

    @Inject Slate slate;

    @BeforeEach
    void recordCycle() {
        slate.wipe();
        Api.putCycle(ID, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
        Api.board()
                .body(BODIES.get("tracers/6"))
                .put(Api.path(ID, "tracers/6"))
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /v1/diplomates/012345/cycle,           200, 403, 403",
        "PUT,    /v1/diplomates/012345/cycle,           200, 403, 403",
        "POST,   /v1/diplomates/imports,                200, 403, 403",
        "GET,    /v1/diplomates/012345/tracers,         200, 403, 403",
        "GET,    /v1/diplomates/012345/tracers/6,       200, 403, 403",
        "PUT,    /v1/diplomates/012345/tracers/6,       200, 403, 403",
        "DELETE, /v1/diplomates/012345/tracers/6,       204, 403, 403",
        "GET,    /v1/diplomates/012345/pathways,        200, 403, 403",
        "POST,   /v1/diplomates/012345/pathways,        201, 403, 403",
        "GET,    /v1/diplomates/012345/decisions,       200, 403, 403",
        "POST,   /v1/diplomates/012345/decisions,       201, 403, 403",
        "DELETE, /v1/diplomates/012345/pathways/2025-01-01,    204, 403, 403",
        "DELETE, /v1/diplomates/012345/decisions/cme-total/6,  204, 403, 403",
        "GET,    /v1/diplomates/012345/status,          200, 200, 403",
        "POST,   /v1/diplomates/012345/status/what-if,  200, 200, 403",
        "GET,    /v1/diplomates/012345/recommendations, 200, 200, 403",
        "GET,    /v1/diplomates/012345/calendar.ics,    200, 200, 403",
        "GET,    /v1/statuses,                          200, 403, 403",
        "GET,    /v1/statuses/summary,                  200, 403, 403",
        "GET,    /v1/rule-sets,                         200, 200, 200",
        "GET,    /v1/rule-sets/abps-cc-10y,             200, 200, 200",
    })
    void eachOperationIsOpenToThoseItConcerns(
            String method, String path, int board, int owner, int society) {
        var stranger = owner == 200 && society == 200 ? 200 : 403;
        ask(given(), method, path, 401);
        ask(given().auth().oauth2(TestTokens.expired()), method, path, 401);
        ask(given().auth().oauth2(TestTokens.tampered()), method, path, 401);
        ask(Api.society("ASPS"), method, path, society);
        ask(Api.diplomate("999999"), method, path, stranger);
        ask(given().auth().oauth2(TestTokens.of("diplomate", Map.of())), method, path, stranger);
        ask(Api.diplomate(ID), method, path, owner);
        ask(Api.board(), method, path, board);
    }

    private static void ask(RequestSpecification caller, String method, String path, int expected) {
        var body =
                BODIES.entrySet().stream()
                        .filter(known -> path.endsWith(known.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
        var request = caller.contentType("application/json");
        body.filter(_ -> !method.equals("GET")).ifPresent(request::body);
        var answer = request.request(method, path).then().statusCode(expected);
        if (expected >= 400) {
            answer.contentType("application/problem+json");
        }
    }
}
