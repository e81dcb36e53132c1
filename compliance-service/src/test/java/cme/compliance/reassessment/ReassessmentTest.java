package cme.compliance.reassessment;

import static cme.compliance.harness.EventFixtures.activity;
import static cme.compliance.harness.EventFixtures.approve;
import static cme.compliance.harness.EventFixtures.completion;
import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.diplomate.Diplomates;
import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.compliance.harness.SettableClock;
import cme.compliance.rules.DiplomateId;
import cme.test.stack.DatabaseOwner;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ReassessmentTest {

    private static final String WITH = "000001";
    private static final String WITHOUT = "000002";

    @Inject CleanDatabase cleanDatabase;
    @Inject Events events;
    @Inject SettableClock clock;
    @Inject Jdbi jdbi;
    @Inject CatchUp catchUp;
    @Inject DailyRenewal renewal;
    @Inject ReassessmentBatch batch;
    @Inject Reassessments reassessments;
    @Inject Diplomates diplomates;

    @BeforeEach
    void completeAnActivity() {
        cleanDatabase.wipe();
        events.activity(activity("COURSE", "2", "0"));
        for (String id : List.of(WITH, WITHOUT)) {
            Api.putCycle(id, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
            Api.board()
                    .body("{\"procedure\":\"CARPAL_TUNNEL\"}")
                    .put(Api.path(id, "tracers/6"))
                    .then()
                    .statusCode(201);
        }
        events.completions(
                completion("a", WITH, "2026-02-01", "2")
                        .put("patientSafetyCredits", 0)
                        .put("activity", "COURSE")
                        .putNull("title"));
    }

    private static String tracerState(String id) {
        return Api.status(id)
                .jsonPath()
                .getString(
                        "findings.find { it.requirement == 'tracer-activity' && it.dueYear == 6"
                                + " }.state");
    }

    private String storedState(String id) {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        """
                                        select state from finding where diplomate_id = ?
                                          and requirement = 'tracer-activity' and due_year = 6
                                        """,
                                        id)
                                .mapTo(String.class)
                                .one());
    }

    private List<String> assessed(String condition, String value) {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        "select diplomate_id from status where %s order by 1"
                                                .formatted(condition),
                                        value)
                                .mapTo(String.class)
                                .list());
    }

    @Test
    void anApprovalWithEffectInThePastReachesDiplomatesWhoCompletedTheActivity() {
        assertThat(tracerState(WITH)).isEqualTo("DUE_SOON");
        clock.set("2026-11-23T16:00:00Z");
        ObjectNode approved = activity("COURSE", "2", "0").put("revision", 2);
        approved.put("recordedAt", "2026-11-23T16:00:00Z");
        events.activity(approve(approved, "TRACER", "2025-01-01", "CARPAL_TUNNEL"));

        assertThat(tracerState(WITH)).isEqualTo("MET");
        await().until(() -> storedState(WITH).equals("MET"));
        assertThat(assessed("known_at >= ?::timestamptz", "2026-11-23T16:00:00Z"))
                .containsExactly(WITH);
    }

    @Test
    void aDateThatArrivesReachesTheDiplomatesItConcerns() {
        Api.putCycle(WITHOUT, "abps-cc-10y", 2025, "2024-11-14").then().statusCode(200);
        clock.set("2026-12-02T05:00:00Z");
        await().until(() -> storedState(WITH).equals("LATE"));
        assertThat(assessed("as_of >= ?::date", "2026-12-02")).containsExactly(WITH);
    }

    @Test
    void aNewVersionOfARuleSetReachesDiplomatesAssessedWithTheOld() {
        outdate(WITH);
        await().until(
                        () ->
                                jdbi.withHandle(
                                        handle ->
                                                handle.select(
                                                                "select min(rule_set_version) ="
                                                                        + " max(rule_set_version) from"
                                                                        + " status")
                                                        .mapTo(Boolean.class)
                                                        .one()));
    }

    /// Until the assessment is committed, other transactions see the row in the set and the old
    /// answer.
    @Test
    void aDiplomateBeingAssessedIsNotAddedToTheSetAgain() {
        long before = batch.assessed();
        try (Handle holding = jdbi.open().begin()) {
            diplomates.lock(holding, Set.of(new DiplomateId(WITH)));
            outdate(WITH);
            await().until(this::isTaken);
            assertThat(CompletableFuture.supplyAsync(reassessments::collect))
                    .succeedsWithin(Duration.ofMinutes(2));
            holding.rollback();
        }
        await().until(() -> reassessments.waiting() == 0);
        assertThat(batch.assessed()).isEqualTo(before + 1);
    }

    /// Two instances, or a worker and a question, collect at the same time: the second one sees the
    /// rows of the first one and their new answers.
    @Test
    void aDiplomateAssessedWhileAnotherCollectedIsNotAddedAgain() {
        long before = batch.assessed();
        try (Handle another = jdbi.open().begin()) {
            reassessments.collect(another);
            outdate(WITH);
            CompletableFuture<Boolean> second =
                    CompletableFuture.supplyAsync(reassessments::collect);
            await().until(this::somebodyWaitsForALock);
            moveRuleSetVersion(WITH, 1);
            another.commit();
            assertThat(second).succeedsWithin(Duration.ofMinutes(2));
        }
        assertThat(reassessments.collect()).isFalse();
        assertThat(batch.assessed()).isEqualTo(before);
    }

    /// Another transaction is adding everybody to the set.
    @Test
    void catchingUpWaitsForAnotherCollectionOnlyWithinItsTime() {
        try (Handle another = jdbi.open().begin()) {
            reassessments.collect(another);
            outdate(WITH);
            assertThat(catchUp.within(Duration.ofMillis(200))).isEqualTo(1);
            another.commit();
        }
        await().until(() -> !reassessments.collect());
    }

    private boolean somebodyWaitsForALock() {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        """
                                        select exists (
                                            select from pg_locks
                                            where locktype = 'advisory' and not granted)
                                        """)
                                .mapTo(Boolean.class)
                                .one());
    }

    private void outdate(String id) {
        moveRuleSetVersion(id, -1);
    }

    private void moveRuleSetVersion(String id, int by) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                """
                                update status set rule_set_version = rule_set_version + ?
                                where diplomate_id = ?
                                """,
                                by,
                                id));
    }

    /// Whether one diplomate is in the set and a worker holds that row.
    private boolean isTaken() {
        return jdbi.inTransaction(
                handle ->
                        reassessments.waiting(handle) == 1
                                && handle.select(
                                                "select diplomate_id from reassessment for update"
                                                        + " skip locked")
                                        .mapTo(String.class)
                                        .list()
                                        .isEmpty());
    }

    @Test
    void answersAreRenewedOnAnotherDayWithoutAnEvent() {
        clock.set("2026-11-24T15:00:00Z");
        String sentence = Api.status(WITH).jsonPath().getString("summary");
        int told = number("select count(*) from event_log");

        assertThat(renewal.renew()).isEqualTo(2);
        assertThat(renewal.renew()).isZero();
        assertThat(number("select count(*) from status where as_of = '2026-11-24'")).isEqualTo(2);
        assertThat(Api.status(WITH).jsonPath().getString("summary")).isEqualTo(sentence);
        assertThat(number("select count(*) from event_log")).isEqualTo(told);
    }

    /// It is the next day in New York and not yet in Honolulu.
    @Test
    void answersAreRenewedWhenTheDayBeginsInTheZoneOfTheirRuleSet() {
        Api.putCycle("000003", "five-year-honolulu", 2024, "2023-11-14").then().statusCode(201);
        clock.set("2026-11-24T06:00:00Z");

        assertThat(renewal.renew()).isEqualTo(2);
        assertThat(renewal.renew()).isZero();
        assertThat(assessed("as_of = ?::date", "2026-11-24")).containsExactly(WITH, WITHOUT);

        clock.set("2026-11-24T10:00:00Z");
        assertThat(renewal.renew()).isEqualTo(1);
    }

    /// The deadline is over in Tokyo, and nobody else has to wait for anything.
    @Test
    void nobodyIsAssessedAgainBeforeTheDayBeginsInTheZoneOfTheRuleSet() {
        Api.putCycle("000003", "five-year-honolulu", 2024, "2023-11-14").then().statusCode(201);
        Api.putCycle("000004", "five-year-tokyo", 2024, "2023-11-14").then().statusCode(201);
        clock.set("2026-12-01T15:00:00Z");
        await().untilAsserted(
                        () ->
                                assertThat(assessed("standing = ?", "LATE"))
                                        .containsExactly("000004"));
        assertThat(reassessments.collect()).isFalse();
    }

    private int number(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(Integer.class).one());
    }

    @Test
    void metricsAndHealthShowHowManyWait() {
        assertThat(managed("/q/metrics"))
                .contains("cme_reassessment_waiting")
                .contains("cme_reassessment_failed")
                .contains("cme_assessment_seconds_sum{part=\"read\"");
        assertThat(managed("/q/health/ready")).contains("\"reassessment\"", "\"waiting\"");
    }

    private static String managed(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
        return given().port(port).get(path).then().statusCode(200).extract().asString();
    }

    /// This is so after a long queue was worked off and before the planner knows of the next one.
    @Test
    void onlyABatchIsTakenWhenThePlannerAssumesAnEmptySet() {
        String fill =
                """
                insert into reassessment
                select 'M' || d, 'COMPLETION', now() from generate_series(1, 3000) d
                """;
        DatabaseOwner.execute(fill, "delete from reassessment", "analyze reassessment");
        try (Handle transaction = jdbi.open()) {
            transaction.begin();
            transaction.execute(fill);
            assertThat(reassessments.take(transaction, 100, null)).hasSize(100);
            assertThat(reassessments.waiting(transaction)).isEqualTo(2900);
            transaction.rollback();
        }
    }
}
