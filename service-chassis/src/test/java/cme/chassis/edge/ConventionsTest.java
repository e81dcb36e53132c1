package cme.chassis.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cme.chassis.problem.Problem;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The conventions of the API that hold for every operation of every service.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ConventionsTest {

    private static final String PARCEL = "{\"label\": \"a\"}";

    /// Sends no `Accept-Encoding` of its own.
    private static final RestAssuredConfig WITHOUT_DECODING =
            RestAssuredConfig.config()
                    .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    private static RequestSpecification parcel() {
        return given().contentType("application/json").body(PARCEL);
    }

    private static ValidatableResponse problem(
            ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", containsString("/" + slug));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryRun=true", "dryRun", "dryRun=", "a=1&a=2"})
    void aWriteRefusesParametersThatItDoesNotHave(String query) {
        problem(parcel().post("/v1/parcels?" + query).then(), 400, "unknown-parameter")
                .body("errors", hasSize(1))
                .body("errors[0].code", equalTo("unknown-parameter"))
                .body("detail", containsString("this operation has none"));
    }

    @Test
    void aListNamesTheParametersThatThereAre() {
        problem(given().get("/v1/parcels?filtr=x&limit=0").then(), 400, "unknown-parameter")
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        equalTo(List.of("/limit range", "/filtr unknown-parameter")))
                .body("errors[1].detail", containsString("cursor, limit"));
    }

    @Test
    void anEmptyParameterIsRefused() {
        problem(given().get("/v1/parcels?limit=").then(), 400, "unknown-parameter")
                .body("errors", hasSize(1))
                .body("errors[0].code", equalTo("empty-parameter"));
    }

    @Test
    void aRepeatedParameterIsRefused() {
        problem(given().get("/v1/parcels?limit=1&limit=2").then(), 400, "invalid-request")
                .body("errors.code", equalTo(List.of("repeated")));
    }

    @Test
    void theTokenIsCheckedBeforeTheParameters() {
        problem(given().get("/v1/parcels/owned/x?a=1").then(), 401, "unauthorized");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | /v1/parcels           | GET, HEAD, OPTIONS, POST",
                "POST   | /v1/parcels/versioned | GET, HEAD, OPTIONS, PUT",
                "PATCH  | /v1/parcels/versioned | GET, HEAD, OPTIONS, PUT",
                "GET    | /v1/parcels/imports   | OPTIONS, POST",
                "PUT    | /v1/parcels/numbered/3| DELETE, GET, HEAD, OPTIONS",
                "POST   | /v1/parcels/numbered/3| DELETE, GET, HEAD, OPTIONS"
            })
    void anotherMethodIsRefusedWithThoseThatThereAre(String method, String path, String allowed) {
        problem(given().request(method, path).then(), 405, "method-not-allowed")
                .header("Allow", allowed);
        given().request("OPTIONS", path).then().statusCode(204).header("Allow", allowed);
    }

    @Test
    void aMissingResourceHasNoMethods() {
        problem(given().request("OPTIONS", "/v1/nowhere").then(), 404, "not-found");
        problem(given().delete("/v1/parcels/numbered/x").then(), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "text", "a/b/c", ",", "/", "text/html;q=much", "\"\"", ";"})
    void anAcceptThatCannotBeReadIsRefused(String accept) {
        given().header("Accept", accept)
                .get("/v1/parcels")
                .then()
                .statusCode(org.hamcrest.Matchers.in(List.of(400, 406)))
                .contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/*", "application/xml, text/plain"})
    void whatIsNotGivenIsNotAcceptable(String accept) {
        problem(given().header("Accept", accept).get("/v1/parcels").then(), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "*",
                "application/*",
                "text/html, */*;q=0.1",
                "application/json;q=.2"
            })
    void whatIsGivenIsAcceptable(String accept) {
        given().header("Accept", accept)
                .get("/v1/parcels")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @Test
    void everyAnswerHasTheSameHeaders() {
        var unauthorized = given().get("/v1/parcels/owned/x").then().statusCode(401);
        var missing = given().get("/v1/nowhere").then().statusCode(404);
        var found = given().get("/v1/parcels").then().statusCode(200);
        for (ValidatableResponse answer : List.of(unauthorized, missing, found)) {
            answer.header("X-Content-Type-Options", "nosniff")
                    .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
                    .header(
                            "Date",
                            matchesPattern(
                                    "[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT"))
                    .header("Vary", "Accept, Accept-Encoding, Authorization, Origin")
                    .header("Cache-Control", "no-store");
        }
    }

    @Test
    void anAnswerWithAnETagMayBeKeptByItsCaller() {
        given().get("/v1/parcels/versioned").then().header("Cache-Control", "private, no-cache");
        given().header("If-None-Match", "\"3\"")
                .get("/v1/parcels/versioned")
                .then()
                .statusCode(304)
                .header("Cache-Control", "private, no-cache");
    }

    @Test
    void theCallersRequestIdIsInTheAnswerAndInTheProblem() {
        problem(
                        given().header("X-Request-Id", "board-42.a_b")
                                .get("/v1/parcels?a=1")
                                .then(),
                        400,
                        "unknown-parameter")
                .header("X-Request-Id", "board-42.a_b")
                .body("requestId", equalTo("board-42.a_b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a,b", "<script>", "a%0Ab"})
    void anIdThatIsNoTokenIsReplaced(String id) {
        given().header("X-Request-Id", id)
                .get("/v1/parcels")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
        given().header("X-Request-Id", "a".repeat(65))
                .get("/v1/parcels")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void theLogNamesTheRequest() {
        var ids = Collections.synchronizedList(new ArrayList<String>());
        var listener =
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        if (line instanceof ExtLogRecord ext
                                && line.getLevel().intValue() >= 1_000) {
                            ids.add(String.valueOf(ext.getMdc("requestId")));
                        }
                    }

                    @Override
                    public void flush() {
                        // The handler has no buffer.
                    }

                    @Override
                    public void close() {
                        // The handler has no resources.
                    }
                };
        Logger.getLogger("").addHandler(listener);
        try {
            given().header("X-Request-Id", "find-me")
                    .get("/v1/parcels/broken")
                    .then()
                    .statusCode(500);
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        assertThat(ids).contains("find-me");
    }

    @Test
    void anAnswerNamesAThousandViolationsAtMost() {
        String unknown =
                IntStream.range(0, 1_500)
                        .mapToObj("\"f%d\": 1"::formatted)
                        .collect(Collectors.joining(", "));
        problem(
                        given().contentType("application/json")
                                .body("{\"label\": \"a\", " + unknown + "}")
                                .post("/v1/parcels")
                                .then(),
                        400,
                        "invalid-request")
                .body("detail", containsString("1500 violations"))
                .body("errors", hasSize(1_000))
                .body("errors[999].code", equalTo("more-violations"))
                .body("errors[999].detail", equalTo("501 more violations are not listed."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01",
                "-001-01-01",
                "+999-01-01",
                "10000-01-01",
                "99999-01-01",
                "2026-02-30",
                "2026-1-1",
                "٢٠٢٦-01-01",
                "+999999999-12-31",
                "-999999999-01-01"
            })
    void aDateOutOfRangeIsInvalid(String date) {
        problem(
                        given().contentType("application/json")
                                .body("{\"label\": \"a\", \"sentOn\": \"" + date + "\"}")
                                .post("/v1/parcels")
                                .then(),
                        400,
                        "invalid-request")
                .body("errors.code", equalTo(List.of("date.format")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "3", "\"3", "\"2\" \"3\"", "\"2\",", "W/3", "", "**"})
    void anIfMatchThatCannotBeReadIsInvalid(String header) {
        problem(
                        given().header("If-Match", header).put("/v1/parcels/versioned").then(),
                        400,
                        "invalid-request")
                .body("errors[0].pointer", equalTo("/If-Match"))
                .body("errors[0].code", equalTo("if-match.form"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"3\"", "W/\"3\"", "\"1\", \"3\"", "\"1\" , W/\"3\""})
    void anIfMatchThatNamesTheVersionIsLetIn(String header) {
        given().header("If-Match", header).put("/v1/parcels/versioned").then().statusCode(200);
    }

    @Test
    void theLinesOfIfMatchAreOneList() {
        given().header("If-Match", "\"1\"", "\"3\"")
                .put("/v1/parcels/versioned")
                .then()
                .statusCode(200);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String parcels = given().get("/v1/parcels?limit=1").then().extract().path("nextCursor");
        String odd =
                given().get("/v1/parcels/numbered?limit=1&odd=true")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("nextCursor");
        given().get("/v1/parcels/numbered?odd=true&limit=2&cursor=" + odd).then().statusCode(200);
        for (String query :
                List.of("?cursor=" + parcels, "?cursor=" + odd, "?odd=false&cursor=" + odd)) {
            problem(given().get("/v1/parcels/numbered" + query).then(), 400, "invalid-request")
                    .body("errors.code", equalTo(List.of("cursor.unknown")));
        }
    }

    @Test
    void aLongAnswerIsCompressedForThoseWhoAcceptIt() {
        String plain =
                given().config(WITHOUT_DECODING)
                        .header("Accept-Encoding", "identity")
                        .get("/v1/parcels/long")
                        .then()
                        .header("Content-Encoding", nullValue())
                        .extract()
                        .asString();
        given().header("Accept-Encoding", "gzip")
                .get("/v1/parcels/long")
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .body(equalTo(plain));
        given().header("Accept-Encoding", "gzip")
                .get("/v1/parcels")
                .then()
                .header("Content-Encoding", not(equalTo("gzip")))
                .header("Content-Length", notNullValue());
    }

    @Test
    void anOperationThatWillEndSaysSoInItsAnswersAndInItsDescription() {
        given().get("/v1/parcels/superseded")
                .then()
                .statusCode(200)
                .header("Deprecation", "@1798761600")
                .header("Sunset", "Sat, 01 Jan 2028 00:00:00 GMT")
                .header("Link", "</v2/parcels>; rel=\"successor-version\"");
        given().get("/v1/parcels").then().header("Deprecation", nullValue());
        given().get("/q/openapi?format=json")
                .then()
                .body("paths.'/v1/parcels/superseded'.get.deprecated", equalTo(true))
                .body("paths.'/v1/parcels'.get.deprecated", nullValue());
    }

    @Test
    void everyOperationDescribesTheRefusalOfOtherMethods() {
        given().get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.'/v1/parcels'.get.responses.'405'.'$ref'",
                        equalTo("#/components/responses/MethodNotAllowed"))
                .body(
                        "components.responses.MethodNotAllowed.headers.Allow.required",
                        equalTo(true));
    }
}
