package cme.chassis.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cme.chassis.problem.Problem;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class EdgeTest {

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json").body(body).post("/v1/parcels").then();
    }

    private static ValidatableResponse problem(
            ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(status))
                .body("type", containsString("/" + slug));
    }

    @Test
    void everyViolationIsNamedWithItsPlace() {
        problem(
                        post(
                                """
                                {"sentOn": "2026-13-01", "weight": "heavy", "size": "TINY", "colour": 1,
                                 "items": [{"name": "a"}, {"nam": "b"}]}
                                """),
                        400,
                        "invalid-request")
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        hasItems(
                                "/label required",
                                "/sentOn date.format",
                                "/weight type",
                                "/size unknown-value",
                                "/items/1/name required",
                                "/items/1/nam unknown-field",
                                "/colour unknown-field"))
                .body("errors", hasSize(7));
    }

    @Test
    void numbersStayExact() {
        post("{\"label\": \"a\", \"weight\": 0.10000000000000000000001}")
                .statusCode(200)
                .body(containsString("0.10000000000000000000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"label\": \"a\"",
                "{\"label\": \"a\"} trailing",
                "{\"label\": \"a\", \"label\": \"b\"}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
                "{\"weight\": 1e99999999999}",
                "{\"weight\": 11111111111111111111111111111111111111111111111111111111111111}",
                ""
            })
    void whatIsNotJsonWithinTheLimitsIsUnreadable(String body) {
        problem(post(body), 400, "unreadable-request");
    }

    @Test
    void brokenEncodingIsUnreadable() {
        byte[] invalidUtf8 = {
            '{', '"', 'l', 'a', 'b', 'e', 'l', '"', ':', '"', (byte) 0xC3, '(', '"', '}'
        };
        problem(
                given().contentType("application/json")
                        .body(invalidUtf8)
                        .post("/v1/parcels")
                        .then(),
                400,
                "unreadable-request");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        problem(post("{\"label\": \"" + "a".repeat(1_200_000) + "\"}"), 413, "too-large");
    }

    @Test
    void aBodyThatIsNotAnObjectIsRefused() {
        problem(post("[]"), 400, "invalid-request").body("errors[0].code", equalTo("type"));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        problem(
                given().contentType("text/plain").body("x").post("/v1/parcels").then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void unknownPathsAndMethodsAreProblemsToo() {
        problem(given().get("/v1/nowhere").then(), 404, "not-found");
        problem(given().get("/v1/parcels/missing").then(), 404, "not-found");
        problem(given().delete("/v1/parcels").then(), 405, "method-not-allowed");
    }

    @Test
    void aFailureRevealsNoInnerDetail() {
        problem(given().get("/v1/parcels/broken").then(), 500, "internal-error")
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    @Test
    void aListIsReadPageByPage() {
        var first =
                given().get("/v1/parcels?limit=3").then().body("items", equalTo(List.of(1, 2, 3)));
        String second = first.extract().path("nextCursor");
        String third =
                given().get("/v1/parcels?limit=3&cursor=" + second)
                        .then()
                        .body("items", equalTo(List.of(4, 5, 6)))
                        .extract()
                        .path("nextCursor");
        given().get("/v1/parcels?limit=3&cursor=" + third)
                .then()
                .body("items", equalTo(List.of(7)))
                .body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, /limit, invalid-request",
        "limit=501, /limit, invalid-request",
        "limit=many, /limit, invalid-request",
        "cursor=***, /cursor, invalid-request",
        "filtr=x, /filtr, unknown-parameter"
    })
    void aQueryThatIsNotUnderstoodIsRefused(String query, String pointer, String type) {
        problem(given().get("/v1/parcels?" + query).then(), 400, type)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aRequestWithoutATokenIsRefused() {
        problem(given().get("/v1/parcels/owned/provider").then(), 401, "unauthorized");
        problem(
                given().auth().oauth2("not.a.token").get("/v1/parcels/owned/provider").then(),
                401,
                "unauthorized");
    }

    static Stream<String> tokensThatAreNotValid() {
        return Stream.of(
                TestTokens.expired(),
                TestTokens.ofOtherIssuer(),
                TestTokens.forOtherAudience(),
                TestTokens.signedWithOtherKey(),
                TestTokens.tampered());
    }

    @ParameterizedTest
    @MethodSource("tokensThatAreNotValid")
    void aTokenThatIsNotValidIsNoToken(String token) {
        problem(
                given().auth().oauth2(token).get("/v1/parcels/owned/provider").then(),
                401,
                "unauthorized");
    }

    @Test
    void theWrongRoleIsRefused() {
        problem(
                given().auth()
                        .oauth2(TestTokens.diplomate("012345"))
                        .get("/v1/parcels/owned/x")
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void anOperationWithoutRolesIsClosed() {
        problem(
                given().auth().oauth2(TestTokens.board()).get("/v1/parcels/unannotated").then(),
                403,
                "forbidden");
    }

    @Test
    void theCallerIsTakenFromTheToken() {
        given().auth()
                .oauth2(TestTokens.society("ASPS"))
                .get("/v1/parcels/owned/provider")
                .then()
                .statusCode(200)
                .body(containsString("false ASPS"));
    }

    @Test
    void aVersionThatTheCallerHasIsNotSentAgain() {
        given().get("/v1/parcels/versioned").then().statusCode(200).header("ETag", "\"3\"");
        given().header("If-None-Match", "\"2\", W/\"3\"")
                .get("/v1/parcels/versioned")
                .then()
                .statusCode(304);
    }

    @Test
    void aVersionThatTheCallerHasNotSeenIsNotReplaced() {
        problem(given().put("/v1/parcels/versioned").then(), 428, "if-match-required");
        problem(
                given().header("If-Match", "\"2\"").put("/v1/parcels/versioned").then(),
                412,
                "stale");
        given().header("If-Match", "\"3\"").put("/v1/parcels/versioned").then().statusCode(200);
    }
}
