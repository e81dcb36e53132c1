package cme.credit.rosterfile;

import static cme.credit.Callers.board;
import static cme.credit.Callers.sample;
import static cme.credit.Callers.society;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.credit.Ledger;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class XmlRosterTest {
    @Inject CatalogEvents catalog;

    private final String name = UUID.randomUUID().toString().substring(0, 13);
    private final String report =
            sample("activity-report.xml").replace("2026-10-annual", name).replace("88211", name);

    @BeforeEach
    void theSamplesAreKnown() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
    }

    @Test
    void aReportIsRecordedLikeTheTableOfTheSameMeeting() {
        String id =
                post(report)
                        .statusCode(201)
                        .body("externalId", equalTo("arid:plasticsurgery.example:" + name))
                        .body("results.outcome", contains("RECORDED"))
                        .extract()
                        .path("results[0].completion");
        board().get("/v1/completions/" + id)
                .then()
                .body("diplomateId", equalTo("012345"))
                .body("activity", equalTo("ASPS-ANNUAL-2026"))
                .body("completedOn", equalTo("2026-10-12"))
                .body("credits", equalTo(23.5f))
                .body("patientSafetyCredits", equalTo(6.25f))
                .body("category", equalTo("AMA_PRA_1"));
        String csv =
                "externalId,diplomateId,npi,familyName,activity,completedOn,credits,patientSafetyCredits,category\n"
                        + "ccid:plasticsurgery.example:2026-annual-%s,012345,1234567893,Lopez-Garcia,ASPS-ANNUAL-2026,2026-10-12,23.5,6.25,AMA_PRA_1\n"
                                .formatted(name);
        Ledger.postTable(name, csv).statusCode(201).body("results.completion", contains(id));
        post(report).statusCode(200).body("duplicate", equalTo(1));
    }

    @Test
    void whatIsNotCompletedOrHasAZoneOrNoCreditIsAResult() {
        post(report.replace("<Status>Completed</Status>", "<Status>In progress</Status>"))
                .body("results[0].errors.code", contains("not-completed"));
        post(report.replace("T00:00:00</Completed", "T00:00:00Z</Completed"))
                .body("results[0].errors.code", contains("completed-on.time-part"));
        post(report.replaceAll("(?s)<CreditCertificate>.*</CreditCertificate>", ""))
                .body("results[0].errors.pointer", contains("/credits"));
        post(report.replace("23.5", "61"))
                .body("results[0].errors.code", contains("credits.over-maximum"));
    }

    @Test
    void nothingIsFetchedAndNothingIsExpanded() {
        String external = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        String bomb = "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
        for (String doctype : new String[] {external, bomb}) {
            post(report.replace("?>", "?>" + doctype).replace("Lopez-Garcia", "&x;&b;"))
                    .statusCode(400)
                    .body("type", containsString("unreadable"));
        }
    }

    @Test
    void whatIsNoReportIsRefusedWithItsPlace() {
        post("<a/>").statusCode(400);
        post("").statusCode(400).body("detail", containsString("line"));
        post(report.replace("</Module>", ""))
                .statusCode(400)
                .body("detail", containsString("line"));
        post("<ActivityReports arid='x'>" + "<x>".repeat(100))
                .statusCode(400)
                .body("detail", containsString("deep"));
        post("<ActivityReports arid='x' y='" + "y".repeat(2_000_000) + "'/>").statusCode(400);
        post("<ActivityReports arid='x'/>").statusCode(400).body("errors.code", contains("empty"));
    }

    private static ValidatableResponse post(String xml) {
        return society("ASPS").contentType("application/xml").body(xml).post("/v1/rosters").then();
    }
}
