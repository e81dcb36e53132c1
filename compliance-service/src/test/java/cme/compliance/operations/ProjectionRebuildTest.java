package cme.compliance.operations;

import static cme.compliance.harness.EventFixtures.activity;
import static cme.compliance.harness.EventFixtures.completion;
import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ProjectionRebuildTest {

    private static final String ANNA = "R00001";
    private static final String BERTA = "R00002";

    @Inject CleanDatabase cleanDatabase;
    @Inject Events events;
    @Inject Jdbi jdbi;

    @BeforeEach
    void tell() {
        cleanDatabase.wipe();
        Api.putCycle(ANNA, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
        Api.putCycle(BERTA, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
        events.activity(activity("R-COURSE", "10", "10"));
        events.completions(
                completion("r-a", ANNA, "2025-04-20", "20"),
                completion("r-b", BERTA, "2025-04-20", "20"));
    }

    private static RequestSpecification ops() {
        return given().auth().oauth2(TestTokens.ops());
    }

    private static JsonPath rebuild() {
        ops().post(Api.REBUILD).then().statusCode(202).body("state", equalTo("RUNNING"));
        Api.awaitRebuilt();
        return ops().get(Api.REBUILD).then().statusCode(200).extract().jsonPath();
    }

    private void awaitAssessed() {
        await().until(() -> count("reassessment") == 0);
    }

    private long count(String table) {
        return jdbi.withHandle(
                h -> h.select("select count(*) from " + table).mapTo(Long.class).one());
    }

    private long told(String diplomate) {
        return jdbi.withHandle(
                h ->
                        h.select("select count(*) from event_log where key = ?", diplomate)
                                .mapTo(Long.class)
                                .one());
    }

    private static float safety(String id) {
        return Api.status(id)
                .jsonPath()
                .getFloat(
                        "findings.find { it.requirement == 'patient-safety' && it.dueYear == 6 }.earned");
    }

    @Test
    void evidenceThatIsWrongMissingOrInventedIsPutRightAndOnlyRealChangesAreTold() {
        assertThat(safety(ANNA)).isEqualTo(20f);
        var berta = Api.status(BERTA).asString();
        long toldOfBerta = told(BERTA);
        jdbi.useTransaction(
                h -> {
                    h.execute("delete from completion_revision where diplomate_id = ?", ANNA);
                    h.execute(
                            "update completion_revision set credits = 7 where completion = 'r-b'");
                    h.execute(
                            """
                            insert into completion_revision
                            select 'r-invented', revision, diplomate_id, status, activity, title,
                                   completed_on, credits, patient_safety, poster, recorded_at
                            from completion_revision where completion = 'r-b'
                            """);
                    h.execute("delete from activity_revision where code = 'R-COURSE'");
                    h.execute("update activity_copy set version = version + 1");
                    // As if somebody had been assessed with the missing evidence.
                    h.execute("insert into reassessment values (?, 'DATE', now())", ANNA);
                });
        awaitAssessed();
        assertThat(safety(ANNA)).isZero();
        long toldOfAnna = told(ANNA);

        var finished = rebuild();
        awaitAssessed();

        assertThat(finished.getString("state")).isEqualTo("COMPLETE");
        assertThat(finished.getLong("removed")).isGreaterThanOrEqualTo(2);
        assertThat(finished.getLong("added")).isGreaterThanOrEqualTo(3);
        assertThat(safety(ANNA)).isEqualTo(20f);
        assertThat(told(ANNA)).isEqualTo(toldOfAnna + 1);
        assertThat(Api.status(BERTA).asString()).isEqualTo(berta);
        assertThat(told(BERTA)).isEqualTo(toldOfBerta);
        assertThat(activities("R-COURSE")).isEqualTo(1);
    }

    private long activities(String code) {
        return jdbi.withHandle(
                h ->
                        h.select("select count(*) from activity_revision where code = ?", code)
                                .mapTo(Long.class)
                                .one());
    }

    @Test
    void aRebuildOfWhatIsRightChangesNothing() {
        rebuild();
        awaitAssessed();
        var status = Api.status(ANNA).asString();
        long told = count("event_log");

        rebuild();
        awaitAssessed();

        assertThat(Api.status(ANNA).asString()).isEqualTo(status);
        assertThat(count("event_log")).isEqualTo(told);
    }

    @Test
    void statusesThatAreWrongOrMissingAreMadeAgain() {
        var status = Api.status(ANNA).asString();
        jdbi.useTransaction(
                h -> {
                    h.execute("delete from finding where diplomate_id = ?", ANNA);
                    h.execute("delete from status where diplomate_id = ?", ANNA);
                });
        rebuild();
        awaitAssessed();
        assertThat(Api.status(ANNA).asString()).isEqualTo(status);
        assertThat(count("status where diplomate_id = '" + ANNA + "'")).isEqualTo(1);
    }
}
