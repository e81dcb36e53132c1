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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<n:FamilyName>Lopez-Garcia</n:FamilyName><n:FamilyName>Haddad</n:FamilyName>",
                "<n:FamilyName>Haddad</n:FamilyName><n:FamilyName>Garcia</n:FamilyName>",
                "<n:FamilyName>Haddad</n:FamilyName><n:FormerName><n:FamilyName>Lopez</n:FamilyName></n:FormerName>",
                "<n:FamilyName>Haddad</n:FamilyName></m:Name><m:Name><n:FamilyName>Lopez</n:FamilyName>",
                "<n:FamilyName>Haddad</n:FamilyName></m:Name><m:Alias>Lopez</m:Alias><m:Name>"
            })
    void eachNameIsTriedForItself(String names) {
        post(report.replace("<n:FamilyName>Lopez-Garcia</n:FamilyName>", names))
                .body("results.outcome", contains("RECORDED"));
    }

    @Test
    void noneOfTheNamesAgrees() {
        post(report.replace(
                        "<n:FamilyName>Lopez-Garcia</n:FamilyName>",
                        "<n:FamilyName>Haddad</n:FamilyName><n:FormerName><n:FamilyName>Weiss</n:FamilyName></n:FormerName>"))
                .body("results[0].reason", equalTo("IDENTITY_DIFFERS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Other than patient safety", "Ethics", "Patient safety and quality"})
    void aFocusThatIsNotPatientSafetyIsNamed(String focus) {
        String id =
                post(report.replace("Patient Safety", focus))
                        .body("results.outcome", contains("RECORDED"))
                        .body("notices.code", contains("unknown-focus"))
                        .body("notices[0].detail", containsString(focus))
                        .extract()
                        .path("results[0].completion");
        board().get("/v1/completions/" + id).then().body("patientSafetyCredits", equalTo(null));
    }

    @Test
    void aDomainThatIsNotUnderstoodIsNamed() {
        post(report.replace("idd:cms.hhs.gov:npi", "idd:ama.example:me-number"))
                .body("results.outcome", contains("RECORDED"))
                .body("notices.code", contains("unknown-id-domain"))
                .body("notices[0].detail", containsString("idd:ama.example:me-number"));
        post(report.replace("gov:npi", "gov:x").replace(":diplomate", ":member"))
                .body("results[0].errors.code", contains("unique-id.domain"))
                .body("results[0].errors[0].detail", containsString("member"));
    }

    @Test
    void aDeletionIsRefused() {
        post(report.replace("<ActivityReport arid", "<ActivityReport action='Delete' arid"))
                .body("results[0].errors.code", contains("action.deletion"));
        post(report.replace("<Member>", "<Action>delete</Action><Member>"))
                .body("results[0].errors.code", contains("action.deletion"));
    }

    @Test
    void extensionsArePassedOver() {
        String extended =
                report.replace(
                                "<ActivityReports ",
                                "<ActivityReports xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b' xmlns:o='urn:own' ")
                        .replace(
                                "<Status>Completed</Status>",
                                "<Status>Completed</Status><o:More><o:Status>Paid</o:Status><o:Member><FamilyName>X</FamilyName></o:Member></o:More>")
                        .replace(
                                "</m:Name>",
                                "</m:Name><m:PersonalInfo><m:BirthDate xsi:nil='true'/></m:PersonalInfo>");
        post(extended).body("results.outcome", contains("RECORDED"));
    }

    @Test
    void theFirstVersionOfTheStandardIsReadToo() {
        post(report.replace("/v2/", "/v1/")
                        .replace("hx:creditType", "hx:CreditType")
                        .replace("hx:numberOfCredits", "hx:NumberOfCredits"))
                .body("results.outcome", contains("RECORDED"));
    }

    @Test
    void twoModulesOfADayWithoutCreditIdAreTwoRows() {
        String module = report.substring(report.indexOf("<Module>"), report.indexOf("</Activity>"));
        String two = report.replace(module, module + module.replace("23.5", "12"));
        post(two.replaceAll("<CreditID>.*</CreditID>", "").replace(name + "-1", name))
                .body("results.outcome", contains("RECORDED", "RECORDED"));
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
