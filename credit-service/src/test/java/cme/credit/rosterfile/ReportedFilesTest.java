package cme.credit.rosterfile;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import cme.credit.CatalogEvents;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files as people really have them, made after what was reported about other systems.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ReportedFilesTest {

    @Inject CatalogEvents catalog;
    @TestHTTPResource URI base;

    @BeforeEach
    void thePeopleAreKnown() {
        catalog.publishSamples();
        imported("identities.csv", "").statusCode(200).body("rejected", equalTo(0));
    }

    private static byte[] file(String name) {
        try (InputStream file = ReportedFilesTest.class.getResourceAsStream("/reports/" + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ValidatableResponse imported(String name, String query) {
        return board().contentType("text/csv")
                .body(file(name))
                .post("/v1/identities/imports" + query)
                .then();
    }

    private static ValidatableResponse roster(String name) {
        return roster(name, "text/csv", "");
    }

    private static ValidatableResponse roster(String name, String type, String more) {
        return society("ASPS")
                .header("Content-Type", type)
                .body(file(name))
                .post("/v1/rosters?externalId=" + name + more)
                .then();
    }

    private static void assertRecorded(ValidatableResponse answer, int rows) {
        answer.statusCode(201).body("recorded", equalTo(rows)).body("rows", equalTo(rows));
    }

    /// The credits that were recorded of a row, as of the answer.
    private static float credits(ValidatableResponse answer, int row) {
        String completion = answer.extract().path("results[%d].completion".formatted(row));
        return board().get("/v1/completions/" + completion).then().extract().path("credits");
    }

    @Test
    void h01UnicodeText() {
        assertRecorded(roster("h01-unicode-text.csv", "text/csv; charset=utf-16", ""), 2);
    }

    @Test
    void h02Windows1252() {
        roster("h02-windows-1252.csv").statusCode(400).body("detail", containsString("Line 3 "));
        assertRecorded(roster("h02-windows-1252.csv", "text/csv; charset=windows-1252", ""), 2);
    }

    @Test
    void h03OneBadByte() {
        roster("h03-one-bad-byte.csv")
                .statusCode(400)
                .body("detail", containsString("Line 61 "))
                .body("detail", containsString("CSV UTF-8"));
    }

    @Test
    void h04Semicolons() {
        ValidatableResponse answer = roster("h04-semicolons.csv");
        assertRecorded(answer, 2);
        assertThat(credits(answer, 0)).isEqualTo(12.5f);
        assertThat(credits(answer, 1)).isEqualTo(8f);
    }

    @Test
    void h05EmptyRows() {
        assertRecorded(roster("h05-empty-rows.csv"), 2);
    }

    @Test
    void h06EmptyColumn() {
        assertRecorded(roster("h06-empty-column.csv"), 2);
    }

    @Test
    void h07ExtraColumns() {
        roster("h07-extra-columns.csv")
                .statusCode(400)
                .body("errors.code", hasItem("csv.unknown-column"))
                .body("errors[0].detail", containsString("familyName"));
        roster("h07-extra-columns.csv", "text/csv", "&ignoreColumns=firstName,email")
                .statusCode(201);
    }

    @Test
    void h09NoBreakSpacesInNumbers() {
        assertRecorded(roster("h09-nbsp-in-numbers.csv"), 2);
    }

    @Test
    void h10TextGuards() {
        assertRecorded(roster("h10-text-guard.csv"), 2);
    }

    @Test
    void h11IdentitiesWhoseZerosAreLost() {
        for (String query : List.of("?dryRun=true", "", "")) {
            imported("h11-identities-zeros-lost.csv", query)
                    .statusCode(200)
                    .body("results.outcome", contains("REJECTED"))
                    .body("results[0].errors.code", hasItem("identity.looks-like"))
                    .body("results[0].errors.pointer", hasItems("/npi", "/diplomateId"))
                    .body("results[0].errors[0].detail", containsString("012348"));
        }
        board().get("/v1/identities/12348").then().statusCode(404);
    }

    @Test
    void h12IdentitiesDryRun() {
        imported("h12-identities-dry-run.csv", "?dryRun=true")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("added", equalTo(1));
        board().get("/v1/identities/090301").then().statusCode(404);
        imported("h12-identities-dry-run.csv", "?dry=true")
                .statusCode(400)
                .body("type", containsString("unknown-parameter"));
    }

    @Test
    void h16SavedByExcel() {
        ValidatableResponse answer = roster("h16-saved-by-excel.csv");
        assertRecorded(answer, 2);
        completion(answer, 0)
                .body("diplomateId", equalTo("012346"))
                .body("completedOn", equalTo("2026-10-04"));
    }

    @Test
    void h27ActivityReportAsText() {
        roster("h27-as-text-xml.xml", "text/xml", "").statusCode(201);
    }

    @Test
    void h30FloatArtefact() {
        roster("h30-float-artefact.csv")
                .body("results[0].errors.code", contains("credits.increment"))
                .body("results[0].errors[0].detail", containsString("quarters"));
    }

    @Test
    void h32IdentitiesWithSemicolons() {
        imported("h32-identities-semicolons.csv", "").statusCode(200).body("rejected", equalTo(0));
    }

    @Test
    void h33ReportTitle() {
        roster("h33-report-title.csv")
                .statusCode(400)
                .body("errors.code", contains("csv.title-line"))
                .body("errors[0].detail", containsString("line 3"));
    }

    @Test
    void h34DecimalPointsInNumbers() {
        roster("h34-decimal-point-in-number.csv")
                .statusCode(201)
                .body("rejected", equalTo(3))
                .body("results[0].errors.code", contains("diplomate-id.format"))
                .body("results[0].errors[0].detail", containsString("spreadsheet"))
                .body("results[1].errors[0].detail", containsString("spreadsheet"))
                .body("results[2].errors[0].detail", containsString("spreadsheet"));
    }

    @Test
    void h35Dates() {
        roster("h35-dates.csv")
                .statusCode(201)
                .body(
                        "results.outcome",
                        equalTo(List.of("RECORDED", "RECORDED", "REJECTED", "REJECTED")))
                .body("results[2].errors[0].detail", containsString("46310"))
                .body("results[3].errors[0].detail", containsString("10/15/2026"));
    }

    /// The three sessions add up when each is sent with its session; without them they are
    /// repetitions of one another.
    @Test
    void h37SessionsOfADaySentWithTheirSessions() {
        String posted = new String(file("h37-sessions-of-a-day.csv"), StandardCharsets.UTF_8);
        List<String> lines = posted.lines().toList();
        String roster =
                String.join(
                        "\n",
                        lines.get(0) + ",session",
                        lines.get(1) + ",Morning",
                        lines.get(2) + ",Afternoon",
                        lines.get(3) + ",Evening");
        ValidatableResponse answer =
                society("ASPS")
                        .contentType("text/csv")
                        .body(roster.replace("H37-", "H37-S-").replace("WINTER", "ANNUAL"))
                        .post("/v1/rosters?externalId=h37-with-sessions")
                        .then();
        assertRecorded(answer, 3);
        String completion = answer.extract().path("results[2].completion");
        board().get("/v1/completions/" + completion).then().body("session", equalTo("Evening"));
    }

    @Test
    void h39NumberForms() {
        ValidatableResponse answer = roster("h39-number-forms.csv");
        assertRecorded(answer, 3);
        assertThat(credits(answer, 1)).isEqualTo(0.5f);
    }

    private static ValidatableResponse report(String name) {
        return roster(name, "application/xml", "");
    }

    private static ValidatableResponse completion(ValidatableResponse answer, int row) {
        String id = answer.extract().path("results[%d].completion".formatted(row));
        return board().get("/v1/completions/" + id).then().statusCode(200);
    }

    @Test
    void h19FormerName() {
        assertRecorded(report("h19-former-name.xml"), 1);
    }

    @Test
    void h20BirthDateOfSomebodyElse() {
        report("h20-birth-date-of-somebody-else.xml")
                .body("results[0].outcome", equalTo("HELD"))
                .body("results[0].reason", equalTo("IDENTITY_DIFFERS"));
    }

    @Test
    void h21PatientSafetyInTwoParts() {
        completion(report("h21-patient-safety-in-two-parts.xml"), 0)
                .body("patientSafetyCredits", equalTo(3f));
    }

    @Test
    void h22PatientSafetyWrapped() {
        completion(report("h22-patient-safety-wrapped.xml"), 0)
                .body("patientSafetyCredits", equalTo(2f));
    }

    @Test
    void h23PointsBeforeCredits() {
        ValidatableResponse answer =
                report("h23-points-before-credits.xml")
                        .statusCode(201)
                        .body("results.outcome", contains("REJECTED", "RECORDED"))
                        .body("results[0].errors.code", contains("credit-type.not-cme"));
        completion(answer, 1).body("credits", equalTo(6f));
    }

    @Test
    void h24WithoutActivityId() {
        completion(report("h24-without-activity-id.xml"), 0)
                .body("title", equalTo("State society trauma evening"));
    }

    @Test
    void h25TwoMembersWithoutCreditId() {
        assertRecorded(report("h25-two-members-without-credit-id.xml"), 2);
    }

    @Test
    void h26LongCertification() {
        completion(report("h26-long-certification.xml"), 0).body("category", equalTo("AMA_PRA_1"));
    }

    @Test
    void h38TwoFamilyNames() {
        assertRecorded(report("h38-two-family-names.xml"), 1);
    }

    /// 17 MB, which are gone through in less than a second on a quiet machine.
    @ParameterizedTest
    @ValueSource(strings = {"", "&dryRun=true"})
    void aCertificateWithoutEndIsTooLarge(String more) throws Exception {
        String report =
                new String(file("h21-patient-safety-in-two-parts.xml"), StandardCharsets.UTF_8);
        String endless =
                report.replace("<CreditID>", "<CreditReceived/>".repeat(1_000_000) + "<CreditID>");
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve("/v1/rosters?externalId=endless" + more))
                        .timeout(Duration.ofMinutes(2))
                        .header("Authorization", "Bearer " + TestTokens.society("ASPS"))
                        .header("Content-Type", "application/xml")
                        .POST(BodyPublishers.ofString(endless))
                        .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        }
    }
}
