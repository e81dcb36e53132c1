package cme.compliance.worklist;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.EventFixtures.completion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.compliance.harness.SettableClock;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The orders of the worklist, its total, and the statuses of named diplomates.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class WorklistOrderTest {

    @Inject CleanDatabase cleanDatabase;
    @Inject Events events;
    @Inject SettableClock clock;
    @Inject Jdbi jdbi;

    /// 1 is in Year 5, 2 in Year 3, 3 in Year 1.
    @BeforeEach
    void recordCycles() {
        cleanDatabase.wipe();
        Api.putCycle("1", "five-year", 2022, "2021-11-14").then().statusCode(201);
        Api.putCycle("2", "five-year", 2024, "2023-11-14").then().statusCode(201);
        Api.putCycle("3", "abps-cc-10y", 2026, "2025-11-14").then().statusCode(201);
        events.completions(completion("a", "1", "2024-02-01", "10"));
    }

    private static ValidatableResponse list(String query) {
        return board().get("/v1/statuses" + query).then().statusCode(200);
    }

    /// 1 and 2 are due on 2026-12-01, 3 later; 4 is complete and has no deadline.
    @Test
    void theListIsSortedByDeadlineOrStanding() {
        Api.putCycle("0", "five-year", 2024, "2023-11-14").then().statusCode(201);
        waiveAll("0");
        list("?sort=diplomate").body("items.diplomateId", contains("0", "1", "2", "3"));
        list("?sort=deadline")
                .body("items.diplomateId", contains("1", "2", "3", "0"))
                .body("items[3].nextDeadline", nullValue());
        clock.set("2026-12-02T05:00:00Z");
        Api.putCycle("9", "five-year", 2021, "2020-11-14").then().statusCode(201);
        list("?sort=standing")
                .body("items.diplomateId", contains("9", "1", "2", "3", "0"))
                .body(
                        "items.standing",
                        contains("NOT_MET", "LATE", "LATE", "ON_TRACK", "COMPLETE"));
    }

    private static void waiveAll(String id) {
        for (String finding : List.of("patient-safety/3", "patient-safety/5", "cme-total/5")) {
            String[] parts = finding.split("/");
            board().body(
                            """
                            {"requirement":"%s","dueYear":%s,"decision":"WAIVED","reason":"r"}"""
                                    .formatted(parts[0], parts[1]))
                    .post(Api.path(id, "decisions"))
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void everyOrderIsPagedAndCounted() {
        Api.putCycle("0", "five-year", 2024, "2023-11-14").then().statusCode(201);
        waiveAll("0");
        for (String sort : List.of("diplomate", "deadline", "standing")) {
            String query = "?sort=" + sort;
            List<String> whole =
                    list(query).body("total", equalTo(4)).extract().path("items.diplomateId");
            List<String> pieces = new ArrayList<>();
            String cursor = "";
            do {
                var page = list(query + "&limit=1" + cursor).body("total", equalTo(4)).extract();
                pieces.addAll(page.path("items.diplomateId"));
                String next = page.path("nextCursor");
                cursor = next == null ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
            assertThat(pieces).as(sort).isEqualTo(whole);
        }
        list("?state=DUE_SOON&sort=deadline&limit=1").body("total", equalTo(2));
        list("?state=DUE_SOON").body("total", equalTo(2));
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        String cursor = list("?sort=deadline&limit=1").extract().path("nextCursor");
        for (String sort : List.of("", "&sort=standing")) {
            board().get("/v1/statuses?cursor=" + cursor + sort)
                    .then()
                    .statusCode(400)
                    .body("errors.code", contains("cursor.unknown"));
        }
        board().get("/v1/statuses?sort=DEADLINE")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/sort"))
                .body("errors.detail", contains("One of [diplomate, deadline, standing]."));
    }

    @Test
    void theTableIsSortedToo() {
        String table =
                board().accept("text/csv")
                        .get("/v1/statuses?sort=deadline&dueBefore=2030-01-01")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(table.lines().skip(1).map(row -> row.substring(0, 1)).distinct())
                .containsExactly("1", "2", "3");
    }

    @Test
    void namedDiplomatesAreAnsweredInTheOrderAsked() {
        board().body("{\"diplomateIds\":[\"3\",\"8\",\"1\",\"3\",\"7\"]}")
                .post("/v1/statuses/query")
                .then()
                .statusCode(200)
                .body("items.diplomateId", contains("3", "1"))
                .body("items[1].findings.requirement.size()", equalTo(3))
                .body("unknown", contains("8", "7"));
        clock.set("2026-11-24T12:00:00Z");
        board().body("{\"diplomateIds\":[\"1\"]}")
                .post("/v1/statuses/query")
                .then()
                .body("items[0].asOf", equalTo("2026-11-24"))
                .body("items[0].summary", containsString("(7 days left)"));
    }

    @Test
    void atMostFiveHundredAreNamed() {
        String ids =
                IntStream.range(0, 501)
                        .mapToObj(i -> "\"d" + i + "\"")
                        .collect(Collectors.joining(","));
        board().body("{\"diplomateIds\":[" + ids + "]}")
                .post("/v1/statuses/query")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/diplomateIds"))
                .body("errors.code", contains("too-many"));
        board().body("{\"diplomateIds\":[\"1\",\"a b\"],\"x\":1}")
                .post("/v1/statuses/query")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/diplomateIds/1", "/x"));
        board().body("{}")
                .post("/v1/statuses/query")
                .then()
                .statusCode(400)
                .body("errors.code", contains("required"));
    }

    /// However far into the list, a page is read from an index and nothing is sorted.
    @Test
    void everyOrderHasAnIndex() {
        assertThat(plan(WorklistSort.DEADLINE, "2026-12-01")).contains("status_by_deadline");
        assertThat(plan(WorklistSort.STANDING, "LATE")).contains("status_by_standing");
        assertThat(plan(WorklistSort.DIPLOMATE, "")).contains("status_pkey");
    }

    /// The plan where everything that reads or sorts the whole table is the last resort: on the few
    /// rows of a test the planner may otherwise sort, which says nothing of a large table.
    private String plan(WorklistSort sort, String key) {
        String sql =
                "explain select s.diplomate_id from status s where %s order by %s limit 51"
                        .formatted(
                                sort.comesAfter(new WorklistSort.Position(key, "2"), "s"),
                                sort.order("s"));
        List<String> lines =
                jdbi.inTransaction(
                        handle -> {
                            for (String costly :
                                    List.of("seqscan", "bitmapscan", "sort", "incremental_sort")) {
                                handle.execute("set local enable_" + costly + " = off");
                            }
                            return handle.createQuery(sql)
                                    .bind("after", "2")
                                    .mapTo(String.class)
                                    .list();
                        });
        assertThat(lines)
                .noneMatch(line -> line.contains("Sort"))
                .anyMatch(line -> line.contains("Index Cond"));
        return String.join("\n", lines);
    }
}
