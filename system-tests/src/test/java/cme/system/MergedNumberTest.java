package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.stack.client.Api;
import cme.stack.service.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A surgeon with two numbers has one answer after their merge, in the transcript and in the
/// status, and the answers of before stay as they were, also after a restart.
@ExtendWith(SharedSystem.class)
class MergedNumberTest {
    private static final String OLD = "012351";
    private static final String NEW = "090501";

    private static RunningSystem system;

    @BeforeAll
    static void oneSurgeonHasTwoNumbers(RunningSystem running) {
        system = running;
        system.introduce(OLD, "Vera", "Novak");
        system.board(Service.CREDIT)
                .put(
                        "/v1/identities/" + NEW,
                        "{\"givenName\": \"Vera\", \"familyName\": \"Okafor\"}")
                .expect(201);
        Api board = system.board(Service.COMPLIANCE);
        board.put(of(OLD, "tracers/3"), "{\"procedure\": \"CARPAL_TUNNEL\"}").expect(201);
        board.post(
                        of(OLD, "decisions"),
                        "{\"requirement\": \"cme-total\", \"dueYear\": 3, \"decision\": \"WAIVED\", \"reason\": \"ill\"}")
                .expect(201);
        post(OLD, "Novak", "MERGED-1", 4);
        post(NEW, "Okafor", "MERGED-2", 1.5);
    }

    private static String of(String diplomate, String what) {
        return "/v1/diplomates/" + diplomate + "/" + what;
    }

    private static void post(String diplomate, String name, String externalId, double credits) {
        system.society("ASPS")
                .post(
                        "/v1/completions",
                        """
                        {"externalId": "%s", "diplomateId": "%s", "familyName": "%s", "title": "%s",
                         "completedOn": "2026-03-02", "credits": %s}
                        """
                                .formatted(externalId, diplomate, name, externalId, credits))
                .expect(201);
    }

    private static JsonNode status(Api caller, String diplomate, String question) {
        return caller.get(of(diplomate, "status" + question)).expect(200).body();
    }

    @Test
    void theAnswerOfTheOldNumberIsThatOfTheNewOne() {
        Api board = system.board(Service.COMPLIANCE);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> status(board, OLD, "").at("/basis/completions").asInt() == 1);
        JsonNode before = status(board, OLD, "");
        String again =
                "?asOf="
                        + before.path("asOf").asText()
                        + "&knownAt="
                        + before.path("knownAt").asText();
        String merge = "/v1/identities/" + OLD + "/merge";
        system.board(Service.CREDIT)
                .post(merge, "{\"into\": \"%s\", \"reason\": \"Married\"}".formatted(NEW))
                .expect(200);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> board.get(of(OLD, "status")).status() == 404);
        JsonNode pointer = board.get(of(OLD, "status")).body();
        assertThat(pointer.path("type").asText()).endsWith("/merged-into");
        assertThat(pointer.path("mergedInto").asText()).isEqualTo(NEW);

        Api ownToken = system.diplomate(OLD);
        JsonNode answer = status(ownToken, NEW, "");
        assertThat(answer).isEqualTo(status(board, NEW, ""));
        assertThat(answer.at("/basis/completions").asInt()).isEqualTo(2);
        assertThat(answer.toString()).contains("WAIVED");
        assertThat(
                        board.get(of(NEW, "tracers"))
                                .expect(200)
                                .body()
                                .at("/items/0/procedure")
                                .asText())
                .isEqualTo("CARPAL_TUNNEL");
        assertThat(status(board, OLD, again)).isEqualTo(before);

        system.restart(Service.COMPLIANCE);
        assertThat(status(system.board(Service.COMPLIANCE), OLD, again)).isEqualTo(before);
        String question =
                "?asOf="
                        + answer.path("asOf").asText()
                        + "&knownAt="
                        + answer.path("knownAt").asText();
        assertThat(status(system.board(Service.COMPLIANCE), NEW, question)).isEqualTo(answer);
        system.board(Service.CREDIT)
                .post(merge + "/withdrawal", "{\"reason\": \"Two people\"}")
                .expect(200);
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () ->
                                system.board(Service.COMPLIANCE).get(of(OLD, "status")).status()
                                        == 200);
        assertThat(status(system.board(Service.COMPLIANCE), OLD, "").path("findings"))
                .isEqualTo(before.path("findings"));
        system.board(Service.COMPLIANCE).get(of(NEW, "status")).expect(404);
    }
}
