package cme.credit.correction;

import static cme.credit.Callers.board;
import static cme.credit.Callers.diplomate;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A society proposes a correction, and the board decides.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CorrectionProposalTest {
    private static final String TWO =
            "{\"reason\":\"two days\",\"title\":\"Grand"
                    + " rounds\",\"completedOn\":\"2026-10-04\",\"credits\":2}";

    private People person;
    private String completion = "";

    @BeforeEach
    void somethingIsRecorded() {
        person = People.add(People.anyName());
        completion = person.post(UUID.randomUUID().toString());
    }

    @Test
    void anAcceptedProposalIsACorrectionByTheBoard() {
        String id =
                propose(TWO)
                        .statusCode(201)
                        .header("Location", containsString("/v1/correction-proposals/"))
                        .body("state", equalTo("PROPOSED"))
                        .body("provider", equalTo("ASPS"))
                        .body("revision", equalTo(1))
                        .body("correction.credits", equalTo(2))
                        .body("correction.reason", equalTo("two days"))
                        .extract()
                        .path("id");
        propose(TWO).statusCode(200).body("id", equalTo(id));
        board().get("/v1/completions/" + completion).then().body("credits", equalTo(1f));

        decide(id, "ACCEPT").statusCode(200).body("state", equalTo("ACCEPTED"));
        decide(id, "ACCEPT").statusCode(200).body("decisionReason", equalTo("seen"));
        decide(id, "REJECT").statusCode(409).body("type", endsWith("proposal-closed"));
        board().get("/v1/completions/" + completion)
                .then()
                .body("credits", equalTo(2f))
                .body("revision", equalTo(2))
                .body("reason", equalTo("seen"));
        society("ASPS")
                .get("/v1/correction-proposals/" + id)
                .then()
                .body("decidedAt", notNullValue());
    }

    @Test
    void aRejectedProposalChangesNothing() {
        String id = propose(TWO).extract().path("id");
        decide(id, "REJECT").statusCode(200).body("state", equalTo("REJECTED"));
        board().get("/v1/completions/" + completion).then().body("revision", equalTo(1));
    }

    @Test
    void aLaterProposalTakesThePlaceOfOneThatWaits() {
        String first = propose(TWO).extract().path("id");
        String second = propose(TWO.replace(":2}", ":3}")).statusCode(201).extract().path("id");
        board().get("/v1/correction-proposals?state=PROPOSED&limit=500")
                .then()
                .body("items.id", hasItem(second))
                .body("items.id", not(hasItem(first)));
        decide(first, "ACCEPT").statusCode(409);
    }

    @Test
    void whatHasChangedSinceIsNotOverwritten() {
        String id = propose(TWO).extract().path("id");
        board().header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(TWO.replace(":2}", ":4}"))
                .put("/v1/completions/" + completion)
                .then()
                .statusCode(200);
        decide(id, "ACCEPT")
                .statusCode(409)
                .body("type", endsWith("proposal-outdated"))
                .body("errors.pointer", contains("/credits"))
                .body("errors.detail", contains("It was 1.00 and is 4.00 now."));
        decide(id, "REJECT").statusCode(200);
    }

    @Test
    void aProposalOfARevisionThatHasChangedIsToldInWhat() {
        board().header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(TWO.replace(":2}", ":4}"))
                .put("/v1/completions/" + completion)
                .then()
                .statusCode(200);
        proposeSeen("\"1\"")
                .statusCode(412)
                .body("type", endsWith("/stale"))
                .body("errors.pointer", contains("/credits"));
        proposeSeen("\"2\"").statusCode(201).body("revision", equalTo(2));
    }

    @Test
    void theBoardDecidesOnTheProposalThatItHasRead() {
        String id = propose(TWO).extract().path("id");
        String path = "/v1/correction-proposals/" + id;
        String read = board().get(path).header("ETag");
        propose(TWO.replace(":2}", ":3}")).statusCode(201);
        board().header("If-Match", read)
                .contentType("application/json")
                .body("{\"decision\":\"REJECT\",\"reason\":\"seen\"}")
                .post(path + "/decision")
                .then()
                .statusCode(412);
        decide(id, "REJECT").statusCode(409);
    }

    private ValidatableResponse proposeSeen(String revision) {
        return society("ASPS")
                .header("If-Match", revision)
                .contentType("application/json")
                .body(TWO)
                .post("/v1/completions/" + completion + "/correction-proposals")
                .then();
    }

    @Test
    void theProposalsOfOneCompletionAreListed() {
        String first = propose(TWO).extract().path("id");
        String second = propose(TWO.replace(":2}", ":3}")).extract().path("id");
        String other = person.post(UUID.randomUUID().toString());
        String list = "/v1/correction-proposals?completion=";
        board().get(list + completion).then().body("items.id", contains(first, second));
        society("ASPS")
                .get(list + completion + "&state=PROPOSED")
                .then()
                .body("items.id", contains(second));
        society("ASAPS").get(list + completion).then().body("items.id", empty());
        board().get(list + other).then().statusCode(200).body("items.id", empty());
        board().get(list + "x")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/completion"))
                .body("errors.code", contains("unknown-value"));
    }

    @Test
    void aProposalIsCheckedLikeACorrection() {
        propose(TWO.replace(":2}", ":2.1}"))
                .statusCode(400)
                .body("errors.code", contains("credits.increment"));
        propose("{}").statusCode(400).body("errors.pointer", hasItem("/reason"));
    }

    @Test
    void onlyThePosterProposesAndReads() {
        String id = propose(TWO).extract().path("id");
        String path = "/v1/correction-proposals/" + id;
        assertThat(society("ASAPS").get(path).statusCode()).isEqualTo(403);
        assertThat(diplomate(person.id()).get(path).statusCode()).isEqualTo(403);
        society("ASAPS")
                .contentType("application/json")
                .body(TWO)
                .post("/v1/completions/" + completion + "/correction-proposals")
                .then()
                .statusCode(403);
        society("ASAPS").get("/v1/correction-proposals").then().body("items.id", not(hasItem(id)));
        board().get("/v1/correction-proposals/x").then().statusCode(404);
    }

    private ValidatableResponse propose(String body) {
        return society("ASPS")
                .contentType("application/json")
                .body(body)
                .post("/v1/completions/" + completion + "/correction-proposals")
                .then();
    }

    private static ValidatableResponse decide(String id, String decision) {
        return board().contentType("application/json")
                .body("{\"decision\":\"%s\",\"reason\":\"seen\"}".formatted(decision))
                .post("/v1/correction-proposals/" + id + "/decision")
                .then();
    }
}
