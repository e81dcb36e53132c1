package cme.credit.transcript;

import static cme.credit.Callers.board;
import static cme.credit.Callers.diplomate;
import static cme.credit.Callers.society;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.credit.Ledger;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class TranscriptTest {
    @Inject CatalogEvents catalog;

    private final String diplomateId = "T" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/transcripts/" + diplomateId;

    @BeforeEach
    void aDiplomateHasCompletions() {
        catalog.publishSamples();
        Callers.putIdentity(diplomateId, "1090123450", "Þórdís Anaïs", "Müller-Đoković", "02-29");
        post("1", "ASPS-VTE-PREVENTION,,2025-04-20,1.5,1.5");
        post("2", ",\"Łódź symposium, Part 2\",2026-03-02,4.25,");
        post("3", "ASPS-ANNUAL-2026,,2026-10-12,23.5,6.25");
    }

    @Test
    void aTranscriptListsWhatIsRecordedWithTotals() {
        board().get(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("Þórdís Anaïs Müller-Đoković"))
                .body("items.completedOn", contains("2025-04-20", "2026-03-02", "2026-10-12"))
                .body("items[0].title", equalTo("Activity ASPS-VTE-PREVENTION"))
                .body("items[1].title", equalTo("Łódź symposium, Part 2"))
                .body("years.year", contains(2025, 2026))
                .body("years.credits", contains(1.5f, 27.75f))
                .body("total.credits", equalTo(29.25f))
                .body("total.patientSafetyCredits", equalTo(7.75f))
                .body("total.patientSafetyUnknown", equalTo(1));
    }

    @Test
    void aTranscriptNamesTheSessions() {
        Ledger.postTable(
                        diplomateId + "-S",
                        "externalId,diplomateId,familyName,title,completedOn,session,credits\n%s-S,%s,Djokovic,Rounds,2026-10-12,=Morning,1\n"
                                .formatted(diplomateId, diplomateId))
                .body("recorded", equalTo(1));

        board().get(path + "?from=2026-10-12&to=2026-10-12")
                .then()
                .body("items.find { it.title == 'Rounds' }.session", equalTo("=Morning"));
        assertThat(board().accept("text/csv").get(path).asString())
                .contains("2026-10-12,,Rounds,'=Morning,ASPS,,1.00,,");
    }

    @Test
    void aTranscriptOfASpanListsWhatLiesInIt() {
        board().get(path + "?from=2026-03-02&to=2026-10-11")
                .then()
                .body("items.completedOn", contains("2026-03-02"));
        assertThat(board().get(path + "?from=2026-03-02&to=2026-03-01").statusCode())
                .isEqualTo(400);
        assertThat(board().get(path + "?since=2026-03-02").statusCode()).isEqualTo(400);
    }

    @Test
    void windowsAreTotalledWhenTheyAreAskedFor() {
        String windows = "?window=2023-12-02..2026-03-02&window=2026-03-03..2026-12-01";
        board().get(path + windows)
                .then()
                .statusCode(200)
                .body("windows.from", contains("2023-12-02", "2026-03-03"))
                .body("windows.credits", contains(5.75f, 23.5f))
                .body("windows.patientSafetyCredits", contains(1.5f, 6.25f))
                .body("windows.patientSafetyUnknown", contains(1, 0))
                .body("total.credits", equalTo(29.25f));
        assertThat(board().accept("text/csv").get(path + windows).asString())
                .contains(",,Total 2023-12-02..2026-03-02,,,,5.75,1.50,");
    }

    @Test
    void aWindowThatIsNoneOrNotWholeOnTheTranscriptIsRefused() {
        assertThat(windowErrors("?window=2026-12-01..2023-12-02")).isEqualTo("[window.format]");
        assertThat(windowErrors("?window=2023-12-02")).isEqualTo("[window.format]");
        assertThat(windowErrors("?from=2024-01-01&window=2023-12-02..2026-12-01"))
                .isEqualTo("[window.not-listed]");
        assertThat(windowErrors("?" + "window=2023-12-02..2026-12-01&".repeat(21)))
                .isEqualTo("[too-many]");
    }

    private String windowErrors(String query) {
        return board().get(path + query)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/window"))
                .extract()
                .path("errors.code")
                .toString();
    }

    @Test
    void aTranscriptAsATable() {
        String table =
                board().accept("text/csv")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .header("Content-Disposition", named("csv"))
                        .extract()
                        .asString();
        assertThat(table).startsWith("\uFEFFcompletedOn,");
        assertThat(table.lines()).hasSize(5);
        assertThat(table).contains("2026-03-02,,\"Łódź symposium, Part 2\",,ASPS,,4.25,,");
    }

    @Test
    void aTranscriptAsPagesHasRealNamesEmbeddedFontsAndPageNumbers() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            rows.append(
                    "%s-x%d,%s,Muller,,Grand rounds %d,2026-05-04,1,\n"
                            .formatted(diplomateId, i, diplomateId, i));
        }
        Ledger.postTable(diplomateId + "-x", HEADER + rows).statusCode(201);
        byte[] pdf =
                diplomate(diplomateId)
                        .accept("application/pdf")
                        .get(path + "?window=2023-12-02..2026-12-01")
                        .then()
                        .statusCode(200)
                        .contentType("application/pdf")
                        .header("Content-Disposition", named("pdf"))
                        .extract()
                        .asByteArray();
        java.nio.file.Files.write(java.nio.file.Path.of("target/transcript.pdf"), pdf);
        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(reader.getNumberOfPages()).isGreaterThan(2);
            String first = new PdfTextExtractor(reader).getTextFromPage(1);
            assertThat(first).contains("Müller-Đoković", "Łódź symposium", "As recorded on");
            // The extractor passes over the lines that are printed on every page: they are no
            // content.
            assertThat(new String(reader.getPageContent(2), StandardCharsets.ISO_8859_1))
                    .contains("/Artifact BMC");
            String last = new PdfTextExtractor(reader).getTextFromPage(reader.getNumberOfPages());
            assertThat(last).contains("149.25", "7.75", "12/02/2023 through 12/01/2026", "unknown");
        }
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .contains("/FontFile2", "LiberationSans");
    }

    @Test
    void aTranscriptIsTheDiplomatesAndTheBoards() {
        assertThat(given().get(path).statusCode()).isEqualTo(401);
        assertThat(society("ASPS").get(path).statusCode()).isEqualTo(403);
        assertThat(diplomate("012345").get(path).statusCode()).isEqualTo(403);
        assertThat(diplomate(diplomateId).get(path).statusCode()).isEqualTo(200);
        assertThat(board().get("/v1/transcripts/none").statusCode()).isEqualTo(404);
        assertThat(board().accept("image/png").get(path).statusCode()).isEqualTo(406);
    }

    private Matcher<String> named(String ending) {
        return matchesPattern(
                "attachment; filename=\"transcript-%s-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.%s\";.*"
                        .formatted(diplomateId, ending));
    }

    private static final String HEADER =
            "externalId,diplomateId,familyName,activity,title,completedOn,credits,patientSafetyCredits\n";

    private void post(String number, String rest) {
        String name = diplomateId + "-" + number;
        Ledger.postTable(name, HEADER + name + "," + diplomateId + ",Djokovic," + rest + "\n")
                .statusCode(201)
                .body("recorded", equalTo(1));
    }
}
