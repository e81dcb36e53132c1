package cme.credit.roster;

import static cme.credit.Callers.sample;
import static cme.credit.Callers.society;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class SampleRosterTest {
    @Inject CatalogEvents catalog;

    @BeforeEach
    void theSamplesAreKnown() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
    }

    @Test
    void theSampleTableHasTheOutcomesThatItShouldAndChangesNothingThenceforth() {
        post("text/csv", "roster.csv", "?externalId=ASPS-2026-DAY-1")
                .statusCode(201)
                .body("rows", equalTo(6))
                .body("recorded", equalTo(3))
                .body("duplicate", equalTo(0))
                .body("conflict", equalTo(0))
                .body("held", equalTo(1))
                .body("rejected", equalTo(2))
                .body(
                        "results.outcome",
                        contains(
                                "RECORDED", "RECORDED", "RECORDED", "REJECTED", "HELD", "REJECTED"))
                .body("results[3].errors.code", contains("npi.check-digit"))
                .body("results[3].errors.pointer", contains("/npi"))
                .body("results[4].reason", equalTo("NO_MATCH"))
                .body("results[5].errors.code", contains("credits.increment"));
        post("text/csv", "roster.csv", "?externalId=ASPS-2026-DAY-1")
                .statusCode(200)
                .body("recorded", equalTo(0))
                .body("duplicate", equalTo(3))
                .body("held", equalTo(1))
                .body("rejected", equalTo(2));
    }

    @Test
    void theSampleJsonIsRecorded() {
        post("application/json", "roster.json", "")
                .statusCode(201)
                .body("externalId", equalTo("ASPS-ANNUAL-2026-DAY-4"))
                .body("results.outcome", contains("RECORDED", "RECORDED"));
    }

    @Test
    void theSampleLinesAreRecorded() {
        post("application/x-ndjson", "roster.ndjson", "?externalId=EDNET-77")
                .statusCode(201)
                .body("results.outcome", contains("RECORDED", "RECORDED"));
    }

    @Test
    void aDryRunAnswersTheSameAndRecordsNothing() {
        String csv = sample("roster.csv").replace("ASPS-2026-1-", "DRY-");
        for (int i = 0; i < 2; i++) {
            society("ASPS")
                    .contentType("text/csv; charset=UTF-8")
                    .body(csv)
                    .post("/v1/rosters?externalId=DRY&dryRun=true")
                    .then()
                    .statusCode(200)
                    .body("id", is(nullValue()))
                    .body("recorded", equalTo(3))
                    .body("held", equalTo(1))
                    .body("rejected", equalTo(2));
        }
    }

    private static ValidatableResponse post(String type, String sample, String query) {
        return society("ASPS")
                .contentType(type + "; charset=UTF-8")
                .body(sample(sample))
                .post("/v1/rosters" + query)
                .then();
    }
}
