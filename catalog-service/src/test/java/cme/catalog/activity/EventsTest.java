package cme.catalog.activity;

import static cme.catalog.Api.ACTIVITIES;
import static cme.catalog.Api.board;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cme.catalog.Api;
import cme.catalog.Topic;
import cme.test.contract.ContractFiles;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class EventsTest {

    @Inject ObjectMapper mapper;

    private Topic topic;

    @BeforeEach
    void subscribe() {
        topic = new Topic(mapper);
    }

    @AfterEach
    void close() {
        topic.close();
    }

    /// A life from proposal to retirement and back.
    private static String life() {
        var code = Api.newCode("ASPS");
        Api.society("ASPS").body(Api.course("ASPS")).put(ACTIVITIES + code).then().statusCode(201);
        board().header("If-Match", "\"1\"")
                .body(
                        Api.course("ASPS")
                                .replace("10,", "0.25, \"oncePer\": \"DATE\",")
                                .replace("2}", "0.25}"))
                .put(ACTIVITIES + code)
                .then()
                .statusCode(200);
        var id = Api.approved(code, Api.SAFETY_2026);
        board().body("{\"on\": \"2026-06-30\", \"reason\": \"Replaced\"}")
                .post(ACTIVITIES + code + "/retirement")
                .then()
                .statusCode(200);
        Api.takeBack(code, "/retirement").statusCode(204);
        Api.takeBack(code, "/approvals/" + id).statusCode(204);
        return code;
    }

    @Test
    void everyChangeIsAnEventWithTheWholeState() {
        var events = topic.await(life(), 6);

        assertThat(events.stream().map(Topic.Event::type))
                .containsExactly(
                        "cme.catalog.activity.proposed",
                        "cme.catalog.activity.changed",
                        "cme.catalog.activity.approved",
                        "cme.catalog.activity.retired",
                        "cme.catalog.activity.changed",
                        "cme.catalog.activity.changed");
        assertThat(events.stream().map(Topic.Event::revision)).containsExactly(1, 2, 3, 4, 5, 6);
        for (var event : events) {
            assertThat(ContractFiles.violations(event.record())).isEmpty();
        }
        assertThat(events.get(1).value().get("credits").decimalValue())
                .isEqualByComparingTo("0.25");
        assertThat(events.get(3).value().get("offeredUntil").textValue()).isEqualTo("2026-06-30");
        assertThat(events.get(3).value().has("reason")).isFalse();
        assertThat(events.get(0).value().get("recordedBy").textValue()).isEqualTo("ASPS");
    }

    @Test
    void everythingOnTheTopicKeepsTheContract() {
        topic.await(life(), 6);

        for (var event : topic.all()) {
            assertThat(ContractFiles.violations(event.record()))
                    .as(event.value().toString())
                    .isEmpty();
        }
    }

    @Test
    void aConsumerBuildsItsCopyFromTheTopicAlone() throws IOException {
        topic.await(life(), 6);
        Map<String, JsonNode> copy = new HashMap<>();
        for (var event : topic.all()) {
            copy.merge(
                    event.value().get("code").textValue(),
                    event.value(),
                    (a, b) -> a.get("revision").intValue() > b.get("revision").intValue() ? a : b);
        }

        List<String> shipped =
                given().queryParam("limit", 500)
                        .queryParam("provider", "PRS")
                        .get("/v1/activities")
                        .then()
                        .extract()
                        .path("items.code");
        for (var code : shipped) {
            var view = (ObjectNode) mapper.readTree(Api.read(code).extract().asString());
            var state = (ObjectNode) copy.get(code).deepCopy();
            view.remove(List.of("updatedAt", "retirement"));
            state.remove(List.of("recordedAt", "recordedBy"));
            // As the schema says of events that lack them.
            state.putIfAbsent("creditsPer", TextNode.valueOf("COMPLETION"));
            state.putIfAbsent("duration", NullNode.getInstance());
            assertThat(
                            state.equals(
                                    (a, b) -> a.asText().equals(b.asText()) ? 0 : compare(a, b),
                                    view))
                    .as("%s and %s", state, view)
                    .isTrue();
        }
    }

    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1;
    }

    @Test
    void theLogHoldsTheHistoryThatIsAnswered() {
        var code = life();

        List<Map<String, Object>> revisions =
                board().get(ACTIVITIES + code + "/revisions").then().extract().path("items");

        assertThat(revisions.stream().map(r -> r.get("reason")))
                .containsExactly(null, null, null, "Replaced", "by mistake", "by mistake");
        assertThat(revisions.get(3).get("changes").toString()).contains("offeredUntil", "status");
        var last = board().queryParam("limit", 2).get(ACTIVITIES + code + "/revisions").then();
        var cursor = last.extract().<String>path("nextCursor");
        List<Integer> rest =
                board().queryParam("cursor", cursor)
                        .get(ACTIVITIES + code + "/revisions")
                        .then()
                        .extract()
                        .path("items.revision");
        assertThat(rest).containsExactly(3, 4, 5, 6);
    }
}
