package cme.compliance.planning;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.path;
import static cme.compliance.harness.EventFixtures.activity;
import static cme.compliance.harness.EventFixtures.approve;
import static cme.compliance.harness.EventFixtures.completion;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The answers to what-if questions, the recommendations and the calendar.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class WhatIfTest {

    private static final String ID = "012345";

    @Inject CleanDatabase database;
    @Inject Events events;

    /// Two patient-safety credits short in the five-year cycle, and everything else of it still
    /// ahead.
    @BeforeEach
    void recordCycle() {
        database.wipe();
        events.activity(approve(activity("SAFETY", "2", "2"), "LIFELONG_LEARNING", "2020-01-01"));
        events.activity(activity("OTHER", "50", "0"));
        Api.putCycle(ID, "five-year", 2024, "2023-11-14").then().statusCode(201);
        events.completions(completion("a", ID, "2026-02-01", "8"));
    }

    private static ValidatableResponse suppose(String body) {
        return board().body(body).post(path(ID, "status/what-if")).then();
    }

    @Test
    void aSupposedCompletionChangesTheAnswerAndIsNotStored() {
        suppose(
                        """
                        {"completions":[{"activity":"SAFETY","completedOn":"2026-11-30","credits":2,
                          "patientSafetyCredits":2}]}\
                        """)
                .statusCode(200)
                .body("diplomateId", equalTo(ID))
                .body("standing", equalTo("ON_TRACK"))
                .body("findings[0].state", equalTo("MET"))
                .body("findings[0].counted.completion", contains("a", "what-if-0001"))
                .body("changes.standing.before", equalTo("DUE_SOON"))
                .body("changes.standing.after", equalTo("ON_TRACK"))
                .body("changes.findings[0].requirement", equalTo("patient-safety"))
                .body("changes.findings[0].stateBefore", equalTo("DUE_SOON"))
                .body("changes.findings[0].stateAfter", equalTo("MET"))
                .body("changes.findings[0].earnedAfter", equalTo(10.0f));
        Api.status(ID).then().body("standing", equalTo("DUE_SOON"));
    }

    @Test
    void supposedSessionsAddUpToTheCreditsOfTheirActivity() {
        suppose(
                        """
                        {"completions":[
                          {"activity":"SAFETY","completedOn":"2026-11-30","session":"A","credits":1.25},
                          {"activity":"SAFETY","completedOn":"2026-11-30","session":"B","credits":1.25},
                          {"activity":"SAFETY","completedOn":"2026-11-30","session":"a.","credits":1}]}""")
                .statusCode(200)
                .body("findings[0].counted.amount", contains(8.0f, 1.25f, 0.75f))
                .body("findings[0].counted[1].session", equalTo("A"))
                .body("findings[0].notCounted.reason", contains("OVER_MAXIMUM", "DUPLICATE"))
                .body("findings[0].notCounted[0].lost", equalTo(0.5f));
        suppose(
                        """
                        {"completions":[{"activity":"SAFETY","completedOn":"2026-11-30","credits":1,
                          "session":"%s"}]}"""
                                .formatted("x".repeat(65)))
                .statusCode(400)
                .body("errors.pointer", contains("/completions/0/session"));
    }

    @Test
    void nothingSupposedChangesNothing() {
        suppose("{}")
                .statusCode(200)
                .body("changes.standing", nullValue())
                .body("changes.findings", empty());
    }

    @Test
    void aDiplomateDoesNotLearnOfAnActivityThatIsOnlyProposed() {
        events.activity(activity("SECRET", "2", "2").put("status", "PROPOSED"));
        String body =
                """
                {"completions":[{"activity":"SECRET","completedOn":"2026-11-30","credits":3}]}""";
        Api.diplomate(ID)
                .body(body)
                .post(path(ID, "status/what-if"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("activity.unknown"));
        suppose(body).statusCode(400).body("errors.code", contains("credits.over-maximum"));
    }

    @Test
    void completionsRefusedWhenPostedAreNotSupposed() {
        suppose(
                        """
                        {"completions":[
                          {"activity":"SAFETY","title":"Both","completedOn":"2026-11-30","credits":2},
                          {"title":"Odd","completedOn":"2026-11-30","credits":1.3},
                          {"title":"More","completedOn":"2026-11-30","credits":1,
                           "patientSafetyCredits":2},
                          {"title":"Nothing","credits":0}],
                         "tracers":[{"dueYear":3}]}\
                        """)
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains(
                                "/completions/0/activity",
                                "/completions/1/credits",
                                "/completions/2/patientSafetyCredits",
                                "/completions/3/completedOn",
                                "/completions/3/credits",
                                "/tracers/0/procedure"));
        suppose(
                        """
                        {"completions":[
                          {"activity":"SAFETY","completedOn":"2026-11-30","credits":2.25},
                          {"activity":"UNKNOWN","completedOn":"2026-11-30","credits":2}],
                         "tracers":[{"dueYear":3,"procedure":"CARPAL_TUNNEL"}]}\
                        """)
                .statusCode(400)
                .body(
                        "errors.code",
                        contains("credits.over-maximum", "activity.unknown", "due-year.unknown"));
    }

    @Test
    void aSupposedDecisionOrPathwayChangesTheAnswerAndIsNotStored() {
        suppose(
                        """
                        {"decisions":[{"requirement":"patient-safety","dueYear":3,"decision":"WAIVED"}]}""")
                .statusCode(200)
                .body("findings[0].state", equalTo("WAIVED"))
                .body("changes.standing.after", equalTo("ON_TRACK"));
        suppose("{\"pathways\":[{\"pathway\":\"SPECIAL_CIRCUMSTANCES\",\"from\":\"2026-01-01\"}]}")
                .statusCode(200)
                .body("pathway", equalTo("SPECIAL_CIRCUMSTANCES"));
        Api.status(ID)
                .then()
                .body("pathway", equalTo("STANDARD"))
                .body("standing", equalTo("DUE_SOON"));
        board().get(path(ID, "decisions")).then().body("items", empty());
    }

    @Test
    void aDecisionRefusedWhenRecordedIsNotSupposed() {
        suppose(
                        """
                        {"decisions":[
                          {"requirement":"patient-safety","dueYear":3,"decision":"EXTENDED"},
                          {"requirement":"patient-safety","dueYear":3,"decision":"WAIVED","until":"2027-01-01"}],
                         "pathways":[{"pathway":"STANDARD","from":"2026-02-01","until":"2026-01-01"}]}""")
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains("/pathways/0/until", "/decisions/0/until", "/decisions/1/until"));
        suppose(
                        """
                        {"decisions":[
                          {"requirement":"patient-safety","dueYear":4,"decision":"WAIVED"},
                          {"requirement":"no-such","dueYear":3,"decision":"WAIVED"},
                          {"requirement":"patient-safety","dueYear":3,"decision":"EXTENDED","until":"2026-11-01"}]}""")
                .statusCode(400)
                .body(
                        "errors.code",
                        contains(
                                "due-year.unknown",
                                "requirement.unknown",
                                "until.not-after-deadline"))
                .body(
                        "errors.pointer",
                        contains(
                                "/decisions/0/dueYear",
                                "/decisions/1/requirement",
                                "/decisions/2/until"));
    }

    @Test
    void helpfulActivitiesAreRecommendedWithASmallestPlan() {
        board().get(path(ID, "recommendations"))
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2026-11-23"))
                .body("findings[0].requirement", equalTo("patient-safety"))
                .body("findings[0].remaining", equalTo(2.0f))
                .body("findings[0].activities.activity", contains("SAFETY"))
                .body("findings[0].activities[0].url", equalTo("https://example.org/SAFETY"))
                .body("plan.closes.requirement", contains("patient-safety"))
                .body("plan.activities.activity", contains("SAFETY"));
    }

    @Test
    void unconfirmedCreditsAreOfferedInWordsAndWithWhatTheCatalogKnows() {
        ObjectNode listed =
                approve(activity("LISTED", "1", "0"), "PATIENT_SAFETY", "2020-01-01")
                        .putNull("credits")
                        .putNull("patientSafetyCredits")
                        .put("creditsConfirmed", false)
                        .put("duration", "PT45M")
                        .put("offeredUntil", "2026-11-30");
        events.activity(listed);

        board().get(path(ID, "recommendations"))
                .then()
                .statusCode(200)
                .body("findings[0].activities.activity", contains("SAFETY", "LISTED"))
                .body("findings[0].activities.note", contains(null, "credits not confirmed"))
                .body("findings[0].activities.creditsConfirmed", contains(true, false))
                .body("findings[0].activities.duration", contains(null, "PT45M"))
                .body("findings[0].activities.offeredUntil", contains(null, "2026-11-30"))
                .body("findings[0].activities.openAtDeadline", contains(true, false))
                .body("findings[0].activities[1].brings", equalTo(0.0f))
                .body("plan.activities.activity", contains("SAFETY"));
    }

    @Test
    void openFindingsAreInTheCalendar() {
        String calendar =
                board().get(path(ID, "calendar.ics"))
                        .then()
                        .statusCode(200)
                        .contentType("text/calendar")
                        .extract()
                        .asString();
        ICalendar parsed = Biweekly.parse(calendar).first();
        assertThat(parsed.getEvents())
                .extracting(event -> event.getUid().getValue())
                .containsExactly(
                        "012345-patient-safety-3@compliance.cme.example",
                        "012345-cme-total-5@compliance.cme.example",
                        "012345-patient-safety-5@compliance.cme.example");
        assertThat(calendar)
                .contains("DTSTART;VALUE=DATE:20261201")
                .contains("DTSTART;VALUE=DATE:20281201")
                .contains("TRANSP:TRANSPARENT");
    }

    @Test
    void withoutACycleThereIsNothingToAskAbout() {
        board().body("{}").post(path("9", "status/what-if")).then().statusCode(404);
        board().get(path("9", "recommendations")).then().statusCode(404);
        board().get(path("9", "calendar.ics")).then().statusCode(404);
    }

    @Test
    void theRulesCanBeRead() {
        board().get("/v1/rule-sets")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        contains(
                                "abps-cc-10y",
                                "abps-cc-10y-overview",
                                "abps-cc-5y",
                                "five-year",
                                "five-year-honolulu",
                                "five-year-tokyo"));
        board().get("/v1/rule-sets/abps-cc-10y")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("cycleYears", equalTo(10))
                .body("deadline", equalTo("12-01"))
                .body("requirements[1].id", equalTo("patient-safety"))
                .body("requirements[1].required", equalTo(20.0f))
                .body(
                        "figures.find { it.field == 'requirements.patient-safety.credits' }.basis",
                        equalTo("DOCUMENTED"));
        given().get("/v1/rule-sets").then().statusCode(200);
        board().get("/v1/rule-sets/none").then().statusCode(404);
    }
}
