package cme.credit.rosterfile;

import static cme.credit.Callers.board;
import static cme.credit.Callers.sample;
import static cme.credit.Callers.society;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.stack.demo.SampleWorkbook;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What providers make for ACCME's PARS can be sent here as it is.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ParsFormsTest {
    private static final String TABS = "text/tab-separated-values";
    private static final String WORKBOOK =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String JSON = "application/json";

    /// Other tests may have posted the sample itself, or what is left of it.
    private static final String TEMPLATE = sample("pars.txt").replace("10/05", "10/11");

    @Inject CatalogEvents catalog;

    @BeforeEach
    void theSamplesAreKnown() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
    }

    private static ValidatableResponse pars(String name, String type, String roster) {
        return pars(name, type, roster.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse pars(String name, String type, byte[] roster) {
        return society("ASPS")
                .header("Content-Type", type)
                .body(roster)
                .post("/v1/rosters?form=pars&externalId=" + name)
                .then();
    }

    private static ValidatableResponse completion(ValidatableResponse answer, int row) {
        String id = answer.extract().path("results[%d].completion".formatted(row));
        return board().get("/v1/completions/" + id).then().statusCode(200);
    }

    @Test
    void theTemplateForLearnersIsRead() {
        ValidatableResponse answer =
                pars("PARS-B", TABS, TEMPLATE)
                        .statusCode(201)
                        .body("results.outcome", contains("RECORDED", "RECORDED", "REJECTED"))
                        .body("results[2].errors.code", contains("board.another"))
                        .body("results[2].errors[0].detail", containsString("ABIM"))
                        .body("notices.code", contains("fields-passed-over"))
                        .body("notices[0].detail", containsString("Learner First Name"))
                        .body("notices[0].detail", containsString("State License"))
                        .body("notices[0].detail", containsString("MOC points"));
        completion(answer, 0)
                .body("diplomateId", equalTo("012345"))
                .body("activity", equalTo("ASPS-ANNUAL-2026"))
                .body("completedOn", equalTo("2026-10-11"))
                .body("credits", equalTo(5.75f));
        completion(answer, 1).body("diplomateId", equalTo("012346"));
        pars("PARS-B", TABS, TEMPLATE).statusCode(200).body("duplicate", equalTo(2));
    }

    @Test
    void theTemplateIsReadAsAWorkbookToo() {
        pars("PARS-XLSX", WORKBOOK, SampleWorkbook.of(sample("pars.txt").replace("10/05", "10/09")))
                .body("rejected", equalTo(1))
                .body("rows", equalTo(3));
    }

    @Test
    void otherVersionsNameTheirColumnsDifferently() {
        String table =
                "ACCME Activity ID\tInternal Activity ID\tLast Name\tDate of Birth\tDiplomate ID\tDate Completed\tCredits Claimed\tAdd/Delete\n"
                        + "201234567\tASPS-ANNUAL-2026\tLopez\t3/14/1970\t012345\t10/7/2026\t4\tAdd\n"
                        + "201234567\tASPS-ANNUAL-2026\tLopez\t3/14\t012345\t10/8/2026\t4\tDelete\n"
                        + "201234567\tASPS-ANNUAL-2026\tLopez\t3/15\t012345\t10/8/2026\t4\tAdd\n";
        ValidatableResponse answer =
                pars("PARS-OTHER", TABS, table)
                        .statusCode(201)
                        .body("results.outcome", contains("RECORDED", "REJECTED", "HELD"))
                        .body("results[1].errors.code", contains("action.deletion"))
                        .body("results[2].reason", equalTo("IDENTITY_DIFFERS"))
                        .body("notices[0].detail", containsString("PARS activity id"));
        completion(answer, 0).body("completedOn", equalTo("2026-10-07"));
    }

    @Test
    void pointsAloneAreNoCredit() {
        String table =
                "Activity Title\tLast Name\tBoard ID\tCompletion Date\tMOC Points\nDay\tLopez\t012345\t10/07/2026\t4\n";
        pars("PARS-POINTS", TABS, table)
                .body("results[0].errors.code", contains("credit-type.not-cme"));
    }

    @Test
    void aColumnThatIsNeededAndMissingIsNamed() {
        pars("PARS-SHORT", TABS, "Last Name\tCompletion Date\tCredits\nLopez\t10/07/2026\t4\n")
                .statusCode(400)
                .body("errors.code", hasItem("csv.missing-column"));
    }

    @Test
    void theJsonOfLearnerReportsIsReadInWhateverOrder() {
        ValidatableResponse answer =
                pars("PARS-JSON", JSON, sample("pars.json").replace("JSON-1", "JSON-2"))
                        .statusCode(201)
                        .body("results.outcome", contains("RECORDED", "REJECTED"))
                        .body("results[0].externalId", equalTo("PARS-JSON-2"))
                        .body("results[1].errors.code", contains("credit-type.not-cme"))
                        .body(
                                "notices.find { it.code == 'unknown-id-domain' }.detail",
                                containsString("statelicense:ny"))
                        .body(
                                "notices.find { it.code == 'fields-passed-over' }.detail",
                                containsString("GivenName"));
        completion(answer, 0)
                .body("diplomateId", equalTo("012345"))
                .body("completedOn", equalTo("2026-10-06"))
                .body("category", equalTo("AMA_PRA_1"))
                .body("credits", equalTo(5.75f));
    }

    @Test
    void aLearnerOfAnotherBoardIsPassedOverInTheJsonToo() {
        String other = sample("pars.json").replace("idnumber:abps", "idnumber:ABS");
        pars("PARS-ABS", JSON, other)
                .body("results[0].errors.code", contains("board.another"))
                .body("results[0].errors[0].detail", containsString("ABS"));
    }

    @Test
    void whatIsNoReportIsRefused() {
        pars("PARS-NONE", JSON, "{}").statusCode(400).body("errors.code", contains("empty"));
        pars("PARS-NONE", JSON, "{\"ActivityReport\":[{")
                .statusCode(400)
                .body("detail", containsString("line"));
        pars("PARS-NONE", "application/x-ndjson", "{}").statusCode(400);
        String endless = "{\"a\":1},".repeat(100_000);
        pars("PARS-NONE", JSON, "{\"ActivityReport\":[{\"x\":[" + endless + "{}]}]}")
                .statusCode(413);
        society("ASPS")
                .contentType(JSON)
                .body("{}")
                .post("/v1/rosters?form=sars&externalId=x")
                .then()
                .statusCode(400);
    }

    @Test
    void theXmlOfLearnerReportsIsAnActivityReport() {
        String report =
                sample("activity-report.xml")
                        .replace("88211", "PARS-XML")
                        .replaceFirst("<ActivityReports", "<ACCMELearnerReports><ActivityReports")
                        .concat("</ACCMELearnerReports>");
        pars("arid:plasticsurgery.example:2026-10-annual-pars", "application/xml", report)
                .statusCode(201)
                .body("results.outcome", contains("RECORDED"));
    }
}
