package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.stack.client.Answer;
import cme.stack.service.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// A change of the catalog reaches the findings of every diplomate who completed the activity, and
/// no others; earlier answers stay as they were.
@ExtendWith(SharedSystem.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CatalogChangesTest {

    private static final String COURSE = "ASPS-CARPAL-TUNNEL-TEST";
    private static final String ATTENDED = "700001";
    private static final String DID_NOT = "700002";
    private static final String AS_OF = "2026-11-23";

    private static RunningSystem system;
    private static Instant beforeApproval;
    private static Instant whileApproved;

    @BeforeAll
    static void enter(RunningSystem running) {
        system = running;
        system.board(Service.CATALOG)
                .put("/v1/activities/" + COURSE, course("Carpal tunnel release"))
                .expect(201);
        diplomate(ATTENDED, "Adams");
        diplomate(DID_NOT, "Baker");
        await().atMost(Duration.ofMinutes(2)).until(() -> post().status() == 201);
        await().atMost(Duration.ofMinutes(2)).until(() -> basis(ATTENDED) == 1);
    }

    private static String course(String title) {
        return """
        {"code": "%s", "title": "%s", "provider": "ASPS", "type": "COURSE", "credits": 2,
         "patientSafetyCredits": 0, "creditsConfirmed": true, "oncePer": "WINDOW"}
        """
                .formatted(COURSE, title);
    }

    private static void diplomate(String id, String name) {
        system.board(Service.CREDIT)
                .put(
                        "/v1/identities/" + id,
                        "{\"givenName\": \"Ann\", \"familyName\": \"" + name + "\"}")
                .expect(201);
        var board = system.board(Service.COMPLIANCE);
        board.put(
                        "/v1/diplomates/" + id + "/cycle",
                        "{\"ruleSet\": \"abps-cc-10y\", \"cycleStartYear\": 2021, \"certifiedOn\": \"2020-11-14\"}")
                .expect(201);
        board.put(
                        "/v1/diplomates/" + id + "/tracers/6",
                        "{\"procedure\": \"CARPAL_TUNNEL\", \"completedOn\": \"2026-09-01\"}")
                .expect(201);
    }

    private static Answer post() {
        return system.society("ASPS")
                .post(
                        "/v1/completions",
                        """
                        {"externalId": "CATALOG-1", "diplomateId": "700001", "familyName": "Adams",
                         "activity": "%s", "completedOn": "2025-06-02", "credits": 2}
                        """
                                .formatted(COURSE));
    }

    private static JsonNode status(String diplomate, String knownAt) {
        return system.diplomate(diplomate)
                .get("/v1/diplomates/" + diplomate + "/status?asOf=" + AS_OF + knownAt)
                .expect(200)
                .body();
    }

    private static int basis(String diplomate) {
        return status(diplomate, "").at("/basis/completions").asInt();
    }

    private static String tracerState(String diplomate, String knownAt) {
        return StreamSupport.stream(
                        status(diplomate, knownAt).path("findings").spliterator(), false)
                .filter(finding -> finding.path("requirement").asText().equals("tracer-activity"))
                .filter(finding -> finding.path("dueYear").asInt() == 6)
                .findFirst()
                .orElseThrow()
                .path("state")
                .asText();
    }

    private static void awaitState(String state) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(tracerState(ATTENDED, "")).isEqualTo(state));
    }

    private static JsonNode activity() {
        return system.board(Service.CATALOG).get("/v1/activities/" + COURSE).expect(200).body();
    }

    @Test
    @Order(1)
    void anApprovalWithEffectInThePastReachesWhoCompletedTheActivity() {
        assertThat(tracerState(ATTENDED, "")).isEqualTo("DUE_SOON");
        beforeApproval = Instant.now();
        system.board(Service.CATALOG)
                .post(
                        "/v1/activities/" + COURSE + "/approvals",
                        "{\"purpose\": \"TRACER\", \"procedures\": [\"CARPAL_TUNNEL\"], \"from\": \"2025-01-01\"}")
                .expect(201);
        awaitState("MET");
        whileApproved = Instant.now();
        assertThat(tracerState(DID_NOT, "")).isEqualTo("DUE_SOON");
    }

    @Test
    @Order(2)
    void retiringTheActivityTakesNothingFromWhoCompletedItBefore() {
        system.board(Service.CATALOG)
                .post(
                        "/v1/activities/" + COURSE + "/retirement",
                        "{\"on\": \"2026-06-30\", \"reason\": \"superseded\"}")
                .expect(200, 201);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> activity().path("status").asText().equals("RETIRED"));
        assertThat(tracerState(ATTENDED, "")).isEqualTo("MET");
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThat(postAfterRetirement()).contains("activity.not-offered"));
    }

    private static String postAfterRetirement() {
        return system.society("ASPS")
                .post(
                        "/v1/completions",
                        """
                        {"externalId": "CATALOG-2", "diplomateId": "700002", "familyName": "Baker",
                         "activity": "%s", "completedOn": "2026-07-02", "credits": 2}
                        """
                                .formatted(COURSE))
                .body()
                .toString();
    }

    @Test
    @Order(3)
    void endingTheApprovalInThePastIsSeenAndHistoryStays() {
        var approval = activity().at("/approvals/0/id").asText();
        system.board(Service.CATALOG)
                .with("If-Match", "\"" + activity().path("revision").asText() + "\"")
                .put(
                        "/v1/activities/" + COURSE + "/approvals/" + approval,
                        """
                        {"purpose": "TRACER", "procedures": ["CARPAL_TUNNEL"], "from": "2025-01-01",
                         "until": "2025-05-31"}
                        """)
                .expect(200);
        awaitState("DUE_SOON");
        assertThat(tracerState(ATTENDED, "&knownAt=" + whileApproved)).isEqualTo("MET");
        assertThat(tracerState(ATTENDED, "&knownAt=" + beforeApproval)).isEqualTo("DUE_SOON");
    }

    @Test
    @Order(4)
    void twoWhoEditTheSameActivityDoNotOverwriteEachOther() {
        var board = system.board(Service.CATALOG);
        board.put("/v1/activities/ASPS-EDITED-TWICE", edited("first")).expect(201);
        var seen = board.with("If-Match", "\"1\"");
        seen.put("/v1/activities/ASPS-EDITED-TWICE", edited("second")).expect(200);
        var refused = seen.put("/v1/activities/ASPS-EDITED-TWICE", edited("third")).expect(412);
        assertThat(refused.at("/detail")).contains("title");
    }

    private static String edited(String title) {
        return course(title).replace(COURSE, "ASPS-EDITED-TWICE");
    }

    @Test
    @Order(5)
    void whileTheCatalogIsDownTheOthersGoOnAndAfterwardsTheyCatchUp() {
        var catalog = system.stack().service(Service.CATALOG);
        catalog.kill();
        assertThat(post().expect(200).at("/status")).isEqualTo("RECORDED");
        assertThat(basis(ATTENDED)).isEqualTo(1);
        catalog.start();

        system.board(Service.CATALOG)
                .put(
                        "/v1/activities/ASPS-AFTER-OUTAGE",
                        course("New").replace(COURSE, "ASPS-AFTER-OUTAGE"))
                .expect(201);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(postNew().status()).isIn(200, 201));
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(basis(DID_NOT)).isEqualTo(1));
    }

    private static Answer postNew() {
        return system.society("ASPS")
                .post(
                        "/v1/completions",
                        """
                        {"externalId": "CATALOG-3", "diplomateId": "700002", "familyName": "Baker",
                         "activity": "ASPS-AFTER-OUTAGE", "completedOn": "2026-07-02", "credits": 2}
                        """);
    }
}
