package cme.credit.roster;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import cme.credit.CatalogEvents;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows that are handed back, mended and posted again, after what was reported about other systems.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class MendedFilesTest {

    @Inject CatalogEvents catalog;

    /// Each test has its own names, so that tests do not meet in the ledger.
    private final String name = "M" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void thePeopleAreKnown() {
        catalog.publishSamples();
        catalog.publishUnlessKnown(
                Map.of(
                        "ASPS-WINTER-2026",
                        CatalogEvents.activity("ASPS-WINTER-2026", "ASPS", "60", "12", 1)));
        board().contentType("text/csv").body(file("identities.csv")).post("/v1/identities/imports");
    }

    private static String file(String name) {
        try (InputStream file = MendedFilesTest.class.getResourceAsStream("/reports/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ValidatableResponse post(String type, Object roster) {
        return post(type, roster, "");
    }

    private ValidatableResponse post(String type, Object roster, String more) {
        return society("ASPS")
                .contentType(type)
                .body(roster)
                .post("/v1/rosters?externalId=" + name + more)
                .then();
    }

    private String rows(String outcome) {
        byte[] table =
                society("ASPS")
                        .accept("text/csv")
                        .get(path() + "/rows?outcome=" + outcome)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        return new String(table, StandardCharsets.UTF_8);
    }

    private String path() {
        String id =
                society("ASPS")
                        .get("/v1/rosters?externalId=" + name)
                        .then()
                        .extract()
                        .path("items[0].id");
        return "/v1/rosters/" + id;
    }

    @Test
    void aSocietysOwnColumnLineIsNotTakenForARowThatCouldNotBeRead() {
        String roster =
                "Line,externalId,diplomateId,familyName,title,completedOn,credits\n"
                        + "1,%s-1,%s,Lopez,Rounds of line,2026-10-04,1\n"
                                .formatted(name, People.add("Lopez").id());
        post("text/csv", roster)
                .statusCode(400)
                .body("errors.code", contains("csv.unknown-column"))
                .body("errors[0].detail", containsString("ignoreColumns=line"));
        post("text/csv", roster, "&ignoreColumns=Line")
                .statusCode(201)
                .body("recorded", equalTo(1));
    }

    @Test
    void h13Formulas() {
        String roster = file("h13-formulas.csv").replace("H13", name);
        post("text/csv", roster).statusCode(201).body("rejected", equalTo(2));
        String table = rows("REJECTED");
        assertThat(table).contains("\"'=HYPERLINK(\"\"http://mail.example/", ",'=1+1,");
        assertThat(table).doesNotContain(",=", ",\"=");
        post("text/csv", table).statusCode(200).body("rejected", equalTo(2));
        society("ASPS")
                .get(path() + "/rows")
                .then()
                .body("items.content.familyName", hasItem("=1+1"))
                .body("items.content.familyName", hasItem(startsWith("=HYPERLINK(\"http:")));
    }

    @Test
    void h14CommaInName() {
        post("text/csv", file("h14-comma-in-name.csv").replace("H14", name))
                .statusCode(201)
                .body("results[0].outcome", equalTo("REJECTED"))
                .body("results[0].externalId", equalTo(name + "-1"));
        society("ASPS")
                .get(path() + "/rows?outcome=REJECTED")
                .then()
                .body("items[0].content.familyName", equalTo("Hallam"))
                .body("items[0].content.activity", equalTo("Jr."))
                .body(
                        "items[0].line",
                        equalTo(name + "-1,012352,Hallam,Jr.,ASPS-ANNUAL-2026,2026-10-14,4"));
        String table = rows("REJECTED");
        assertThat(table)
                .startsWith(
                        "\uFEFFexternalId,diplomateId,familyName,activity,completedOn,credits,line,outcome,reason")
                .contains(name + "-1,'012352,Hallam,Jr.,");
        post("text/csv", table)
                .statusCode(200)
                .body("rejected", equalTo(1))
                .body("results[0].errors.code", contains("unreadable"));
        String mended =
                "externalId,diplomateId,familyName,activity,completedOn,credits,line,outcome,reason\n"
                        + name
                        + "-1,'012352,\"Hallam, Jr.\",ASPS-ANNUAL-2026,'2026-10-14,4,,REJECTED,x\n";
        post("text/csv", mended).statusCode(200).body("recorded", equalTo(1));
        society("ASPS")
                .get(path())
                .then()
                .body("rejected", equalTo(0))
                .body("recorded", equalTo(2));
    }

    @Test
    void h15MisspeltField() {
        String roster = file("h15-misspelt-field.json").replace("H15", name);
        post("application/json", roster)
                .statusCode(201)
                .body("results[0].errors.code", contains("unknown-field"));
        society("ASPS")
                .get(path() + "/rows")
                .then()
                .body("items[0].content.patientSaftyCredits", equalTo(2));
        String table = rows("REJECTED");
        post("text/csv", table)
                .statusCode(400)
                .body("errors.code", contains("csv.unknown-column"))
                .body(
                        "errors[0].detail",
                        startsWith("There is no column \"patientSaftyCredits\"."));
        String completion =
                post("text/csv", table.replace("patientSaftyCredits", "patientSafetyCredits"))
                        .statusCode(200)
                        .body("recorded", equalTo(1))
                        .extract()
                        .path("results[0].completion");
        board().get("/v1/completions/" + completion)
                .then()
                .body("credits", equalTo(4f))
                .body("patientSafetyCredits", equalTo(2f));
    }

    @Test
    void columnsThatWerePassedOverComeBackInTheirPlaces() {
        String roster =
                "email,externalId,diplomateId,familyName,activity,completedOn,credits,firstName\n"
                        + "a@x.example,%s-1,012345,Vega,ASPS-ANNUAL-2026,2026-10-14,1.3,Marisol\n"
                                .formatted(name);
        String ignored = "&ignoreColumns=firstName,email";
        post("text/csv", roster, ignored).statusCode(201).body("rejected", equalTo(1));
        String table = rows("REJECTED");
        assertThat(table)
                .startsWith(
                        "\uFEFFemail,externalId,diplomateId,familyName,activity,completedOn,credits,firstName,")
                .contains("a@x.example," + name + "-1,", ",Marisol,");
        post("text/csv", table.replace(",1.3,", ",1.25,"), ignored).body("recorded", equalTo(1));
    }

    @Test
    void whatATableCannotHoldIsRefusedAgain() {
        String rows =
                """
                {"externalId":"%1$s","completedOn":"2026-10-14","credits":4,"rows":[
                 {"externalId":"%1$s-1","diplomateId":"012345","familyName":"Vega","title":{"en":"Trauma"}},
                 {"externalId":"%1$s-2","diplomateId":"012345","familyName":"Vega","title":"A","title":"B"},
                 {"externalId":"%1$s-3","diplomateId":"012345","familyName":"Vega","title":"A","reason":"x"},
                 ["%1$s-4"]]}
                """
                        .formatted(name);
        post("application/json", rows).statusCode(201).body("rejected", equalTo(4));
        String table = rows("REJECTED");
        assertThat(table).contains("'2026-10-14", "{\"\"en\"\":\"\"Trauma\"\"}");
        assertThat(table)
                .contains(
                        "\"\"title\"\":\"\"A\"\",\"\"title\"\":\"\"B\"\"",
                        "\"\"reason\"\":\"\"x\"\"");
        post("text/csv", table)
                .statusCode(200)
                .body("rejected", equalTo(4))
                .body("results.errors.code.flatten()", everyItem(equalTo("unreadable")));
        post("text/csv", table).body("rejected", equalTo(4));
        society("ASPS").get(path()).then().body("rejected", equalTo(4));
    }

    @Test
    void aBrokenLineComesBackAsItsText() {
        String broken = "{\"externalId\":\"%s-1\",\"diplomateId\":\"012345\u0000".formatted(name);
        post("application/x-ndjson", broken).statusCode(201).body("rejected", equalTo(1));
        society("ASPS")
                .get(path() + "/rows")
                .then()
                .body("items[0].line", startsWith("{\"externalId\":\"" + name + "-1\""));
        post("text/csv", rows("REJECTED"))
                .statusCode(200)
                .body("results[0].errors.code", contains("unreadable"));
        society("ASPS").get(path()).then().body("rejected", equalTo(1));
    }

    @Test
    void heldRowsAreATableThatIsTheSameWhenItIsPostedAgain() {
        String roster =
                "externalId,diplomateId,familyName,birthMonthDay,title,completedOn,credits\n"
                        + name
                        + "-1,000%s,'t Hooft,02-29,\"+1, a course\",2026-10-14,4\n"
                                .formatted(name.substring(1));
        String heldRow =
                post("text/csv", roster)
                        .statusCode(201)
                        .body("held", equalTo(1))
                        .extract()
                        .path("results[0].heldRow");
        String one =
                table(society("ASPS").accept("text/csv").get("/v1/held-rows/" + heldRow).then());
        assertThat(one)
                .startsWith(
                        "\uFEFFexternalId,diplomateId,npi,familyName,birthMonthDay,activity,title,")
                .contains(
                        ",'t Hooft,'02-29,,\"'+1, a course\",'2026-10-14,,4.00,",
                        ",HELD,NO_MATCH,");
        post("text/csv", one)
                .statusCode(200)
                .body("held", equalTo(1))
                .body("results[0].heldRow", equalTo(heldRow));
        String all = table(board().accept("text/csv").get("/v1/held-rows?reason=NO_MATCH").then());
        assertThat(all).startsWith(one.lines().findFirst().orElseThrow()).contains(heldRow);
        assertThat(table(society("ASPS").accept("text/csv").get("/v1/held-rows").then()))
                .contains(heldRow);
        assertThat(table(society("IHI").accept("text/csv").get("/v1/held-rows").then()))
                .doesNotContain(heldRow);
        assertThat(society("IHI").accept("text/csv").get("/v1/held-rows/" + heldRow).statusCode())
                .isEqualTo(403);
    }

    private static String table(ValidatableResponse answer) {
        return new String(
                answer.statusCode(200).contentType("text/csv").extract().asByteArray(),
                StandardCharsets.UTF_8);
    }
}
