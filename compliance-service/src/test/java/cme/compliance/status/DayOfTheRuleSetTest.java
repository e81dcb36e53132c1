package cme.compliance.status;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.path;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.SettableClock;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A question without an as-of date is about the day in the zone of the diplomate's rule set. Three
/// diplomates differ in nothing but that zone.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class DayOfTheRuleSetTest {

    private static final String HONOLULU = "1";
    private static final String NEW_YORK = "2";
    private static final String TOKYO = "3";

    /// 2026-11-24 in Tokyo and still 2026-11-23 in New York and Honolulu.
    private static final String TOMORROW_IN_TOKYO = "2026-11-24T02:00:00Z";

    /// 2026-11-23 in Honolulu and 2026-11-24 in New York and Tokyo.
    private static final String YESTERDAY_IN_HONOLULU = "2026-11-24T06:00:00Z";

    @Inject CleanDatabase cleanDatabase;
    @Inject SettableClock clock;
    @Inject Jdbi jdbi;

    @BeforeEach
    void recordCycles() {
        cleanDatabase.wipe();
        Api.putCycle(HONOLULU, "five-year-honolulu", 2024, "2023-11-14").then().statusCode(201);
        Api.putCycle(NEW_YORK, "five-year", 2024, "2023-11-14").then().statusCode(201);
        Api.putCycle(TOKYO, "five-year-tokyo", 2024, "2023-11-14").then().statusCode(201);
    }

    @Test
    void aStatusIsOfTheDayThere() {
        clock.set(TOMORROW_IN_TOKYO);
        assertThat(daysOfStatuses()).containsExactly("2026-11-23", "2026-11-23", "2026-11-24");
        clock.set(YESTERDAY_IN_HONOLULU);
        assertThat(daysOfStatuses()).containsExactly("2026-11-23", "2026-11-24", "2026-11-24");
    }

    private static List<String> daysOfStatuses() {
        return List.of(HONOLULU, NEW_YORK, TOKYO).stream()
                .map(id -> Api.status(id).then().statusCode(200).extract().<String>path("asOf"))
                .toList();
    }

    @Test
    void aStoredAnswerIsServedWhileItsDayLasts() {
        clock.set(YESTERDAY_IN_HONOLULU);
        for (String id : List.of(HONOLULU, NEW_YORK, TOKYO)) {
            String asked = Api.status(id).then().extract().path("asOf");
            String explicitly =
                    board().queryParam("asOf", asked).get(path(id, "status")).asString();
            assertThat(Api.status(id).asString()).isEqualTo(explicitly);
        }
    }

    @Test
    void aWorklistHasTheDayOfEachDiplomate() {
        clock.set(TOMORROW_IN_TOKYO);
        board().get("/v1/statuses")
                .then()
                .statusCode(200)
                .body("items.asOf", contains("2026-11-23", "2026-11-23", "2026-11-24"));
        clock.set(YESTERDAY_IN_HONOLULU);
        board().get("/v1/statuses")
                .then()
                .body("items.asOf", contains("2026-11-23", "2026-11-24", "2026-11-24"));
        List<String> listed = board().get("/v1/statuses").then().extract().path("items.summary");
        assertThat(listed)
                .containsExactlyElementsOf(
                        List.of(HONOLULU, NEW_YORK, TOKYO).stream()
                                .map(id -> Api.status(id).then().extract().<String>path("summary"))
                                .toList());
    }

    @Test
    void namedStatusesHaveTheDayOfEachDiplomate() {
        clock.set(YESTERDAY_IN_HONOLULU);
        board().body("{\"diplomateIds\":[\"1\",\"2\"]}")
                .post("/v1/statuses/query")
                .then()
                .statusCode(200)
                .body("items.asOf", contains("2026-11-23", "2026-11-24"));
    }

    @Test
    void whatIfAndRecommendationsAreOfTheDayThere() {
        clock.set(TOMORROW_IN_TOKYO);
        board().body("{}")
                .post(path(TOKYO, "status/what-if"))
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2026-11-24"));
        board().get(path(TOKYO, "recommendations"))
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2026-11-24"));
        board().get(path(NEW_YORK, "recommendations"))
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2026-11-23"));
    }

    /// The deadline is December 1.
    @Test
    void aDeadlinePassesAtItsMidnight() {
        clock.set("2026-12-01T15:00:00Z");
        await().until(() -> standing(TOKYO).equals("LATE"));
        assertThat(standing(NEW_YORK)).isEqualTo("DUE_SOON");
        clock.set("2026-12-02T05:00:00Z");
        await().until(() -> standing(NEW_YORK).equals("LATE"));
        assertThat(standing(HONOLULU)).isEqualTo("DUE_SOON");
        clock.set("2026-12-02T10:00:00Z");
        await().until(() -> standing(HONOLULU).equals("LATE"));
    }

    /// As it is stored.
    private String standing(String id) {
        return jdbi.withHandle(
                handle ->
                        handle.select("select standing from status where diplomate_id = ?", id)
                                .mapTo(String.class)
                                .one());
    }

    @Test
    void aHistoryTellsOfADeadlineAtItsMidnight() {
        clock.set("2026-12-03T00:00:00Z");
        deadlinePassed(TOKYO, "2026-12-01T15:00:00Z");
        deadlinePassed(NEW_YORK, "2026-12-02T05:00:00Z");
        deadlinePassed(HONOLULU, "2026-12-02T10:00:00Z");
    }

    private static void deadlinePassed(String id, String at) {
        board().queryParam("from", "2026-12-02")
                .queryParam("to", "2026-12-02")
                .get(path(id, "history"))
                .then()
                .statusCode(200)
                .body("items.at", contains(at))
                .body("items.asOf", contains("2026-12-02"))
                .body("items.changes.standing.after", hasItem("LATE"));
    }
}
