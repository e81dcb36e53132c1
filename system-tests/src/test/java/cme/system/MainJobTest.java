package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.stack.client.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// The main job: a roster goes in, a status comes out. The tests are steps of one story, because
/// starting the system is what takes the time.
@ExtendWith(SharedSystem.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobTest {

    private static RunningSystem system;

    @BeforeAll
    static void start(RunningSystem running) {
        system = running;
    }

    private static Answer postSample() {
        return system.society("ASPS")
                .post(
                        "/v1/rosters?externalId=SAMPLE",
                        "text/csv",
                        RunningSystem.sample("roster.csv"));
    }

    private static List<String> outcomes(JsonNode roster) {
        return StreamSupport.stream(roster.path("results").spliterator(), false)
                .map(
                        row ->
                                row.path("row").asText()
                                        + " "
                                        + row.path("outcome").asText()
                                        + row.path("errors").findValuesAsText("code")
                                        + row.path("reason").asText(""))
                .toList();
    }

    private static JsonNode status(String diplomate) {
        return system.diplomate(diplomate)
                .get("/v1/diplomates/" + diplomate + "/status?asOf=2026-11-23")
                .expect(200)
                .body();
    }

    private static JsonNode finding(String diplomate, String requirement, int dueYear) {
        return StreamSupport.stream(status(diplomate).path("findings").spliterator(), false)
                .filter(f -> f.path("requirement").asText().equals(requirement))
                .filter(f -> f.path("dueYear").asInt() == dueYear)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(1)
    void everyRowOfTheSampleGetsTheOutcomeThatItDeserves() {
        var roster = postSample().expect(201).body();
        assertThat(outcomes(roster))
                .containsExactly(
                        "1 RECORDED[]",
                        "2 RECORDED[]",
                        "3 RECORDED[]",
                        "4 REJECTED[npi.check-digit]",
                        "5 HELD[]NO_MATCH",
                        "6 REJECTED[credits.increment]");
    }

    @Test
    @Order(2)
    void theStatusShowsTheCredits() {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () ->
                                assertThat(
                                                finding("012345", "cme-total", 6)
                                                        .path("earned")
                                                        .asDouble())
                                        .isEqualTo(23.5));
        assertThat(finding("012345", "patient-safety", 6).path("earned").asDouble())
                .isEqualTo(6.25);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () ->
                                assertThat(
                                                finding("012346", "cme-total", 3)
                                                        .path("earned")
                                                        .asDouble())
                                        .isEqualTo(1.25));
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () ->
                                assertThat(status("012347").at("/basis/completions").asInt())
                                        .isEqualTo(1));
        assertThat(
                        finding("012347", "patient-safety", 9)
                                .path("notCounted")
                                .findValuesAsText("reason"))
                .containsExactly("SPLIT_NEEDED");
    }

    @Test
    @Order(3)
    void theSameRosterAgainChangesNothingAndSaysSo() {
        var roster = postSample().expect(200).body();
        assertThat(outcomes(roster))
                .containsExactly(
                        "1 DUPLICATE[]",
                        "2 DUPLICATE[]",
                        "3 DUPLICATE[]",
                        "4 REJECTED[npi.check-digit]",
                        "5 HELD[]NO_MATCH",
                        "6 REJECTED[credits.increment]");
        assertThat(status("012345").at("/basis/completions").asInt()).isEqualTo(1);
    }

    @Test
    @Order(4)
    void whoMayNotAskIsToldSo() {
        assertThat(system.diplomate("012346").get("/v1/diplomates/012345/status").status())
                .isEqualTo(403);
        assertThat(
                        system.society("ASAPS")
                                .post("/v1/completions", completionOnAnothersActivity())
                                .status())
                .isEqualTo(403);
    }

    private static String completionOnAnothersActivity() {
        return """
        {"externalId": "X", "diplomateId": "012345", "familyName": "Lopez",
         "activity": "ASPS-ANNUAL-2026", "completedOn": "2026-10-12", "credits": 1}
        """;
    }
}
