package cme.chassis.projector;

import static cme.chassis.projector.IncomingEvents.changed;
import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class DeadLetterResourceTest {

    private static final String PATH = "/v1/test-projection/dead-letters";

    @Inject IncomingEvents events;

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void removeAntidote() {
        CounterProjection.antidote = false;
    }

    private static RequestSpecification board() {
        return given().auth().oauth2(TestTokens.board()).contentType("application/json");
    }

    /// Makes a dead letter and returns its id.
    private long letter(String key, String value) {
        events.send(key, value);
        await().untilAsserted(() -> assertThat(events.deadLetters(key)).isNotEmpty());
        return events.deadLetters(key).getFirst().id();
    }

    private static String path(long id, String what) {
        return PATH + "/" + id + what;
    }

    @Test
    void aLetterIsShownWithItsReasonAndItsEvent() {
        long id = letter(key, "[]");
        board().get(path(id, ""))
                .then()
                .statusCode(200)
                .body("id", equalTo((int) id))
                .body("topic", equalTo(CounterProjection.TOPIC))
                .body("key", equalTo(key))
                .body("type", equalTo("test.changed"))
                .body("state", equalTo("OPEN"))
                .body("reason", equalTo("The event is not a JSON object"))
                .body("value", equalTo("[]"))
                .body("resolvedAt", nullValue());
    }

    @Test
    void theListGoesPageByPageOldestFirst() {
        var sent = new ArrayList<Integer>();
        for (int i = 0; i < 5; i++) {
            sent.add((int) letter(key + i, "[]"));
        }
        var seen = new ArrayList<Integer>();
        String cursor = null;
        do {
            var request = board().queryParam("limit", 2);
            var page =
                    (cursor == null ? request : request.queryParam("cursor", cursor))
                            .get(PATH)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            seen.addAll(page.getList("items.id", Integer.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertThat(seen).containsSubsequence(sent).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aRetryThatFailsAgainLeavesItOpenWithTheNewerReason() {
        long id = letter("poison-" + key, changed("poison-" + key, 1));
        var before = events.deadLetters("poison-" + key).getFirst();
        board().post(path(id, "/retry"))
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("reason", startsWith("It can be read but not be applied, incident "));
        var after = events.deadLetters("poison-" + key).getFirst();
        assertThat(after.reason()).isNotEqualTo(before.reason());
        assertThat(after.triedAt()).isAfter(before.triedAt());
        assertThat(events.applied("poison-" + key)).isZero();
    }

    @Test
    void aSuccessfulRetryAppliesTheEventOnce() {
        long id = letter("poison-" + key, changed("poison-" + key, 1));
        CounterProjection.antidote = true;
        for (int i = 0; i < 2; i++) {
            board().post(path(id, "/retry"))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("APPLIED"))
                    .body("resolvedBy", equalTo("board"))
                    .body("resolvedAt", notNullValue());
        }
        assertThat(events.applied("poison-" + key)).isEqualTo(1);
        board().body("{\"reason\": \"too late\"}")
                .post(path(id, "/discard"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/dead-letter-resolved"));
    }

    @Test
    void aDiscardedLetterIsOffTheListAndKept() {
        long id = letter(key, "[]");
        for (int i = 0; i < 2; i++) {
            board().body("{\"reason\": \"a test of the sender\"}")
                    .post(path(id, "/discard"))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("DISCARDED"))
                    .body("resolutionReason", equalTo("a test of the sender"));
        }
        board().post(path(id, "/retry"))
                .then()
                .statusCode(409)
                .body("detail", containsString("DISCARDED"));
        assertThat(listed("OPEN")).doesNotContain((int) id);
        assertThat(listed("DISCARDED")).contains((int) id);
        board().get(path(id, "")).then().statusCode(200).body("value", nullValue());
    }

    private static List<Integer> listed(String state) {
        return board().queryParam("state", state)
                .queryParam("limit", 500)
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", Integer.class);
    }

    @Test
    void unknownLettersAndInvalidRequestsAreRefused() {
        board().get(path(999_999_999, "")).then().statusCode(404);
        board().get(PATH + "/abc").then().statusCode(404);
        board().post(path(999_999_999, "/retry")).then().statusCode(404);
        board().body("{\"reason\": \"r\"}")
                .post(path(999_999_999, "/discard"))
                .then()
                .statusCode(404);
        long id = letter(key, "[]");
        board().body("{}")
                .post(path(id, "/discard"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        board().queryParam("state", "LOST").get(PATH).then().statusCode(400);
        board().queryParam("cursor", "eA").get(PATH).then().statusCode(400);
    }

    @Test
    void otherRolesAreRefused() {
        for (var operation : List.of("GET ", "GET /1", "POST /1/retry", "POST /1/discard")) {
            var call = operation.split(" ", -1);
            given().contentType("application/json")
                    .body("{}")
                    .request(call[0], PATH + call[1])
                    .then()
                    .statusCode(401);
            for (var token :
                    List.of(
                            TestTokens.ops(),
                            TestTokens.society("ASPS"),
                            TestTokens.diplomate("012345"))) {
                given().auth()
                        .oauth2(token)
                        .contentType("application/json")
                        .body("{}")
                        .request(call[0], PATH + call[1])
                        .then()
                        .statusCode(403);
            }
        }
    }
}
