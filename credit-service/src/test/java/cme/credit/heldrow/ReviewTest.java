package cme.credit.heldrow;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cme.credit.CatalogEvents;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is unusual waits for the board, and the list of waiting rows can be narrowed down.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ReviewTest {
    @Inject CatalogEvents catalog;

    private People person;
    private final String externalId = UUID.randomUUID().toString();
    private final LocalDate today = LocalDate.now();

    @BeforeEach
    void theCatalogIsKnown() {
        catalog.publishSamples();
        person = People.add(People.anyName());
    }

    @Test
    void moreThanSixtyCreditsOutsideTheCatalogWaitForTheBoard() {
        post(society("ASPS"), today.minusDays(3), "60").statusCode(201);
        String held =
                post(society("ASPS"), externalId + "-2", today.minusDays(3), "60.25")
                        .statusCode(202)
                        .body("reason", equalTo("NEEDS_REVIEW"))
                        .extract()
                        .path("heldRow");
        board().get("/v1/held-rows/" + held)
                .then()
                .body("candidates[0].diplomateId", equalTo(person.id()))
                .body("candidates[0].agrees", contains("diplomateId", "familyName"));
        resolve(held).statusCode(200).body("outcome", equalTo("RECORDED"));
    }

    @Test
    void whatLiesLongBackWaitsForTheBoard() {
        post(society("ASPS"), today.minusYears(5).plusDays(2), "1").statusCode(201);
        post(society("ASPS"), externalId + "-2", today.minusYears(5).minusDays(2), "1")
                .statusCode(202)
                .body("reason", equalTo("NEEDS_REVIEW"));
    }

    @Test
    void theBoardItselfMayPostIt() {
        post(board(), today.minusYears(20), "300").statusCode(201);
    }

    @Test
    void whatTheCatalogKnowsIsNotUnusual() {
        String body =
                body(externalId, LocalDate.of(2019, 3, 4), "1")
                        .replace("\"title\":\"Course\"", "\"activity\":\"ASPS-VTE-PREVENTION\"");
        society("ASPS")
                .contentType("application/json")
                .body(body)
                .post("/v1/completions")
                .then()
                .statusCode(201);
    }

    @Test
    void aRowWhoseDiplomateBecomesKnownStillWaitsForTheBoard() {
        String nobody = "N" + UUID.randomUUID().toString().substring(0, 8);
        String held =
                society("ASPS")
                        .contentType("application/json")
                        .body(
                                body(externalId, today.minusDays(3), "200")
                                        .replace(person.id(), nobody))
                        .post("/v1/completions")
                        .then()
                        .statusCode(202)
                        .body("reason", equalTo("NO_MATCH"))
                        .extract()
                        .path("heldRow");
        board().contentType("application/json")
                .body("{\"familyName\":\"%s\"}".formatted(person.familyName()))
                .put("/v1/identities/" + nobody)
                .then()
                .statusCode(201);
        board().get("/v1/held-rows/" + held)
                .then()
                .body("state", equalTo("WAITING"))
                .body("reason", equalTo("NEEDS_REVIEW"));
    }

    @Test
    void aSocietyDoesNotGetAroundTheReviewByACorrection() {
        String id = post(society("ASPS"), today.minusDays(3), "1").extract().path("id");
        String correction =
                "{\"reason\":\"more\",\"title\":\"Course\",\"completedOn\":\"%s\",\"credits\":400}"
                        .formatted(today.minusDays(3));
        correct(society("ASPS"), id, correction)
                .statusCode(400)
                .body("errors.code", contains("needs-review"));
        correct(board(), id, correction).statusCode(200);
        correct(society("ASPS"), id, correction.replace("Course", "Long course"))
                .body("errors.code", not(hasItem("needs-review")));
    }

    @Test
    void waitingRowsAreSelectedByRosterReasonProviderAndDay() {
        String csv = "externalId,diplomateId,familyName,title,completedOn,credits\n";
        String roster =
                society("ASPS")
                        .contentType("text/csv")
                        .body(
                                csv
                                        + "A,nobody-1,X,Course,2026-10-04,1\n"
                                        + "B,nobody-2,X,Course,2026-10-04,1\n"
                                        + "C,%s,%s,Course,2026-10-04,200\n"
                                                .formatted(person.id(), person.familyName()))
                        .queryParam("externalId", externalId)
                        .post("/v1/rosters")
                        .then()
                        .statusCode(201)
                        .body("held", equalTo(3))
                        .extract()
                        .path("id");
        listed("?roster=" + roster)
                .body("total", equalTo(3))
                .body("byReason.NO_MATCH", equalTo(2))
                .body("byReason.NEEDS_REVIEW", equalTo(1));
        listed("?limit=1&reason=NO_MATCH&roster=" + roster)
                .body("items.size()", equalTo(1))
                .body("total", equalTo(2))
                .body("byReason.NEEDS_REVIEW", equalTo(1));
        listed("?provider=ASPS&from=" + today.minusDays(1)).body("total", greaterThan(2));
        listed("?provider=NOBODY").body("total", equalTo(0));
        listed("?to=2020-01-01").body("items.size()", equalTo(0));
        society("ASAPS").get("/v1/held-rows?roster=" + roster).then().body("total", equalTo(0));
        society("ASPS")
                .get("/v1/held-rows?roster=" + roster)
                .then()
                .body("items.provider", everyItem(equalTo("ASPS")))
                .body("total", equalTo(3));
        board().get("/v1/held-rows?roster=x").then().statusCode(400);
    }

    private static ValidatableResponse listed(String query) {
        return board().get("/v1/held-rows" + query).then().statusCode(200);
    }

    private ValidatableResponse post(RequestSpecification caller, LocalDate day, String credits) {
        return post(caller, externalId, day, credits);
    }

    private ValidatableResponse post(
            RequestSpecification caller, String name, LocalDate day, String credits) {
        return caller.contentType("application/json")
                .body(body(name, day, credits))
                .post("/v1/completions")
                .then();
    }

    private String body(String name, LocalDate day, String credits) {
        return """
        {"externalId":"%s","diplomateId":"%s","familyName":"%s","title":"Course",
         "completedOn":"%s","credits":%s}
        """
                .formatted(name, person.id(), person.familyName(), day, credits);
    }

    private ValidatableResponse resolve(String held) {
        return board().contentType("application/json")
                .body("{\"diplomateId\":\"" + person.id() + "\"}")
                .post("/v1/held-rows/" + held + "/resolution")
                .then();
    }

    private static ValidatableResponse correct(
            RequestSpecification caller, String id, String body) {
        String seen = board().get("/v1/completions/" + id).header("ETag");
        return caller.contentType("application/json")
                .header("If-Match", seen)
                .body(body)
                .put("/v1/completions/" + id)
                .then();
    }
}
