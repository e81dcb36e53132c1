package cme.catalog.reference;

import static cme.catalog.Api.ACTIVITIES;
import static cme.catalog.Api.board;
import static cme.catalog.Api.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cme.catalog.Api;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Providers, tracer procedures and cap groups.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ReferenceDataTest {

    private static final String PROCEDURE =
            """
            {"name": "%s", "module": "HAND", "synonyms": ["Other"], "source": "A test"}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/providers/N | {\"name\": \"%s\", \"website\": \"https://n.example\"}",
                "/v1/tracer-procedures/N | {\"name\": \"%s\", \"module\": \"HAND\", \"source\": \"A test\"}"
            })
    void itIsAddedChangedAndNotOverwrittenUnseen(String base, String body) {
        var path = base + System.nanoTime();
        var first = body.formatted("First");
        var second = body.formatted("Second");

        board().body(first).put(path).then().statusCode(201).header("ETag", "\"1\"");
        board().body(first).put(path).then().statusCode(200).header("ETag", "\"1\"");
        problem(board().body(second).put(path).then(), 428, "if-match-required");
        board().header("If-Match", "\"1\"")
                .body(second)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        problem(board().header("If-Match", "\"1\"").body(first).put(path).then(), 412, "stale");
        var read = given().get(path).then().statusCode(200).body("name", equalTo("Second"));
        board().body(read.extract().asString()).put(path).then().statusCode(200);
        given().header("If-None-Match", "\"2\"").get(path).then().statusCode(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/providers/N | {\"name\": \"A name\", \"website\": \"https://n.example\"}",
                "/v1/tracer-procedures/N | {\"name\": \"A name\", \"module\": \"HAND\", \"source\": \"A test\"}",
                "/v1/cap-groups/N | {\"credits\": 6}",
                "/v1/guidance/n | {\"title\": \"A topic\", \"text\": \"A text\", \"source\": \"A test\"}",
                "/v1/activities/N | {\"title\": \"A course\", \"provider\": \"ASPS\", \"type\": \"COURSE\", \"credits\": 2}"
            })
    void aVersionThatIsNotThereCreatesNothing(String base, String body) {
        var path = base + System.nanoTime();

        for (var seen : new String[] {"*", "\"1\""}) {
            problem(board().header("If-Match", seen).body(body).put(path).then(), 412, "stale");
        }
        board().get(path).then().statusCode(404);
        board().body(body).put(path).then().statusCode(201);
    }

    @Test
    void whatIsNotThereIsMissing() {
        for (var path :
                new String[] {
                    "/v1/providers/NOBODY",
                    "/v1/tracer-procedures/NONE",
                    "/v1/cap-groups/NONE",
                    "/v1/activities/NONE/revisions"
                }) {
            problem(given().get(path).then(), 404, "not-found");
        }
        problem(
                given().urlEncodingEnabled(false).get("/v1/providers/%00").then(),
                400,
                "unreadable-request");
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        problem(
                        board().body("{\"module\": \"FOOT\", \"synonyms\": [1], \"x\": 1}")
                                .put("/v1/tracer-procedures/NEW_ONE")
                                .then(),
                        400,
                        "invalid-request")
                .body(
                        "errors.pointer",
                        contains("/name", "/module", "/synonyms/0", "/source", "/x"));
        problem(board().body("{}").put("/v1/providers/lower").then(), 400, "invalid-request");
        problem(
                        board().body("{\"credits\": 0.1}").put("/v1/cap-groups/NEW").then(),
                        400,
                        "invalid-request")
                .body("errors.code", contains("credits.increment"));
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        var first = given().queryParam("limit", 2).get("/v1/providers").then().statusCode(200);
        var next =
                given().queryParam("limit", 1)
                        .queryParam("cursor", first.extract().<String>path("nextCursor"))
                        .get("/v1/providers")
                        .then()
                        .statusCode(200);

        first.body("items.code", contains("ABMS", "AMA"));
        next.body("items.code", contains("ASAPS"));
        problem(
                given().queryParam("colour", "red").get("/v1/providers").then(),
                400,
                "unknown-parameter");
    }

    @Test
    void aCapIsChangedForTheWholeGroup() {
        var group = "G" + System.nanoTime();
        var one = capped(group, 5);
        var other = capped(group, 5);

        problem(
                board().body("{\"credits\": 6}").put("/v1/cap-groups/" + group).then(),
                428,
                "if-match-required");
        board().header("If-Match", "\"5.00\"")
                .body("{\"credits\": 6}")
                .put("/v1/cap-groups/" + group)
                .then()
                .statusCode(200)
                .body("credits", equalTo(6.0f));

        for (var code : new String[] {one, other}) {
            Api.read(code).body("cap.credits", equalTo(6.0f)).body("revision", equalTo(2));
            board().get(ACTIVITIES + code + "/revisions")
                    .then()
                    .body("items[1].changes.field", contains("cap"))
                    .body("items[1].reason", containsString("capped at 6.00"));
        }
    }

    @Test
    void theOnlyActivityOfAGroupMayChangeItsCap() {
        var group = "G" + System.nanoTime();
        var code = capped(group, 5);

        board().header("If-Match", "\"1\"")
                .body(capped("ASPS", group, 7))
                .put(ACTIVITIES + code)
                .then()
                .statusCode(200)
                .body("cap.credits", equalTo(7.0f));
    }

    private static String capped(String group, int credits) {
        var code = Api.newCode();
        board().body(capped("ASPS", group, credits)).put(ACTIVITIES + code).then().statusCode(201);
        return code;
    }

    private static String capped(String provider, String group, int credits) {
        return Api.course(provider)
                .replace(
                        "}",
                        ", \"cap\": {\"group\": \"%s\", \"credits\": %d}}"
                                .formatted(group, credits));
    }
}
