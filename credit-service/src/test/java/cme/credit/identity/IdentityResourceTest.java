package cme.credit.identity;

import static cme.credit.Callers.board;
import static cme.credit.Callers.sample;
import static cme.credit.Callers.society;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cme.credit.Callers;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class IdentityResourceTest {
    private final String familyName = People.anyName();
    private final String body =
            "{\"npi\":\"%s\",\"givenName\":\"Ana\",\"familyName\":\"%s\",\"birthMonthDay\":\"02-29\"}"
                    .formatted(People.anyNpi(), familyName);

    private final String path = "/v1/identities/T" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void theSamplesAreKnown() {
        Callers.putSampleIdentities();
    }

    @Test
    void aDiplomateIsAddedAndRead() {
        put(board(), body)
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Location", endsWith(path));
        board().get(path)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("familyName", equalTo(familyName))
                .body("birthMonthDay", equalTo("02-29"));
    }

    @Test
    void repeatingAPutChangesNothingAndChangingNeedsTheVersionSeen() {
        put(board(), body).statusCode(201);
        put(board(), body).statusCode(200).header("ETag", equalTo("\"1\""));
        String other = body.replace("Ana", "Anna");
        put(board(), other).statusCode(428);
        put(board().header("If-Match", "\"7\""), other).statusCode(412);
        put(board().header("If-Match", "\"1\""), other)
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
    }

    @Test
    void aVersionThatIsNotThereAddsNobody() {
        for (String seen : List.of("*", "\"1\"")) {
            put(board().header("If-Match", seen), body)
                    .statusCode(412)
                    .body("type", endsWith("/stale"));
        }
        put(board(), body).statusCode(201);
    }

    @Test
    void everyMistakeIsNamed() {
        put(board(), "{\"npi\":\"1090123459\",\"birthMonthDay\":\"02-30\",\"name\":\"x\"}")
                .statusCode(400)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        hasItems(
                                "/npi npi.check-digit",
                                "/birthMonthDay birth-month-day.format",
                                "/familyName required",
                                "/name unknown-field"));
        board().contentType("application/json")
                .body(body)
                .put("/v1/identities/%20")
                .then()
                .statusCode(400);
    }

    @Test
    void whoIsNotKnownIsMissing() {
        board().get(path).then().statusCode(404);
    }

    @Test
    void aMatchRevealsToTheBoardTheNumberAndToASocietyNothingThatItDidNotSend() {
        String byNpi = "{\"npi\":\"1987654328\",\"familyName\":\"MÜLLER, MD\"}";
        match(board(), byNpi)
                .statusCode(200)
                .body("outcome", equalTo("MATCH"))
                .body("diplomateId", equalTo("012347"))
                .body("size()", equalTo(2));
        match(society("ASPS"), byNpi)
                .statusCode(200)
                .body("outcome", equalTo("MATCH"))
                .body("diplomateId", nullValue());
        match(society("ASPS"), "{\"diplomateId\":\"012347\",\"familyName\":\"Mueller\"}")
                .body("diplomateId", equalTo("012347"));
        match(society("ASPS"), "{\"diplomateId\":\"012347\",\"familyName\":\"Chen\"}")
                .statusCode(200)
                .body("outcome", equalTo("NO_MATCH"));
        match(board(), "{\"diplomateId\":\"012347\",\"familyName\":\"Chen\"}")
                .statusCode(200)
                .body("outcome", equalTo("IDENTITY_DIFFERS"))
                .body("diplomateId", nullValue());
        match(board(), "{\"diplomateId\":\"0\",\"familyName\":\"Chen\"}")
                .body("outcome", equalTo("NO_MATCH"));
        match(board(), "{\"familyName\":\"Chen\"}").statusCode(400);
    }

    @Test
    void aTableIsImportedRowByRow() {
        String csv =
                sample("identities.csv")
                        + "012399,1234567898,A,B,\n"
                        + ",,,,\n"
                        + "012345,1234567893,Maria,Lopez-Garcia,03-14\n";
        importAll(board(), "text/csv; charset=UTF-8", csv)
                .statusCode(200)
                .body("rows", equalTo(6))
                .body("rejected", equalTo(1))
                .body("unchanged", equalTo(5))
                .body("results[4].errors.code", contains("npi.check-digit"));
    }

    @Test
    void aListIsImportedRowByRow() {
        String id = path.substring(path.lastIndexOf('/') + 1);
        String row = "{\"diplomateId\":\"" + id + "\",\"familyName\":\"Ito\"}";
        importAll(board(), "application/json", "[" + row + ",5," + row + "]")
                .statusCode(200)
                .body("results.outcome", contains("ADDED", "REJECTED", "UNCHANGED"));
        importAll(board(), "application/json", "[" + row.replace("Ito", "Itô") + "]")
                .body("results.outcome", contains("CHANGED"));
        importAll(board(), "application/json", "{}").statusCode(400);
        importAll(board(), "application/json", "[" + row).statusCode(400);
    }

    @Test
    void aDryRunOfAnImportAnswersTheSameAndRecordsNothing() {
        String id = path.substring(path.lastIndexOf('/') + 1);
        String row = "{\"diplomateId\":\"" + id + "\",\"familyName\":\"Ito\"}";
        String rows = "[" + row + ",5," + row + "]";

        importAll(board(), "application/json", rows, "?dryRun=true")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("results.outcome", contains("ADDED", "REJECTED", "UNCHANGED"));
        board().get(path).then().statusCode(404);

        importAll(board(), "application/json", rows, "?dryRun=false")
                .statusCode(200)
                .body("dryRun", equalTo(false))
                .body("results.outcome", contains("ADDED", "REJECTED", "UNCHANGED"));
        importAll(board(), "application/json", rows, "?dryRun=perhaps").statusCode(400);
    }

    @Test
    void anImportNamesTwentyViolationsARowAndAThousandInAll() {
        String row =
                IntStream.range(0, 30)
                        .mapToObj("\"x%d\":1"::formatted)
                        .collect(Collectors.joining(",", "{", "}"));
        importAll(board(), "application/json", "[" + (row + ",").repeat(99) + row + "]")
                .statusCode(200)
                .body("rejected", equalTo(100))
                .body("results", hasSize(50))
                .body("moreRejected", equalTo(50))
                .body("results[0].errors", hasSize(20))
                .body("results[0].errors[19].code", equalTo("more-violations"))
                .body("results[0].errors[19].detail", startsWith("13 more"));
    }

    private ValidatableResponse put(RequestSpecification caller, String body) {
        return caller.contentType("application/json").body(body).put(path).then();
    }

    private static ValidatableResponse match(RequestSpecification caller, String body) {
        return caller.contentType("application/json")
                .body(body)
                .post("/v1/identities/match")
                .then();
    }

    private static ValidatableResponse importAll(
            RequestSpecification caller, String type, String body) {
        return importAll(caller, type, body, "");
    }

    private static ValidatableResponse importAll(
            RequestSpecification caller, String type, String body, String query) {
        return caller.contentType(type).body(body).post("/v1/identities/imports" + query).then();
    }
}
