package cme.compliance.evidence;

import static cme.compliance.harness.EventFixtures.activity;
import static cme.compliance.harness.EventFixtures.completion;
import static cme.compliance.harness.EventFixtures.next;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.projector.DeadLetters;
import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CompletionProjectionTest {

    private static final String ANNA = "000001";
    private static final String BERTA = "000002";

    @Inject CleanDatabase database;
    @Inject Events events;
    @Inject DeadLetters deadLetters;

    @BeforeEach
    void recordCycles() {
        database.wipe();
        Api.putCycle(ANNA, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
        Api.putCycle(BERTA, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
    }

    private static float earned(String id) {
        return earned(Api.status(id).jsonPath());
    }

    private static float earned(JsonPath status) {
        return status.getFloat(
                "findings.find { it.requirement == 'patient-safety' && it.dueYear == 6 }.earned");
    }

    private static float earnedAsKnownAt(String id, String instant) {
        return earned(
                Api.board().queryParam("knownAt", instant).get(Api.path(id, "status")).jsonPath());
    }

    private void underKey(String key, ObjectNode event) {
        events.publish(Events.COMPLETIONS, "cme.credit.completion.corrected", key, event);
    }

    @Test
    void theSameEventAgainChangesNothing() {
        var a = completion("a", ANNA, "2025-04-20", "1.5");
        events.completions(a, a);
        events.completions(a);
        assertThat(earned(ANNA)).isEqualTo(1.5f);
        assertThat(Api.status(ANNA).jsonPath().getInt("basis.completions")).isEqualTo(1);
    }

    @Test
    void aLateRepeatIsNotTheLastWord() {
        var a = completion("a", ANNA, "2025-04-20", "1.5");
        var corrected = next(a, "2026-11-01T00:00:00Z").put("patientSafetyCredits", 1);
        events.completions(corrected);
        events.completions(a);
        assertThat(earned(ANNA)).isEqualTo(1f);
    }

    @Test
    void aCompletionThatIsGivenToAnotherLeavesTheFirst() {
        var a = completion("a", ANNA, "2025-04-20", "1.5");
        events.completions(a);
        var moved = next(a, "2026-11-01T00:00:00Z").put("diplomateId", BERTA);
        underKey(BERTA, moved);
        assertThat(earned(ANNA)).isZero();
        assertThat(earned(BERTA)).isEqualTo(1.5f);
        underKey(ANNA, moved);
        assertThat(earned(ANNA)).isZero();

        assertThat(earnedAsKnownAt(ANNA, "2026-10-31T23:59:59Z")).isEqualTo(1.5f);
        assertThat(earnedAsKnownAt(BERTA, "2026-10-31T23:59:59Z")).isZero();
        assertThat(Api.status(ANNA).jsonPath().getString("countedNowhere[0].reason"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void itDoesNotMatterWhichOfTheTwoHearsOfItFirst() {
        var a = completion("a", ANNA, "2025-04-20", "1.5");
        var moved = next(a, "2026-11-01T00:00:00Z").put("diplomateId", BERTA);
        underKey(BERTA, moved);
        events.completions(a);
        assertThat(earned(ANNA)).isZero();
        assertThat(earned(BERTA)).isEqualTo(1.5f);
    }

    @Test
    void aCompletionCanComeBack() {
        var a = completion("a", ANNA, "2025-04-20", "1.5");
        var moved = next(a, "2026-11-01T00:00:00Z").put("diplomateId", BERTA);
        var back = next(moved, "2026-11-02T00:00:00Z").put("diplomateId", ANNA);
        events.completions(a, moved, back);
        underKey(BERTA, back);
        assertThat(earned(ANNA)).isEqualTo(1.5f);
        assertThat(earned(BERTA)).isZero();
    }

    @Test
    void whoLostACompletionHearsNothingMoreOfIt() {
        var a = completion("a", ANNA, "2025-04-20", "1.5");
        events.completions(a);
        var moved = next(a, "2026-11-01T00:00:00Z").put("diplomateId", BERTA);
        underKey(ANNA, moved);
        underKey(BERTA, moved);
        String answer = Api.status(ANNA).asString();
        String tag = Api.status(ANNA).header("ETag");
        underKey(BERTA, next(moved, "2026-11-02T00:00:00Z").put("patientSafetyCredits", 1));
        assertThat(Api.status(ANNA).asString()).isEqualTo(answer);
        assertThat(Api.status(ANNA).header("ETag")).isEqualTo(tag);
        assertThat(Api.status(ANNA).jsonPath().getString("basis.latestRecordedAt"))
                .isEqualTo("2026-11-01T00:00:00Z");
    }

    @Test
    void theStoredAnswerOfWhoLostACompletionIsTheComputedOne() {
        var course = activity("COURSE", "2", "2");
        events.activity(course);
        var a = completion("a", ANNA, "2025-04-20", "1.5").put("activity", "COURSE");
        a.putNull("title");
        events.completions(a);
        var moved = next(a, "2026-11-01T00:00:00Z").put("diplomateId", BERTA);
        underKey(ANNA, moved);
        underKey(BERTA, moved);
        events.activity(
                course.deepCopy()
                        .put("revision", 2)
                        .put("title", "Another title")
                        .put("recordedAt", "2026-11-02T00:00:00Z"));
        var stored = Api.status(ANNA);
        assertThat(stored.asString())
                .isEqualTo(
                        Api.board()
                                .queryParam("knownAt", stored.jsonPath().getString("knownAt"))
                                .get(Api.path(ANNA, "status"))
                                .asString());
        await().untilAsserted(
                        () -> assertThat(Api.status(ANNA).asString()).isEqualTo(stored.asString()));
    }

    @Test
    void anEventThatCannotBeReadIsKeptAndStopsNobody() {
        events.completions(
                completion("a", ANNA, "2025-04-20", "1.5").put("credits", 1.3),
                completion("b", ANNA, "2025-04-20", "1.5").put("poster", "SOMEBODY"),
                completion("c", ANNA, "2025-04-20", "2"));
        assertThat(earned(ANNA)).isEqualTo(2f);
        await().until(() -> deadLetters.open() == 2);
        assertThat(deadLetters.list(0, 10).getFirst().reason()).contains("multiple of 0.25");
    }

    @Test
    void aRebuiltProjectionGivesTheSameAnswers() {
        var a = completion("a", ANNA, "2025-04-20", "1.5");
        events.completions(a, next(a, "2026-11-01T00:00:00Z").put("patientSafetyCredits", 1));
        var before = Api.status(ANNA).asString();
        var past = earnedAsKnownAt(ANNA, "2026-10-01T00:00:00Z");

        database.forgetCompletions();
        // The consumer finds that its offsets were moved and reads again from them.
        events.completions(completion("z", "999999", "2025-04-20", "1"));

        // The status is there until the consumer has read everything again.
        await().untilAsserted(
                        () ->
                                assertThat(earnedAsKnownAt(ANNA, "2026-10-01T00:00:00Z"))
                                        .isEqualTo(past));
        await().until(() -> Api.status(ANNA).asString().equals(before));
    }
}
