package cme.credit.roster;

import static cme.credit.Callers.board;
import static cme.credit.Callers.diplomate;
import static cme.credit.Callers.sample;
import static cme.credit.Callers.society;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.credit.Ledger;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RosterRowsTest {
    @Inject CatalogEvents catalog;

    private final String name = UUID.randomUUID().toString().substring(0, 13);
    private final String table =
            sample("roster.csv").replace("ASPS-2026-1", name).replace("099999", name);
    private String path = "";

    @BeforeEach
    void theSampleIsPosted() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
        path = "/v1/rosters/" + Ledger.postTable(name, table).statusCode(201).extract().path("id");
    }

    @Test
    void aRosterSaysWhatBecameOfIt() {
        society("ASPS")
                .get(path)
                .then()
                .statusCode(200)
                .body("rows", equalTo(6))
                .body("recorded", equalTo(3))
                .body("held", equalTo(1))
                .body("rejected", equalTo(2))
                .body("status", equalTo("RECORDED"));
    }

    @Test
    void nothingIsKeptOfWhatWasPostedWithADuplicate() {
        String again = Ledger.postTable(name + "-2", table).statusCode(201).extract().path("id");
        society("ASPS")
                .get("/v1/rosters/" + again + "/rows?outcome=DUPLICATE")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(3))
                .body("items.findAll{it.content != null}.size()", equalTo(0));
    }

    @Test
    void rowsAreListedByOutcomeInPages() {
        String next =
                society("ASPS")
                        .get(path + "/rows?outcome=REJECTED&limit=1")
                        .then()
                        .body("items.row", contains(4))
                        .body("items[0].errors.code", contains("npi.check-digit"))
                        .extract()
                        .path("nextCursor");
        society("ASPS")
                .get(path + "/rows?outcome=REJECTED&limit=1&cursor=" + next)
                .then()
                .body("items.row", contains(6))
                .body("nextCursor", equalTo(null));
        society("ASPS").get(path + "/rows").then().body("items", hasSize(6));
        assertThat(society("ASPS").get(path + "/rows?cursor=x").statusCode()).isEqualTo(400);
        assertThat(society("ASPS").get(path + "/rows?outcom=HELD").statusCode()).isEqualTo(400);
    }

    @Test
    void rejectedRowsComeBackAsATableThatIsMendedAndPostedAgain() {
        String rejected = csv("REJECTED");
        assertThat(rejected.lines())
                .hasSize(3)
                .first()
                .asString()
                .isEqualTo(
                        "\uFEFF"
                                + table.lines().findFirst().orElseThrow()
                                + ",line,outcome,reason");
        assertThat(rejected).contains("npi.check-digit", "1234567898", "1.30");
        Ledger.postTable(name, rejected.replace("1234567898", "1555012347").replace("1.30", "1.25"))
                .statusCode(200)
                .body("recorded", equalTo(2))
                .body("rejected", equalTo(0));
        society("ASPS")
                .get(path)
                .then()
                .body("rows", equalTo(6))
                .body("recorded", equalTo(5))
                .body("rejected", equalTo(0))
                .body("postings", equalTo(2));
        assertThat(csv("REJECTED").lines()).hasSize(1);
    }

    @Test
    void postingItAgainAddsNothing() {
        Ledger.postTable(name, table)
                .statusCode(200)
                .body("duplicate", equalTo(3))
                .body("held", equalTo(1));
        society("ASPS").get(path).then().body("rows", equalTo(6)).body("postings", equalTo(1));
    }

    @Test
    void aHeldRowThatFindsItsDiplomateIsRecordedInItsRoster() {
        Callers.putIdentity(name, "1900123450", "Nemo", "Nobody", "01-01");
        society("ASPS").get(path).then().body("recorded", equalTo(4)).body("held", equalTo(0));
        society("ASPS")
                .get(path + "/rows?outcome=RECORDED")
                .then()
                .body("items.row", contains(1, 2, 3, 5));
    }

    @Test
    void aWithdrawalListsWhomItTouchesBeforeItIsMade() {
        withdraw("?dryRun=true")
                .body("withdrawn", equalTo(3))
                .body("completions.diplomateId", hasSize(3));
        society("ASPS").get(path).then().body("status", equalTo("RECORDED"));
        withdraw("").body("withdrawn", equalTo(3)).body("discarded", equalTo(1));
        withdraw("").body("withdrawn", equalTo(0)).body("discarded", equalTo(0));
        society("ASPS").get(path).then().body("status", equalTo("WITHDRAWN"));
        String completion =
                society("ASPS")
                        .get(path + "/rows?outcome=RECORDED")
                        .then()
                        .extract()
                        .path("items[0].completion");
        board().get("/v1/completions/" + completion).then().body("status", equalTo("WITHDRAWN"));
        Ledger.postTable(name, table)
                .statusCode(200)
                .body("withdrawn", equalTo(4))
                .body("duplicate", equalTo(0))
                .body("recorded", equalTo(0));
    }

    @Test
    void aRosterIsItsPostersAndTheBoards() {
        for (String what : new String[] {path, path + "/rows"}) {
            assertThat(given().get(what).statusCode()).isEqualTo(401);
            assertThat(society("IHI").get(what).statusCode()).isEqualTo(403);
            assertThat(diplomate("012345").get(what).statusCode()).isEqualTo(403);
            assertThat(board().get(what).statusCode()).isEqualTo(200);
        }
        String body = "{\"reason\":\"x\"}";
        String withdrawal = path + "/withdrawal";
        assertThat(given().contentType("application/json").body(body).post(withdrawal).statusCode())
                .isEqualTo(401);
        assertThat(
                        society("IHI")
                                .contentType("application/json")
                                .body(body)
                                .post(withdrawal)
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        diplomate("012345")
                                .contentType("application/json")
                                .body(body)
                                .post(withdrawal)
                                .statusCode())
                .isEqualTo(403);
        assertThat(board().get("/v1/rosters/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(board().get("/v1/rosters/x/rows").statusCode()).isEqualTo(404);
    }

    private String csv(String outcome) {
        return society("ASPS")
                .accept("text/csv")
                .get(path + "/rows?outcome=" + outcome)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header(
                        "Content-Disposition",
                        startsWith(
                                "attachment; filename=\"%s-%s-2"
                                        .formatted(name, outcome.toLowerCase(Locale.ROOT))))
                .extract()
                .asString();
    }

    private io.restassured.response.ValidatableResponse withdraw(String query) {
        return society("ASPS")
                .contentType("application/json")
                .body("{\"reason\":\"Posted to the wrong meeting\"}")
                .post(path + "/withdrawal" + query)
                .then()
                .statusCode(200);
    }
}
