package cme.compliance.cycle;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.path;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CycleImportTest {

    private static final String IMPORTS = "/v1/diplomates/imports";
    private static final String SAMPLE =
            """
            diplomateId,ruleSet,cycleStartYear,certifiedOn
            012345,abps-cc-10y,2021,2020-11-14
            012346,abps-cc-10y,2024,2023-11-11
            012347,abps-cc-10y-overview,2019,2018-11-10
            012348,abps-cc-10y,2018,2017-11-11
            """;

    @Inject CleanDatabase cleanDatabase;

    @BeforeEach
    void wipe() {
        cleanDatabase.wipe();
    }

    private static ValidatableResponse csv(String table) {
        return board().contentType("text/csv").body(table.getBytes()).post(IMPORTS).then();
    }

    @Test
    void cyclesOfManyAreRecordedAndAssessed() {
        csv(SAMPLE)
                .statusCode(200)
                .body("rows", equalTo(4))
                .body("created", equalTo(4))
                .body("results.diplomateId", contains("012345", "012346", "012347", "012348"));
        Api.status("012347")
                .then()
                .statusCode(200)
                .body("ruleSet", equalTo("abps-cc-10y-overview"));
        csv(SAMPLE).body("unchanged", equalTo(4)).body("created", equalTo(0));
    }

    @Test
    void columnsComeInAnyOrderAndAByteOrderMarkIsNoColumn() {
        csv("\uFEFFcertifiedOn,diplomateId,ruleSet,cycleStartYear\n2020-11-14,1,abps-cc-10y,2021\n")
                .body("created", equalTo(1));
    }

    @Test
    void semicolonsSeparateCellsAsWell() {
        csv(SAMPLE);
        csv(SAMPLE.replace(',', ';')).body("unchanged", equalTo(4));
    }

    @Test
    void oneBadRowNeverBlocksTheOthers() {
        csv("""
            diplomateId,ruleSet,cycleStartYear,certifiedOn
            1,abps-cc-10y,2021,2020-11-14
            2,abps-cc-11y,20x1,14.11.2020
            1,abps-cc-10y,2022,2020-11-14
            """)
                .statusCode(200)
                .body("created", equalTo(1))
                .body("rejected", equalTo(2))
                .body("results.outcome", contains("CREATED", "REJECTED", "REJECTED"))
                .body(
                        "results[1].errors.code",
                        contains("rule-set.unknown", "number.format", "date.format"))
                .body("results[2].errors.code", contains("diplomate.repeated"));
        board().get(path("1", "cycle")).then().body("cycleStartYear", equalTo(2021));
    }

    @Test
    void aJsonArrayDoesTheSame() {
        board().body(
                        """
                        [{"diplomateId":"1","ruleSet":"abps-cc-10y","cycleStartYear":2021,
                          "certifiedOn":"2020-11-14"},{"diplomateId":"a b"}]""")
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("results.outcome", contains("CREATED", "REJECTED"))
                .body("results[1].errors.pointer[0]", equalTo("/diplomateId"));
        board().body("{}").post(IMPORTS).then().statusCode(400);
    }

    @Test
    void aDryRunRecordsNothing() {
        board().contentType("text/csv")
                .body(SAMPLE.getBytes())
                .post(IMPORTS + "?dryRun=true")
                .then()
                .body("dryRun", equalTo(true))
                .body("created", equalTo(4));
        board().get(path("012345", "cycle")).then().statusCode(404);
    }

    @Test
    void anImportReplacesButNotAtTheCostOfWhatIsRecorded() {
        csv(SAMPLE).body("created", equalTo(4));
        board().body("{\"procedure\":\"CARPAL_TUNNEL\"}")
                .put(path("012345", "tracers/6"))
                .then()
                .statusCode(201);
        csv(SAMPLE.replace("abps-cc-10y,", "five-year,"))
                .body("replaced", equalTo(2))
                .body("unchanged", equalTo(1))
                .body("results[0].outcome", equalTo("REJECTED"))
                .body("results[0].errors.code", contains("cycle-in-use"))
                .body("results[0].errors.detail", contains(containsString("due year 6")));
    }
}
