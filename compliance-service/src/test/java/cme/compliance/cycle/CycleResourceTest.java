package cme.compliance.cycle;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.path;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cme.compliance.harness.CleanDatabase;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CycleResourceTest {

    private static final String CYCLE = path("012345", "cycle");
    private static final String TEN_YEARS =
            """
            {"ruleSet":"abps-cc-10y","cycleStartYear":2021,"certifiedOn":"2020-11-14"}\
            """;
    private static final String OVERVIEW = TEN_YEARS.replace("abps-cc-10y", "abps-cc-10y-overview");

    @Inject CleanDatabase cleanDatabase;

    @BeforeEach
    void wipe() {
        cleanDatabase.wipe();
    }

    private static ValidatableResponse put(String body) {
        return board().body(body).put(CYCLE).then();
    }

    @Test
    void aFirstCycleIsCreated() {
        put(TEN_YEARS)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("diplomateId", equalTo("012345"))
                .body("ruleSet", equalTo("abps-cc-10y"))
                .body("cycleStartYear", equalTo(2021))
                .body("certifiedOn", equalTo("2020-11-14"))
                .body("recordedAt", equalTo("2026-11-23T15:04:05Z"));
        board().get(CYCLE).then().statusCode(200).header("ETag", "\"1\"");
        board().header("If-None-Match", "\"1\"").get(CYCLE).then().statusCode(304);
    }

    @Test
    void aNumberOfAnotherFormGetsNoCycle() {
        board().body(TEN_YEARS)
                .put("/v1/diplomates/-12345/cycle")
                .then()
                .statusCode(400)
                .body("errors.code", contains("diplomate.format"))
                .body("errors[0].detail", containsString("-12345"));
        board().get("/v1/diplomates/-12345/cycle").then().statusCode(404);
    }

    /// The register of credit-service takes such numbers too.
    @Test
    void aNumberMayHavePointsAndUnderscores() {
        String number = "AB_2026.0017-x";
        board().body(TEN_YEARS).put(path(number, "cycle")).then().statusCode(201);
        board().get(path(number, "status")).then().statusCode(200);
        board().body("{\"diplomateIds\":[\"%s\"]}".formatted(number))
                .post("/v1/statuses/query")
                .then()
                .statusCode(200)
                .body("items.diplomateId", contains(number));
    }

    @Test
    void theSameAgainChangesNothingAndNeedsNoIfMatch() {
        put(TEN_YEARS).statusCode(201);
        put(TEN_YEARS).statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void anotherCycleNeedsToHaveSeenTheOneInForce() {
        put(TEN_YEARS).statusCode(201);
        put(OVERVIEW).statusCode(428).contentType("application/problem+json");
        board().header("If-Match", "\"7\"").body(OVERVIEW).put(CYCLE).then().statusCode(412);
        board().header("If-Match", "\"1\"")
                .body(OVERVIEW)
                .put(CYCLE)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("ruleSet", equalTo("abps-cc-10y-overview"));
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        put("""
        {"ruleSet":"abps-cc-9y","cycleStartYear":2021.5,"certifiedOn":"2020-11-14T00:00","x":1}\
        """)
                .statusCode(400)
                .body(
                        "errors.code",
                        contains("rule-set.unknown", "range", "date.format", "unknown-field"))
                .body(
                        "errors.pointer",
                        contains("/ruleSet", "/cycleStartYear", "/certifiedOn", "/x"));
    }

    @Test
    void aCycleCannotBeginBeforeTheCertificate() {
        put(TEN_YEARS.replace("2020-11-14", "2022-01-01"))
                .statusCode(400)
                .body("errors.code", contains("certified-on.after-first-year"));
    }

    @Test
    void aCycleThatLeavesNoPlaceForWhatIsRecordedIsRefused() {
        put(TEN_YEARS).statusCode(201);
        board().body("{\"procedure\":\"CARPAL_TUNNEL\",\"completedOn\":null}")
                .put(path("012345", "tracers/6"))
                .then()
                .statusCode(201);
        board().body(
                        """
                        {"requirement":"cme-total","dueYear":6,"decision":"WAIVED","reason":"r"}\
                        """)
                .post(path("012345", "decisions"))
                .then()
                .statusCode(201);
        board().header("If-Match", "\"1\"")
                .body(TEN_YEARS.replace("abps-cc-10y", "five-year"))
                .put(CYCLE)
                .then()
                .statusCode(409)
                .body("type", containsString("cycle-in-use"))
                .body("detail", containsString("the tracer of due year 6"))
                .body("detail", containsString("the decision on cme-total in due year 6"));
    }

    @Test
    void withoutACycleThereIsNone() {
        board().get(CYCLE).then().statusCode(404).body("type", containsString("/no-cycle"));
    }

    @Test
    void anIdThatNoDiplomateCanHaveIsNoResource() {
        board().get("/v1/diplomates/a%20b/cycle").then().statusCode(404);
        board().get(path("1".repeat(33), "cycle")).then().statusCode(404);
    }
}
