package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.stack.client.Api;
import cme.stack.service.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A completion that was moved to another diplomate counts for that diplomate only.
@ExtendWith(SharedSystem.class)
class MovedCompletionTest {
    private static final String ANNA = "710001";
    private static final String BERTA = "710002";

    private static RunningSystem system;

    @BeforeAll
    static void twoDiplomatesAreKnown(RunningSystem running) {
        system = running;
        diplomate(ANNA, "Adams");
        diplomate(BERTA, "Baker");
    }

    private static void diplomate(String id, String name) {
        system.board(Service.CREDIT)
                .put("/v1/identities/" + id, "{\"familyName\": \"" + name + "\"}")
                .expect(201);
        system.board(Service.COMPLIANCE)
                .put(
                        "/v1/diplomates/" + id + "/cycle",
                        "{\"ruleSet\": \"abps-cc-10y\", \"cycleStartYear\": 2021, \"certifiedOn\": \"2020-11-14\"}")
                .expect(201);
    }

    private static String earned(String diplomate) {
        JsonNode findings =
                system.diplomate(diplomate)
                        .get("/v1/diplomates/" + diplomate + "/status?asOf=2026-11-23")
                        .expect(200)
                        .body()
                        .path("findings");
        return StreamSupport.stream(findings.spliterator(), false)
                .filter(finding -> finding.path("requirement").asText().equals("cme-total"))
                .filter(finding -> finding.path("dueYear").asInt() == 6)
                .findFirst()
                .orElseThrow()
                .path("earned")
                .asText();
    }

    private static void awaitEarned(String ofAnna, String ofBerta) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> {
                            assertThat(earned(ANNA)).isEqualTo(ofAnna);
                            assertThat(earned(BERTA)).isEqualTo(ofBerta);
                        });
    }

    @Test
    void creditsFollowACorrectionAndAMergeAndItsWithdrawal() {
        Api society = system.society("ASPS");
        Api board = system.board(Service.CREDIT);
        String content = "\"title\": \"Rounds\", \"completedOn\": \"2026-03-02\", \"credits\": 5.5";
        String id =
                society.post(
                                "/v1/completions",
                                "{\"externalId\": \"MOVED-1\", \"diplomateId\": \"%s\", \"familyName\": \"Adams\", %s}"
                                        .formatted(ANNA, content))
                        .expect(201)
                        .at("/id");
        awaitEarned("5.5", "0.0");
        society.with("If-Match", "\"1\"")
                .put(
                        "/v1/completions/" + id,
                        "{\"diplomateId\": \"%s\", \"familyName\": \"Baker\", %s, \"reason\": \"Wrong one\"}"
                                .formatted(BERTA, content))
                .expect(200);
        awaitEarned("0.0", "5.5");
        String merge = "/v1/identities/" + BERTA + "/merge";
        board.post(merge, "{\"into\": \"%s\", \"reason\": \"Same\"}".formatted(ANNA)).expect(200);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(earned(ANNA)).isEqualTo("5.5"));
        system.diplomate(BERTA).get("/v1/diplomates/" + BERTA + "/status").expect(404);
        board.post(merge + "/withdrawal", "{\"reason\": \"Not the same\"}").expect(200);
        awaitEarned("0.0", "5.5");
    }
}
