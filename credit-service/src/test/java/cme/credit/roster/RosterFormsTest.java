package cme.credit.roster;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RosterFormsTest {
    private static final String HEADER =
            "externalId,diplomateId,familyName,title,completedOn,credits";

    @Inject CatalogEvents catalog;

    private final String name = UUID.randomUUID().toString().substring(0, 13);

    @BeforeEach
    void theSamplesAreKnown() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
    }

    @Test
    void aTableMayHaveAByteOrderMarkAnyOrderLineBreaksAndBlankLines() {
        table(
                        "\uFEFFcredits, completedOn ,familyName,title,externalId,diplomateId\r\n"
                                + "\r\n1.5,2026-10-04,Lopez,\"Grand\r\n rounds, \"\"A\"\"\",%s,012345\r\n"
                                        .formatted(name))
                .statusCode(201)
                .body("results.outcome", contains("RECORDED"))
                .body("results[0].row", equalTo(1));
    }

    @Test
    void aBrokenRowOfATableIsAResult() {
        table(HEADER + "\n" + row("1") + "\n" + row("2") + ",x,y\n" + "a,b\n" + row("3"))
                .statusCode(201)
                .body("results.outcome", contains("RECORDED", "REJECTED", "REJECTED", "RECORDED"))
                .body("results[1].errors.code", contains("csv.cells"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    externalId,diplomateId,familyName,title,completedOn,credits,patientSafety | csv.unknown-column
                    externalId,diplomateId,familyName,title,completedOn,credits,credits  | csv.repeated-column
                    externalId,familyName,title,completedOn,credits                      | csv.missing-column
                    """)
    void aHeaderThatIsWrongIsRefusedByName(String header, String code) {
        table(header + "\n").statusCode(400).body("errors.code", contains(code));
    }

    @Test
    void aTableThatCannotBeReadIsRefusedWithItsLine() {
        table(HEADER + "\n" + row("1") + "\n\"abc")
                .statusCode(400)
                .body("detail", containsString("Line 3 "));
        table("").statusCode(400);
        table(HEADER).statusCode(400).body("errors[0].code", equalTo("empty"));
        society("ASPS")
                .contentType("text/csv")
                .body(new byte[] {'a', (byte) 0xFC, '\n'})
                .post("/v1/rosters?externalId=" + name)
                .then()
                .statusCode(400)
                .body("detail", containsString("UTF-8"));
    }

    @Test
    void ofARosterThatCannotBeReadNothingIsRecorded() {
        table(HEADER + "\n" + row("1") + "\n\"" + "x".repeat(400_000))
                .statusCode(400)
                .body("detail", containsString("quotation mark"));
        table(HEADER + "\n" + row("1")).statusCode(201).body("recorded", equalTo(1));
    }

    @Test
    void aBrokenLineIsAResult() {
        post("application/x-ndjson", line("1") + "\n\n{broken\n[1]\n" + line("2") + "\n{} {}\n")
                .statusCode(201)
                .body(
                        "results.outcome",
                        contains("RECORDED", "REJECTED", "REJECTED", "RECORDED", "REJECTED"))
                .body("results[1].errors.code", contains("unreadable"));
    }

    @Test
    void aSessionIsReadInEveryForm() {
        String csv = HEADER + ",session\n" + row("1") + ", Morning \n" + row("2") + ",\n";
        String first =
                table(csv)
                        .statusCode(201)
                        .body("results.outcome", contains("RECORDED", "RECORDED"))
                        .extract()
                        .path("results[0].completion");
        board().get("/v1/completions/" + first).then().body("session", equalTo("Morning"));

        String lines =
                line("1").replace("}", ",\"session\":\"Morning\"}") + "\n" + line("2") + "\n";
        lines = lines.replace("Rounds", "Grand rounds");
        post("application/x-ndjson", lines)
                .body("results.outcome", contains("DUPLICATE", "DUPLICATE"));

        String rejected = HEADER + ",session\n" + row("9") + ".3,Evening\n";
        String roster = table(rejected).extract().path("id");
        assertThat(
                        society("ASPS")
                                .accept("text/csv")
                                .get("/v1/rosters/" + roster + "/rows?outcome=REJECTED")
                                .asString())
                .contains("session", "Evening");
    }

    @Test
    void whatHoldsForAllRowsMayStandAfterThem() {
        String rows =
                """
                {"rows":[{"externalId":"%s-1","diplomateId":"012345","familyName":"Lopez"},
                         {"externalId":"%s-2","diplomateId":"012345","familyName":"Lopez","credits":2,"title":"Own"},
                         7],
                 "externalId":"%s","completedOn":"2026-10-04","credits":1,"activity":"ASPS-VTE-PREVENTION"}
                """
                        .formatted(name, name, name);
        String id =
                json(rows)
                        .statusCode(201)
                        .body("results.outcome", contains("RECORDED", "RECORDED", "REJECTED"))
                        .extract()
                        .path("results[1].completion");
        board().get("/v1/completions/" + id)
                .then()
                .body("title", equalTo("Own"))
                .body("activity", equalTo(null))
                .body("credits", equalTo(2.0f));
    }

    @Test
    void aRosterAsJsonThatIsWrongIsRefusedWithEveryMistake() {
        json("{\"externalId\":\"x\",\"row\":[]}")
                .statusCode(400)
                .body("errors.pointer", contains("/rows", "/row"));
        json("{\"externalId\":\"x\",\"rows\":[]}")
                .statusCode(400)
                .body("errors.code", contains("empty"));
        json("{\"rows\":[{}]}").statusCode(400).body("errors.pointer", contains("/externalId"));
        json("[]").statusCode(400);
        json("{\"externalId\":\"x\",\"rows\":[{},\n{]}")
                .statusCode(400)
                .body("detail", containsString("line 2"));
        json("").statusCode(400);
    }

    @Test
    void otherTypesAreNotRead() {
        post("application/vnd.ms-excel", "x").statusCode(415);
    }

    @Test
    void aTableNeedsANameOfTheRoster() {
        society("ASPS")
                .contentType("text/csv")
                .body(HEADER)
                .post("/v1/rosters")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/externalId"));
    }

    private String row(String number) {
        return name + "-" + number + ",012345,Lopez,Grand rounds,2026-10-04,1";
    }

    private String line(String number) {
        return "{\"externalId\":\"%s-%s\",\"diplomateId\":\"012345\",\"familyName\":\"Lopez\",\"title\":\"Rounds\",\"completedOn\":\"2026-10-04\",\"credits\":1}"
                .formatted(name, number);
    }

    private ValidatableResponse table(String csv) {
        return post("text/csv", csv);
    }

    private static ValidatableResponse json(String roster) {
        return society("ASPS")
                .contentType("application/json")
                .body(roster)
                .post("/v1/rosters")
                .then();
    }

    private ValidatableResponse post(String type, String body) {
        return society("ASPS")
                .contentType(type)
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/rosters?externalId=" + name)
                .then();
    }
}
