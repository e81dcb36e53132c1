package cme.compliance.worklist;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.EventFixtures.completion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class WorklistTest {

    @Inject CleanDatabase cleanDatabase;
    @Inject Events events;
    @Inject SettableClock clock;

    /// 1 is in Year 6 and has enough of everything but total credits, 2 is in Year 3, 3 in Year 1.
    @BeforeEach
    void recordCycles() {
        cleanDatabase.wipe();
        Api.putCycle("1", "five-year", 2022, "2021-11-14").then().statusCode(201);
        Api.putCycle("2", "five-year", 2024, "2023-11-14").then().statusCode(201);
        Api.putCycle("3", "abps-cc-10y", 2026, "2025-11-14").then().statusCode(201);
        events.completions(
                completion("a", "1", "2024-02-01", "10"), completion("b", "1", "2026-02-01", "10"));
    }

    private static ValidatableResponse list(String query) {
        return board().get("/v1/statuses" + query).then().statusCode(200);
    }

    @Test
    void allAreListedByTheirId() {
        list("").body("items.diplomateId", contains("1", "2", "3"))
                .body("items.standing", contains("DUE_SOON", "DUE_SOON", "ON_TRACK"))
                .body("items[0].asOf", equalTo("2026-11-23"))
                .body("items[0].findings.requirement.size()", equalTo(3))
                .body("items[0].findings[0].counted", nullValue())
                .body("nextCursor", nullValue());
    }

    @Test
    void aRequirementThatThereIsNotIsRefusedWithThoseThatThereAre() {
        board().get("/v1/statuses?requirement=cme-totl")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/requirement"))
                .body("errors[0].detail", containsString("cme-total, patient-safety"));
    }

    @Test
    void aCursorIsOfOneListWithItsFilters() {
        String cursor = list("?limit=1").extract().path("nextCursor");
        for (String query :
                List.of("?standing=DUE_SOON&limit=1&cursor=", "?requirement=cme-total&cursor=")) {
            board().get("/v1/statuses" + query + cursor)
                    .then()
                    .statusCode(400)
                    .body("errors.code", contains("cursor.unknown"));
        }
        list("?limit=2&cursor=" + cursor).body("items.diplomateId", contains("2", "3"));
    }

    @Test
    void aFindingIsListedWithAllThatIsCountedOfIt() {
        assertThat(list("?requirement=cme-total&state=DUE_SOON").extract().asString())
                .contains(
                        """
                        "findings":[{"requirement":"cme-total","dueYear":5,"deadline":"2026-12-01",\
                        "state":"DUE_SOON","unit":"CREDIT","required":125.00,"earned":20.00,\
                        "remaining":105.00}]\
                        """);
    }

    @Test
    void filtersHoldOfOneAndTheSameFinding() {
        list("?standing=ON_TRACK").body("items.diplomateId", contains("3"));
        list("?requirement=tracer-activity").body("items.diplomateId", contains("3"));
        list("?requirement=patient-safety&state=MET")
                .body("items.diplomateId", contains("1"))
                .body("items[0].findings.dueYear", contains(3, 5));
        list("?state=DUE_SOON").body("items.diplomateId", contains("1", "2"));
        list("?state=DUE_SOON&requirement=patient-safety").body("items.diplomateId", contains("2"));
        list("?dueBefore=2026-12-02").body("items.diplomateId", contains("1", "2"));
        list("?dueBefore=2026-12-01").body("items", empty());
        list("?dueBefore=2025-12-01&state=MET").body("items.diplomateId", contains("1"));
    }

    @Test
    void wrongFiltersAreNamed() {
        board().get("/v1/statuses?standing=BAD&state=x&dueBefore=soon&limit=0&foo=1")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/standing", "/state", "/dueBefore", "/limit", "/foo"));
    }

    @Test
    void pagesAreContinued() {
        String cursor =
                list("?limit=2")
                        .body("items.diplomateId", contains("1", "2"))
                        .extract()
                        .path("nextCursor");
        list("?limit=2&cursor=" + cursor)
                .body("items.diplomateId", contains("3"))
                .body("nextCursor", nullValue());
    }

    @Test
    void theTableHasARowForEachFinding() {
        var table =
                board().accept("text/csv")
                        .get("/v1/statuses?state=DUE_SOON")
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .header("Content-Disposition", containsString("worklist-2026-11-23.csv"))
                        .extract()
                        .asString();
        assertThat(table.lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith(
                        "\uFEFFdiplomateId,ruleSet,pathway,standing,summary,requirement,dueYear");
        assertThat(table).contains("cme-total,5,2026-12-01,DUE_SOON,CREDIT,125.00,20.00,105.00");
    }

    /// A spreadsheet would take the number for one, and save it without its zeros.
    @Test
    void aNumberWithLeadingZerosIsGuardedInTheTable() {
        Api.putCycle("000904", "five-year", 2022, "2021-11-14").then().statusCode(201);
        assertThat(board().accept("text/csv").get("/v1/statuses").asString().lines())
                .anySatisfy(row -> assertThat(row).startsWith("'000904,"));
    }

    @Test
    void aPageOfTheTableNamesTheNext() {
        var first = board().accept("text/csv").get("/v1/statuses?limit=2").then().statusCode(200);
        var link = first.extract().header("Link");
        assertThat(link).contains("cursor=").contains("rel=\"next\"");
        first.header("Content-Disposition", containsString("worklist-2026-11-23.csv"));
        var next = link.substring(1, link.indexOf('>'));
        var last = board().accept("text/csv").urlEncodingEnabled(false).get(next).then();
        assertThat(last.extract().asString().lines().skip(1)).allMatch(row -> row.startsWith("3,"));
        assertThat(last.extract().header("Link")).isNull();
    }

    @Test
    void theListIsOfTodayAlsoAfterMidnight() {
        clock.set("2026-12-02T04:59:59Z");
        list("?state=LATE").body("items", empty());
        list("?state=DUE_SOON")
                .body("items.summary", hasItem(containsString("(today is the last day)")));
        clock.set("2026-12-02T05:00:00Z");
        list("?state=LATE")
                .body("items.diplomateId", contains("1", "2"))
                .body("items[0].asOf", equalTo("2026-12-02"));
        clock.set("2027-01-01T05:00:00Z");
        list("?state=NOT_MET").body("items.diplomateId", contains("1", "2"));
    }

    @Test
    void theSentenceCountsTheDaysLeftToday() {
        list("").body("items[0].summary", containsString("(8 days left)"));
        clock.set("2026-11-24T12:00:00Z");
        list("").body("items[0].summary", containsString("(7 days left)"));
    }

    @Test
    void theSummaryCountsToday() {
        board().get("/v1/statuses/summary")
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2026-11-23"))
                .body("diplomates", equalTo(3))
                .body("standings.DUE_SOON", equalTo(2))
                .body("standings.ON_TRACK", equalTo(1))
                .body("standings.NOT_MET", equalTo(0))
                .body("pending", equalTo(0))
                .body(
                        "findings.find { it.requirement == 'cme-total' && it.dueYear == 5 "
                                + "&& it.state == 'DUE_SOON' }.count",
                        equalTo(1));
        clock.set("2026-12-02T05:00:00Z");
        board().get("/v1/statuses/summary")
                .then()
                .body("asOf", equalTo("2026-12-02"))
                .body("standings.LATE", equalTo(2))
                .body("pending", equalTo(0));
    }

    @Test
    void theSummaryCountsByDeadline() {
        board().get("/v1/statuses/summary")
                .then()
                .body("deadlines[0].deadline", equalTo("2024-12-01"))
                .body("deadlines[0].state", equalTo("MET"))
                .body(
                        "deadlines.find { it.deadline == '2026-12-01' && it.state == 'DUE_SOON' }"
                                + ".diplomates",
                        equalTo(2))
                .body("deadlines.count.sum()", equalTo(findings()));
    }

    private static int findings() {
        return board().get("/v1/statuses/summary").then().extract().path("findings.count.sum()");
    }

    @Test
    void theSummaryOfAnEarlierDayIsAsItWasKnownThen() {
        clock.set("2026-12-02T05:00:00Z");
        String ofThen = "/v1/statuses/summary?asOf=2026-11-23";
        int late = board().get("/v1/statuses/summary").then().extract().path("standings.LATE");
        assertThat(late).isEqualTo(2);
        board().get(ofThen)
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2026-11-23"))
                .body("diplomates", equalTo(3))
                .body("standings.DUE_SOON", equalTo(2))
                .body("standings.LATE", equalTo(0))
                .body(
                        "findings.find { it.requirement == 'cme-total' && it.dueYear == 5 "
                                + "&& it.state == 'DUE_SOON' }.count",
                        equalTo(1))
                .body("deadlines.find { it.deadline == '2026-12-01' }.state", equalTo("DUE_SOON"));
        board().get("/v1/statuses/summary?asOf=2026-11-22").then().body("diplomates", equalTo(0));
        board().get("/v1/statuses/summary?asOf=2026-12-03").then().statusCode(400);
        board().get("/v1/statuses/summary?dueYear=3").then().statusCode(400);
    }

    @Test
    void severalStandingsAreSelectedAtOnce() {
        list("?standing=DUE_SOON").body("items.diplomateId", contains("1", "2"));
        list("?standing=ON_TRACK,DUE_SOON").body("total", equalTo(3));
        list("?standing=LATE,NOT_MET").body("items", empty());
        list("?standing=ON_TRACK&pathway=STANDARD").body("total", equalTo(1));
        list("?pathway=SPECIAL_CIRCUMSTANCES").body("total", equalTo(0));
        for (String wrong : List.of("NONE", "LATE,", "LATE,late", "LATE&standing=NOT_MET")) {
            board().get("/v1/statuses?standing=" + wrong).then().statusCode(400);
        }
    }
}
