package cme.credit.correction;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import cme.credit.CatalogEvents;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the board has decided on is not undone by its poster (domain, section 4).
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class BoardDecisionTest {
    @Inject CatalogEvents catalog;

    private final String externalId = UUID.randomUUID().toString();
    private People person = new People("", "", "");
    private People other = person;
    private String path = "";

    @BeforeEach
    void aCompletionIsPosted() {
        catalog.publishSamples();
        person = People.add("Lopez");
        other = People.add("Okafor");
        path = "/v1/completions/" + person.post(externalId);
    }

    @Test
    void whatTheBoardMovedIsNotMovedBack() {
        correct(board(), 1, 1, to(other)).statusCode(200);
        refused(correct(society("ASPS"), 2, 1, to(person)));
        board().get(path).then().body("diplomateId", equalTo(other.id()));
    }

    @Test
    void whatTheBoardWithdrewIsNotPutBack() {
        withdraw(board(), 1).statusCode(200);
        refused(correct(society("ASPS"), 2, 1, ""));
        withdraw(society("ASPS"), 2).statusCode(200).body("revision", equalTo(2));
        correct(board(), 2, 1, "").statusCode(200).body("status", equalTo("RECORDED"));
    }

    @Test
    void whatTheBoardCorrectedIsNotRaisedAndNotWithdrawn() {
        correct(board(), 1, 4, ",\"patientSafetyCredits\":1").statusCode(200);
        refused(correct(society("ASPS"), 2, 50, ",\"patientSafetyCredits\":1"));
        refused(correct(society("ASPS"), 2, 4, ",\"patientSafetyCredits\":2"));
        refused(correct(society("ASPS"), 2, 4, ""));
        refused(withdraw(society("ASPS"), 2));
        correct(society("ASPS"), 2, 3, ",\"patientSafetyCredits\":1")
                .statusCode(200)
                .body("credits", equalTo(3f));
        correct(society("ASPS"), 3, 3, ",\"patientSafetyCredits\":1,\"category\":\"AMA_PRA_1\"")
                .statusCode(200);
        refused(withdraw(society("ASPS"), 4));
    }

    @Test
    void whatTheBoardCorrectedIsNotMadeSomethingElse() {
        correct(board(), 1, 4, "").statusCode(200);
        refused(correct(society("ASPS"), 2, 4, ",\"session\":\"Morning\""));
        String as =
                "{\"title\":\"%s\",\"completedOn\":\"%s\",\"credits\":4,\"reason\":\"Checked\"}";
        refused(put(society("ASPS"), 2, as.formatted("Grand rounds", "2026-10-05")));
        refused(put(society("ASPS"), 2, as.formatted("Another course", "2026-10-04")));
    }

    @Test
    void theBoardsWordOnWhatIsWithdrawnAlreadyIsKept() {
        withdraw(society("ASPS"), 1).statusCode(200);
        withdraw(board(), 2).statusCode(200).body("revision", equalTo(3));
        withdraw(board(), 3).statusCode(200).body("revision", equalTo(3));
        refused(correct(society("ASPS"), 3, 1, ""));
    }

    @Test
    void aSocietyUndoesItsOwnChanges() {
        withdraw(society("ASPS"), 1).statusCode(200);
        correct(society("ASPS"), 2, 5, to(other)).statusCode(200);
        correct(society("ASPS"), 3, 9, to(person)).statusCode(200);
    }

    @Test
    void whatTheBoardResolvedAndMergedStaysInARosterThatIsWithdrawn() {
        String rows =
                person.completion(externalId + "-1").replace(person.id(), "nobody")
                        + person.completion(externalId + "-2");
        var roster =
                society("ASPS")
                        .contentType("application/x-ndjson")
                        .body(rows.replace("\n", "").replace("}{", "}\n{"))
                        .post("/v1/rosters?externalId=" + externalId)
                        .then()
                        .statusCode(201)
                        .extract();
        board().contentType("application/json")
                .body("{\"diplomateId\":\"%s\"}".formatted(person.id()))
                .post("/v1/held-rows/" + roster.path("results[0].heldRow") + "/resolution")
                .then()
                .statusCode(200);
        String withdrawal = "/v1/rosters/" + roster.path("id") + "/withdrawal";
        withdrawal(society("ASPS"), withdrawal)
                .body("withdrawn", equalTo(1))
                .body("completions.externalId", contains(externalId + "-2"))
                .body("kept.externalId", contains(externalId + "-1"));
        society("ASPS")
                .get("/v1/rosters/" + roster.path("id"))
                .then()
                .body("status", equalTo("RECORDED"));
        withdrawal(board(), withdrawal)
                .body("withdrawn", equalTo(1))
                .body("kept.size()", equalTo(0));
        society("ASPS")
                .get("/v1/rosters/" + roster.path("id"))
                .then()
                .body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void whatWasMergedIsNotMovedBack() {
        board().contentType("application/json")
                .body("{\"into\":\"%s\",\"reason\":\"One person\"}".formatted(other.id()))
                .post("/v1/identities/" + person.id() + "/merge")
                .then()
                .statusCode(200);
        People third = People.add("Third");
        refused(correct(society("ASPS"), 2, 1, to(third)));
    }

    private static ValidatableResponse withdrawal(RequestSpecification caller, String path) {
        return caller.contentType("application/json")
                .body("{\"reason\":\"The wrong meeting\"}")
                .post(path)
                .then()
                .statusCode(200);
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(409)
                .body("type", endsWith("/board-decided"))
                .body("detail", containsString("board"));
    }

    private static String to(People person) {
        return ",\"diplomateId\":\"%s\",\"familyName\":\"%s\""
                .formatted(person.id(), person.familyName());
    }

    private ValidatableResponse correct(
            RequestSpecification caller, int seen, int credits, String more) {
        return put(
                caller,
                seen,
                "{\"title\":\"Grand rounds\",\"completedOn\":\"2026-10-04\",\"credits\":%d,\"reason\":\"Checked\"%s}"
                        .formatted(credits, more));
    }

    private ValidatableResponse put(RequestSpecification caller, int seen, String body) {
        return caller.contentType("application/json")
                .header("If-Match", "\"" + seen + "\"")
                .body(body)
                .put(path)
                .then();
    }

    private ValidatableResponse withdraw(RequestSpecification caller, int seen) {
        return caller.contentType("application/json")
                .header("If-Match", "\"" + seen + "\"")
                .body("{\"reason\":\"Did not attend\"}")
                .post(path + "/withdrawal")
                .then();
    }
}
