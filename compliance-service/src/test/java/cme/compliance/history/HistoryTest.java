package cme.compliance.history;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.diplomate;
import static cme.compliance.harness.Api.path;
import static cme.compliance.harness.EventFixtures.activity;
import static cme.compliance.harness.EventFixtures.completion;
import static cme.compliance.harness.EventFixtures.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.compliance.harness.SettableClock;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The history tells when each thing about a diplomate became known, and how the standing changed.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class HistoryTest {

    private static final String ID = "012345";
    private static final String HISTORY = path(ID, "history");

    @Inject CleanDatabase database;
    @Inject Events events;
    @Inject SettableClock clock;

    /// Eight of ten patient-safety credits that are due on 2026-12-01.
    @BeforeEach
    void recordCycle() {
        database.wipe();
        Api.putCycle(ID, "five-year", 2024, "2023-11-14").then().statusCode(201);
        events.completions(completion("a", ID, "2026-02-01", "8"));
    }

    private static ValidatableResponse history(String query) {
        return diplomate(ID).get(HISTORY + query).then().statusCode(200);
    }

    private void waive() {
        clock.advance(Duration.ofMinutes(1));
        board().body(
                        """
                        {"requirement":"patient-safety","dueYear":3,"decision":"WAIVED",
                         "reason":"illness"}""")
                .post(path(ID, "decisions"))
                .then()
                .statusCode(201);
    }

    @Test
    void whatBecameKnownAndWhatTimeChangedIsToldInOrder() {
        waive();
        history("")
                .body(
                        "items.at",
                        contains(
                                "2026-02-01T18:00:00Z",
                                "2026-06-04T04:00:00Z",
                                "2026-11-23T15:04:05Z",
                                "2026-11-23T15:05:05Z"))
                .body("items.cause", contains("KNOWN", "TIME", "KNOWN", "KNOWN"))
                .body("items.asOf[1]", equalTo("2026-06-04"))
                .body("items.standing", contains("ON_TRACK", "DUE_SOON", "DUE_SOON", "ON_TRACK"))
                .body("items[0].known.kind", contains("COMPLETION"))
                .body("items[0].known.subject", contains("a"))
                .body("items[0].known.action", contains("RECORDED"))
                .body("items[0].known.by", contains("asps"))
                .body(
                        "items[0].known.text",
                        contains(
                                "Course a, 8.00 credits, completed on 2026-02-01, posted by"
                                        + " PROVIDER"))
                .body("items[0].changes.standing", nullValue())
                .body("items[0].changes.findings[0].requirement", equalTo("patient-safety"))
                .body("items[0].changes.findings[0].earnedAfter", equalTo(8.0f))
                .body("items[1].known", empty())
                .body("items[1].changes.standing.before", equalTo("ON_TRACK"))
                .body("items[1].changes.standing.after", equalTo("DUE_SOON"))
                .body("items[1].summary", containsString("Short 2.00 patient-safety credits"))
                .body("items[2].known.kind", contains("CYCLE"))
                .body(
                        "items[2].known.text",
                        contains("five-year from 2024, certified on 2023-11-14"))
                .body("items[3].known.kind", contains("DECISION"))
                .body("items[3].known.subject", contains("patient-safety/3"))
                .body("items[3].known.by", contains("board"))
                .body("items[3].known.reason", contains("illness"))
                .body("items[3].known.text", contains("WAIVED"))
                .body("items[3].changes.findings.stateAfter", contains("WAIVED"))
                .body("nextCursor", nullValue());
    }

    @Test
    void aStatusAsKnownAtAMomentIsTheAnswerAfterIt() {
        waive();
        List<Map<String, Object>> entries = history("").extract().path("items");
        assertThat(entries).hasSize(4);
        for (Map<String, Object> entry : entries) {
            board().queryParam("knownAt", entry.get("at"))
                    .queryParam("asOf", entry.get("asOf"))
                    .get(path(ID, "status"))
                    .then()
                    .statusCode(200)
                    .body("standing", equalTo(entry.get("standing")))
                    .body("summary", equalTo(entry.get("summary")));
        }
    }

    @Test
    void aCorrectionAndAWithdrawalAreEntries() {
        ObjectNode first = completion("b", ID, "2026-03-01", "2");
        ObjectNode corrected = next(first, "2026-03-05T10:00:00Z");
        corrected.put("credits", 1).put("patientSafetyCredits", 1).put("recordedBy", "staff");
        ObjectNode withdrawn = next(corrected, "2026-03-09T10:00:00Z").put("status", "WITHDRAWN");
        events.completions(first, corrected, withdrawn);
        history("?from=2026-03-01&to=2026-03-31")
                .body(
                        "items.collect { it.known[0].action }",
                        contains("RECORDED", "CHANGED", "TAKEN_BACK"))
                .body("items.collect { it.known[0].by }", contains("asps", "staff", "staff"))
                .body("items.collect { it.known[0].revision }", contains(1, 2, 3))
                .body(
                        "items.collect { it.changes.findings[0].earnedAfter }",
                        contains(10.0f, 9.0f, 8.0f))
                .body(
                        "items.collect { it.changes.findings[0].stateAfter }",
                        contains("MET", "IN_PROGRESS", "IN_PROGRESS"));
    }

    @Test
    void aChangeOfAnActivityConcernsThoseWhoCompletedIt() {
        ObjectNode course = activity("SAFETY", "2", "2");
        events.activity(course);
        ObjectNode completed = completion("b", ID, "2026-03-01", "2");
        completed.put("activity", "SAFETY").putNull("title").putNull("patientSafetyCredits");
        events.completions(completed);
        ObjectNode changed = course.deepCopy();
        changed.put("revision", 2).put("recordedAt", "2026-04-01T12:00:00Z");
        changed.put("title", "Another title").put("recordedBy", "editor");
        events.activity(changed);
        history("?from=2026-03-01&to=2026-04-30")
                .body("items.known.kind", contains(List.of("COMPLETION"), List.of("ACTIVITY")))
                .body("items[1].known.subject", contains("SAFETY"))
                .body("items[1].known.text", contains("Another title, APPROVED"))
                .body("items[1].known.by", contains("editor"));
    }

    @Test
    void whatTheBoardTakesBackIsToldToo() {
        Api.putCycle(ID, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(200);
        clock.advance(Duration.ofMinutes(1));
        board().body("{\"procedure\":\"CARPAL_TUNNEL\"}")
                .put(path(ID, "tracers/6"))
                .then()
                .statusCode(201);
        clock.advance(Duration.ofMinutes(1));
        board().header("If-Match", "\"1\"")
                .queryParam("reason", "another year")
                .delete(path(ID, "tracers/6"))
                .then()
                .statusCode(204);
        history("?from=2026-11-23")
                .body(
                        "items.collect { it.known[0].kind }",
                        contains("CYCLE", "CYCLE", "TRACER", "TRACER"))
                .body(
                        "items.collect { it.known[0].action }",
                        contains("RECORDED", "CHANGED", "RECORDED", "TAKEN_BACK"))
                .body("items[2].known.text", contains("CARPAL_TUNNEL, not finished"))
                .body("items[3].known.subject", contains("6"))
                .body("items[3].known.text", contains(nullValue()))
                .body("items[3].known.reason", contains("another year"));
    }

    @Test
    void pagesAreContinued() {
        waive();
        List<String> whole = history("").extract().path("items.at");
        List<String> pieces = new ArrayList<>();
        String cursor = "";
        do {
            var page = history("?limit=1" + cursor).body("items", hasSize(1)).extract();
            pieces.addAll(page.path("items.at"));
            cursor = page.path("nextCursor") == null ? "" : "&cursor=" + page.path("nextCursor");
        } while (!cursor.isEmpty());
        assertThat(pieces).isEqualTo(whole);
    }

    @Test
    void daysAreTheBoards() {
        history("?from=2026-06-03&to=2026-06-03").body("items", empty());
        history("?from=2026-06-04&to=2026-06-04")
                .body("items.cause", contains("TIME"))
                .body("items[0].changes.standing.before", equalTo("ON_TRACK"));
        history("?from=2030-01-01").body("items", empty());
    }

    @Test
    void wrongQuestionsAreRefused() {
        board().get(HISTORY + "?from=2026-02-01&to=2026-01-01&foo=1")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/to", "/foo"));
        String forged =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("soon".getBytes(StandardCharsets.UTF_8));
        board().get(HISTORY + "?cursor=" + forged)
                .then()
                .statusCode(400)
                .body("errors.code", contains("cursor.unknown"));
        board().get(path("777777", "history"))
                .then()
                .statusCode(404)
                .body("type", containsString("/no-cycle"));
    }
}
