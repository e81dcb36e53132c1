package cme.credit.rosterfile;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import cme.credit.CatalogEvents;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// The answers about files as people really have them: outcomes that explain themselves.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ReportedOutcomesTest {
    private static final String HEADER =
            "externalId,diplomateId,npi,familyName,activity,completedOn,credits\n";

    @Inject CatalogEvents catalog;

    @BeforeEach
    void thePeopleAreKnown() {
        catalog.publishSamples();
        catalog.publishUnlessKnown(
                Map.of(
                        "ASPS-WINTER-2026",
                        CatalogEvents.activity("ASPS-WINTER-2026", "ASPS", "60", "12", 1)));
        board().contentType("text/csv")
                .body(file("identities.csv"))
                .post("/v1/identities/imports")
                .then()
                .statusCode(200);
    }

    private static byte[] file(String name) {
        try (InputStream file =
                ReportedOutcomesTest.class.getResourceAsStream("/reports/" + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ValidatableResponse roster(String name, String more) {
        return society("ASPS")
                .header("Content-Type", name.endsWith("csv") ? "text/csv" : "application/x-ndjson")
                .body(file(name))
                .post("/v1/rosters?externalId=" + name + more)
                .then();
    }

    private static ValidatableResponse table(String rows) {
        return society("ASPS")
                .header("Content-Type", "text/csv")
                .body(HEADER + rows)
                .post("/v1/rosters?dryRun=true&externalId=table")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse withdraw(String roster) {
        return society("ASPS")
                .contentType("application/json")
                .body("{\"reason\":\"The wrong meeting\"}")
                .post("/v1/rosters/" + roster + "/withdrawal")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse statusesOf(String roster) {
        return society("ASPS").get("/v1/completions?roster=" + roster).then();
    }

    @Test
    void h17WithdrawnThenPostedAgain() {
        String name = "h17-withdrawn-then-posted-again.csv";
        String id = roster(name, "").statusCode(201).extract().path("id");
        withdraw(id).body("withdrawn", equalTo(2));
        roster(name, "")
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("withdrawn", equalTo(2))
                .body("duplicate", equalTo(0))
                .body("results.outcome", everyItem(equalTo("WITHDRAWN")))
                .body("results.reason", everyItem(equalTo("withdrawn")))
                .body("results[0].notices.code", contains("stays-withdrawn"))
                .body("results[0].notices[0].detail", containsString("reinstate=true"));
        roster(name, "&reinstate=true&dryRun=true")
                .statusCode(200)
                .body("recorded", equalTo(2))
                .body("reinstated", equalTo(2))
                .body("results[0].notices.code", hasItem("reinstated"));
        statusesOf(id).body("items.status", everyItem(equalTo("WITHDRAWN")));
        roster(name, "&reinstate=true")
                .statusCode(200)
                .body("id", equalTo(id))
                .body("status", equalTo("RECORDED"))
                .body("reinstated", equalTo(2))
                .body("results.outcome", everyItem(equalTo("RECORDED")));
        statusesOf(id)
                .body("items.status", everyItem(equalTo("RECORDED")))
                .body("items.revision", everyItem(equalTo(3)))
                .body("items[0].reason", containsString("einstated"));
        roster(name, "&reinstate=true").body("duplicate", equalTo(2)).body("recorded", equalTo(0));
        society("ASPS")
                .get("/v1/rosters/" + id)
                .then()
                .body("status", equalTo("RECORDED"))
                .body("recorded", equalTo(2))
                .body("withdrawn", equalTo(0));
    }

    @Test
    void h18RowNumbersOfTwoRosters() {
        String winter =
                roster("h18-row-numbers-winter.csv", "").extract().path("results[0].completion");
        String annual =
                roster("h18-row-numbers-annual.csv", "")
                        .statusCode(201)
                        .body("conflict", equalTo(2))
                        .body("results.reason", everyItem(equalTo("external-id-taken")))
                        .body("results[0].completion", equalTo(winter))
                        .body("results[0].detail", containsString(winter))
                        .body("results[0].detail", containsString("ASPS-WINTER-2026 on 2026-02-21"))
                        .body("results[0].detail", containsString("another externalId"))
                        .body(
                                "results[0].differences.field",
                                contains("activity", "completedOn", "credits"))
                        .body(
                                "results[0].differences.recorded",
                                contains("ASPS-WINTER-2026", "2026-02-21", "4.00"))
                        .body(
                                "results[0].differences.sent",
                                contains("ASPS-ANNUAL-2026", "2026-10-17", "8.00"))
                        .body("results[1].differences[0].field", equalTo("diplomateId"))
                        .extract()
                        .path("id");
        society("ASPS")
                .get("/v1/rosters/" + annual + "/rows?outcome=CONFLICT")
                .then()
                .body("items[0].detail", containsString("ASPS-WINTER-2026"))
                .body("items[0].differences.field", hasItem("credits"));
        String csv =
                society("ASPS")
                        .accept("text/csv")
                        .get("/v1/rosters/" + annual + "/rows?outcome=CONFLICT")
                        .then()
                        .extract()
                        .asString();
        assertThat(csv).contains("external-id-taken: Something else", "credits (4.00, sent 8.00)");
    }

    @Test
    void h36TwiceInAFile() {
        String name = "h36-twice-in-file.csv";
        for (String dryRun : List.of("&dryRun=true", "")) {
            roster(name, dryRun)
                    .body("results.outcome", contains("RECORDED", "CONFLICT"))
                    .body("results[1].reason", equalTo("external-id-taken"))
                    .body("results[1].detail", containsString("Row 1 of this file"))
                    .body("results[1].differences.field", contains("credits"))
                    .body("results[1].differences.recorded", contains("8.00"))
                    .body("results[1].differences.sent", contains("6.00"));
        }
    }

    @Test
    void theSameTwiceInAFileIsADuplicateOfTheFirstRow() {
        String row = "H36-2,012345,,Vega,ASPS-ANNUAL-2026,2026-10-19,8\n";
        table(row + row)
                .body("results.outcome", contains("RECORDED", "DUPLICATE"))
                .body("results[1].notices.code", contains("same-as-row"))
                .body("results[1].notices[0].detail", containsString("Row 1"))
                .body("results[1].completion", equalTo(null));
        String nobody = row.replace("012345", "nobody");
        table(nobody + nobody)
                .body("results.outcome", contains("HELD", "HELD"))
                .body("results[1].notices.code", contains("same-as-row"));
        table(nobody + nobody.replace(",8\n", ",6\n"))
                .body("results.outcome", contains("HELD", "CONFLICT"))
                .body("results[1].detail", containsString("Row 1"))
                .body("results[1].differences.field", contains("credits"));
    }

    @Test
    void h37SessionsOfADay() {
        roster("h37-sessions-of-a-day.csv", "&dryRun=true")
                .body("results[1].notices.code", hasItem("counts-once"));
        String id =
                roster("h37-sessions-of-a-day.csv", "")
                        .statusCode(201)
                        .body("recorded", equalTo(3))
                        .body("results[0].notices.code", not(hasItem("counts-once")))
                        .body("results[1].notices.code", hasItem("counts-once"))
                        .body("results[2].notices.code", hasItem("counts-once"))
                        .body("results[1].notices.detail", hasItem(containsString("H37-1 (row 1)")))
                        .body("results[2].notices.detail", hasItem(containsString("session")))
                        .extract()
                        .path("id");
        society("ASPS")
                .get("/v1/rosters/" + id + "/rows")
                .then()
                .body("items[2].notices.code", hasItem("counts-once"));
    }

    @Test
    void h28Gzip() {
        society("ASPS")
                .header("Content-Type", "text/csv")
                .header("Content-Encoding", "gzip")
                .body(file("h28-roster.csv.gz"))
                .post("/v1/rosters?externalId=h28-roster.csv.gz")
                .then()
                .statusCode(201)
                .body("recorded", equalTo(1));
    }

    @Test
    void h29TitlesForThePdf() throws IOException {
        roster("h29-titles-for-the-pdf.ndjson", "").statusCode(201).body("recorded", equalTo(3));
        byte[] pdf =
                board().accept("application/pdf")
                        .get("/v1/transcripts/012356?from=2026-03-01&to=2026-03-03")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        String page;
        try (PdfReader reader = new PdfReader(pdf)) {
            page = new PdfTextExtractor(reader).getTextFromPage(1);
        }
        for (String day : List.of("03/01/2026", "03/02/2026", "03/03/2026")) {
            assertThat(page).containsPattern(day + "\\s+□");
        }
    }

    @Test
    void h31Latin1() {
        society("ASPS")
                .header("Content-Type", "application/json; charset=iso-8859-1")
                .body(file("h31-latin1.json"))
                .post("/v1/completions")
                .then()
                .statusCode(201)
                .body("diplomateId", equalTo("012353"));
        society("ASPS")
                .header("Content-Type", "application/json")
                .body(file("h31-latin1.json"))
                .post("/v1/completions")
                .then()
                .statusCode(400)
                .body("detail", containsString("not UTF-8"));
        society("ASPS")
                .header("Content-Type", "application/x-ndjson; charset=windows-1252")
                .body(file("h31-latin1.json"))
                .post("/v1/rosters?dryRun=true&externalId=h31")
                .then()
                .body("results[0].outcome", equalTo("DUPLICATE"));
        society("ASPS")
                .header("Content-Type", "application/x-ndjson")
                .body(file("h31-latin1.json"))
                .post("/v1/rosters?dryRun=true&externalId=h31")
                .then()
                .body("results[0].errors[0].detail", containsString("not UTF-8"));
        society("ASPS")
                .header("Content-Type", "application/json; charset=koi8-r")
                .body(file("h31-latin1.json"))
                .post("/v1/completions")
                .then()
                .statusCode(400)
                .body("errors.code", contains("charset"));
    }

    @Test
    void theCharsetAndColumnsThatWerePassedOverAreNoticed() {
        society("ASPS")
                .header("Content-Type", "text/csv; charset=windows-1252")
                .body(file("h02-windows-1252.csv"))
                .post("/v1/rosters?dryRun=true&externalId=h02")
                .then()
                .body("notices.code", contains("charset"))
                .body("notices[0].detail", containsString("windows-1252"));
        roster("h07-extra-columns.csv", "&dryRun=true&ignoreColumns=firstName,email,none")
                .body("notices.code", contains("fields-passed-over"))
                .body("notices[0].detail", containsString("firstName, email."));
    }

    @Test
    void otherNumbersAndUnknownPartsAreNoticed() {
        String other = "N-1,999999,1300000001,Vega,ASPS-ANNUAL-2026,2026-10-20,8\n";
        table(other).body("results[0].notices.code", contains("split-needed"));
        society("ASPS")
                .header("Content-Type", "text/csv")
                .body(HEADER + other.replace("10-20", "10-22"))
                .post("/v1/rosters?externalId=N")
                .then()
                .body("results[0].notices.code", hasItems("number-differs", "split-needed"))
                .body("results[0].notices.detail", hasItem(containsString("012345")));
        table("N-2,012345,,Vega,ASPS-ANNUAL-2026,2026-10-20,60\n")
                .body("results[0].notices", equalTo(null));
        society("ASPS")
                .header("Content-Type", "application/xml")
                .body(
                        new String(
                                        file("h21-patient-safety-in-two-parts.xml"),
                                        StandardCharsets.UTF_8)
                                .replace("<CreditID>", "<CreditID>focus-")
                                .replaceFirst(">Patient Safety<", ">Pediatrics<"))
                .post("/v1/rosters?dryRun=true&externalId=focus")
                .then()
                .body("notices.code", hasItem("unknown-focus"))
                .body("notices.detail", hasItem(containsString("Pediatrics")));
    }

    @Test
    void sentencesAreTrueOfWhatCame() {
        assertSentence("Credits", "12.499999999999998", "in quarters", "12.499999999999998");
        assertSentence("Credits", "\"12,5\"", "a point", "12,5");
        assertSentence("Credits", "1E+01", "1E+01");
        assertSentence("Credits", "1000", "999.75", "1000");
        assertSentence("Credits", "61", "at most 60 credits", "61.00");
        assertSentence("Day", "46310", "spreadsheet", "46310");
        assertSentence("Day", "10/05/2026", "either order", "10/05/2026");
        assertSentence("Day", "2026-02-29", "no such day", "2026-02-29");
        assertSentence("Day", "2026-10-04 08:00", "date alone", "2026-10-04 08:00");
        assertSentence("Day", "1926-10-04", "1990-01-01", "1926-10-04");
        assertSentence("Day", "2999-01-01", "2999-01-01 is after today");
        assertSentence("Day", "soon", "YYYY-MM-DD", "soon");
        assertSentence("Number", "12345.0", "spreadsheet");
        assertSentence("Number", "1.2345E+04", "spreadsheet");
        assertSentence("Number", "12 345#", "hyphens and underscores only");
        assertSentence("Npi", "1300633520.0", "spreadsheet");
        assertSentence("Npi", "130063352", "ten digits", "9 characters");
        assertSentence("Npi", "1300633521", "last digit");
        assertSentence("Activity", "ASPS-NOTHING", "no activity \"ASPS-NOTHING\"");
    }

    private static void assertSentence(String field, String sent, String... parts) {
        String[] cells = {"S-1", "012345", "", "Vega", "ASPS-ANNUAL-2026", "2026-10-20", "8"};
        int column =
                switch (field) {
                    case "Number" -> 1;
                    case "Npi" -> 2;
                    case "Activity" -> 4;
                    case "Day" -> 5;
                    default -> 6;
                };
        cells[column] = sent;
        String detail =
                table(String.join(",", cells) + "\n")
                        .body("results[0].outcome", equalTo("REJECTED"))
                        .body("results[0].errors.size()", equalTo(1))
                        .extract()
                        .path("results[0].errors[0].detail");
        assertThat(detail).contains(parts);
    }

    @Test
    void rowsWithoutAnythingToKnowHaveNoNotices() {
        table("N-3,012345,,Vega,ASPS-ANNUAL-2026,2026-10-20,60\n").body("notices", empty());
    }
}
