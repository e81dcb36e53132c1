package cme.credit.correction;

import static cme.credit.Callers.board;
import static cme.credit.Callers.diplomate;
import static cme.credit.Callers.society;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.credit.Ledger;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CorrectionTest {
    private static final String CONTENT =
            "{\"activity\":\"ASPS-VTE-PREVENTION\",\"completedOn\":\"2026-10-04\",\"credits\":1.25,\"reason\":\"Left early\"}";

    @Inject CatalogEvents catalog;

    private String path = "";

    @BeforeEach
    void aCompletionIsPosted() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
        path = "/v1/completions/" + Ledger.postNew("1.5");
    }

    @Test
    void aCorrectionIsANewRevisionAndTheOldOneStaysReadable() {
        put(seen("1"), CONTENT)
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("revision", equalTo(2))
                .body("credits", equalTo(1.25f))
                .body("reason", equalTo("Left early"));
        society("ASPS")
                .get(path + "/revisions")
                .then()
                .statusCode(200)
                .body("items.revision", contains(1, 2))
                .body("items.credits", contains(1.5f, 1.25f))
                .body("items.reason", contains(nullValue(), equalTo("Left early")))
                .body("nextCursor", nullValue());
    }

    @Test
    void aCorrectionNamesTheSessionAndTakesItBack() {
        String named = CONTENT.replace("\"credits\"", "\"session\":\" Morning \",\"credits\"");
        put(seen("1"), named).statusCode(200).body("session", equalTo("Morning"));
        put(seen("2"), named).statusCode(200).body("revision", equalTo(2));
        put(seen("2"), CONTENT).statusCode(200).body("session", nullValue());
        society("ASPS")
                .get(path + "/revisions")
                .then()
                .body("items.session", contains(nullValue(), equalTo("Morning"), nullValue()));
    }

    @Test
    void theSameCorrectionAgainMakesNoRevision() {
        put(seen("1"), CONTENT).statusCode(200);
        put(society("ASPS"), CONTENT).statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void aCorrectionNeedsTheRevisionSeen() {
        put(society("ASPS"), CONTENT).statusCode(428);
        put(seen("7"), CONTENT).statusCode(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "credits":1.25                    | "credits":1.3                                | /credits credits.increment
                    "credits":1.25                    | "credits":2                                  | /credits credits.over-maximum
                    "reason":"Left early"             | "category":"A"                               | /reason required
                    "credits":1.25                    | "credits":1.25,"diplomateId":"012346"        | /familyName required
                    "credits":1.25                    | "credits":1.25,"familyName":"Okafor"         | /familyName identity.no-match
                    "credits":1.25                    | "credits":1.25,"externalId":"other"          | /externalId external-id.fixed
                    "completedOn":"2026-10-04"        | "completedOn":"2999-01-01"                   | /completedOn completed-on.future
                    "credits":1.25                    | "credits":1.25,"revision":1                  | /revision unknown-field
                    """)
    void whatIsWrongWithACorrectionIsNamed(String part, String wrong, String violation) {
        put(seen("1"), CONTENT.replace(part, wrong))
                .statusCode(400)
                .body("errors.collect { it.pointer + ' ' + it.code }", contains(violation));
    }

    @Test
    void aWithdrawnCompletionStaysReadableAndCanBeTakenBack() {
        withdraw(seen("1"))
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("revision", equalTo(2));
        withdraw(society("ASPS")).statusCode(200).body("revision", equalTo(2));
        society("ASPS").get(path).then().body("status", equalTo("WITHDRAWN"));
        put(seen("2"), CONTENT.replace("1.25", "1.5"))
                .statusCode(200)
                .body("status", equalTo("RECORDED"))
                .body("revision", equalTo(3));
        board().get(path + "/revisions")
                .then()
                .body("items.status", contains("RECORDED", "WITHDRAWN", "RECORDED"));
    }

    @Test
    void aWithdrawalNeedsTheRevisionSeenAndAReason() {
        withdraw(society("ASPS")).statusCode(428);
        withdraw(seen("3")).statusCode(412);
        post(seen("1"), "{}").statusCode(400).body("errors[0].pointer", equalTo("/reason"));
    }

    @Test
    void postingTheFirstContentAgainAfterACorrectionChangesNothing() {
        String externalId = UUID.randomUUID().toString();
        String body = Ledger.completion(externalId, "1.5");
        String id = create(body).statusCode(201).extract().path("id");
        path = "/v1/completions/" + id;
        put(seen("1"), CONTENT).statusCode(200);
        create(body).statusCode(200).body("id", equalTo(id)).body("credits", equalTo(1.25f));
    }

    @Test
    void onlyThePosterAndTheBoardChangeIt() {
        assertThat(put(given(), CONTENT).extract().statusCode()).isEqualTo(401);
        assertThat(put(diplomate("012345"), CONTENT).extract().statusCode()).isEqualTo(403);
        assertThat(put(society("IHI").header("If-Match", "\"1\""), CONTENT).extract().statusCode())
                .isEqualTo(403);
        assertThat(withdraw(given()).extract().statusCode()).isEqualTo(401);
        assertThat(withdraw(diplomate("012345")).extract().statusCode()).isEqualTo(403);
        assertThat(withdraw(society("IHI").header("If-Match", "\"1\"")).extract().statusCode())
                .isEqualTo(403);
        put(board().header("If-Match", "\"1\""), CONTENT)
                .statusCode(200)
                .body("poster", equalTo("PROVIDER"));
    }

    @Test
    void revisionsAreForThoseWhoMayReadTheCompletion() {
        String revisions = path + "/revisions";
        assertThat(given().get(revisions).statusCode()).isEqualTo(401);
        assertThat(society("IHI").get(revisions).statusCode()).isEqualTo(403);
        assertThat(diplomate("012346").get(revisions).statusCode()).isEqualTo(403);
        assertThat(diplomate("012345").get(revisions).statusCode()).isEqualTo(200);
        assertThat(board().get("/v1/completions/x/revisions").statusCode()).isEqualTo(404);
        assertThat(board().get("/v1/completions/" + UUID.randomUUID() + "/revisions").statusCode())
                .isEqualTo(404);
    }

    private static RequestSpecification seen(String revision) {
        return society("ASPS").header("If-Match", '"' + revision + '"');
    }

    private ValidatableResponse put(RequestSpecification caller, String body) {
        return caller.contentType("application/json").body(body).put(path).then();
    }

    private ValidatableResponse withdraw(RequestSpecification caller) {
        return post(caller, "{\"reason\":\"Posted for another surgeon\"}");
    }

    private ValidatableResponse post(RequestSpecification caller, String body) {
        return caller.contentType("application/json").body(body).post(path + "/withdrawal").then();
    }

    private static ValidatableResponse create(String body) {
        return society("ASPS")
                .contentType("application/json")
                .body(body)
                .post("/v1/completions")
                .then();
    }
}
