package cme.compliance.access;

import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.test.access.AccessTable;
import cme.test.access.AccessWalk;
import cme.test.access.ConventionWalk;
import cme.test.access.SampleWebhooks;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every operation, tried by everybody: the board records and reads everything, a diplomate reads
/// what concerns the diplomate alone. A new operation goes into the table.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class AccessTest {

    private static final String ID = "012345";

    private static final String WHO_MAY =
            """
            POST   /v1/diplomates/imports                          board
            GET    /v1/diplomates/012345/cycle                     board, own diplomate
            PUT    /v1/diplomates/012345/cycle                     board
            GET    /v1/diplomates/012345/cycles                    board, own diplomate
            DELETE /v1/diplomates/012345/cycle                     board
            GET    /v1/diplomates/012345/cycle/revisions           board, own diplomate
            GET    /v1/merge-contradictions                        board
            POST   /v1/merge-contradictions/{contradiction}/resolution board
            GET    /v1/diplomates/012345/tracers                   board, own diplomate
            GET    /v1/diplomates/012345/tracers/revisions                board, own diplomate
            GET    /v1/diplomates/012345/tracers/6                 board, own diplomate
            PUT    /v1/diplomates/012345/tracers/6                 board
            DELETE /v1/diplomates/012345/tracers/6                 board
            GET    /v1/diplomates/012345/pathways                  board, own diplomate
            GET    /v1/diplomates/012345/pathways/revisions               board, own diplomate
            POST   /v1/diplomates/012345/pathways                  board
            DELETE /v1/diplomates/012345/pathways/2025-01-01       board
            GET    /v1/diplomates/012345/decisions                 board, own diplomate
            GET    /v1/diplomates/012345/decisions/revisions              board, own diplomate
            POST   /v1/diplomates/012345/decisions                 board
            DELETE /v1/diplomates/012345/decisions/cme-total/6     board
            GET    /v1/diplomates/012345/status                    board, own diplomate
            POST   /v1/diplomates/012345/status/what-if            board, own diplomate
            GET    /v1/diplomates/012345/recommendations           board, own diplomate
            GET    /v1/diplomates/012345/calendar.ics              board, own diplomate
            GET    /v1/diplomates/012345/history                   board, own diplomate
            GET    /v1/diplomates/012345/personal-data             board, own diplomate
            GET    /v1/diplomates/012345/calendar-feeds            board, own diplomate
            POST   /v1/diplomates/012345/calendar-feeds            board, own diplomate
            DELETE /v1/diplomates/012345/calendar-feeds/{feed}     board, own diplomate
            GET    /v1/calendar-feeds/{secret}.ics                 everybody
            GET    /v1/statuses                                    board
            POST   /v1/statuses/query                              board
            GET    /v1/statuses/summary                            board
            GET    /v1/rule-sets                                   everybody
            GET    /v1/rule-sets/abps-cc-10y                       everybody
            GET    /v1/readiness-changes                           board
            GET    /v1/readiness-webhooks                          board
            GET    /v1/readiness-webhooks/{hook}                   board
            PUT    /v1/readiness-webhooks/{hook}                   board
            POST   /v1/readiness-webhooks/{hook}/test              board
            POST   /v1/readiness-webhooks/{hook}/secret            board
            GET    /v1/readiness-webhooks/{hook}/deliveries        board
            POST   /v1/readiness-webhooks/{hook}/deliveries/{event}/resend board
            DELETE /v1/readiness-webhooks/{hook}                   board
            GET    /v1/readiness-ledger/checkpoints                any token
            POST   /v1/readiness-ledger/verification               board, ops
            GET    /v1/readiness-ledger/verification               board, ops
            POST   /v1/readiness-publications/replay               board, ops
            GET    /v1/readiness-publications/replay               board, ops
            POST   /v1/projection/rebuild                          board, ops
            GET    /v1/projection/rebuild                          board, ops
            GET    /v1/projection/dead-letters                     board
            GET    /v1/projection/dead-letters/{letter}            board
            POST   /v1/projection/dead-letters/{letter}/retry      board
            POST   /v1/projection/dead-letters/{letter}/discard    board
            """;

    @Inject CleanDatabase cleanDatabase;
    @Inject Jdbi jdbi;

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    void recordWhatIsAskedFor() {
        cleanDatabase.wipe();
        Api.putCycle(ID, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
        Api.board()
                .body("{\"procedure\":\"CARPAL_TUNNEL\"}")
                .put(Api.path(ID, "tracers/6"))
                .then()
                .statusCode(201);
        record("pathways", "{\"pathway\":\"STANDARD\",\"from\":\"2025-01-01\"}");
        record(
                "decisions",
                """
                {"requirement":"cme-total","dueYear":6,"decision":"WAIVED","reason":"r"}\
                """);
    }

    private static void record(String what, String json) {
        Api.board().body(json).post(Api.path(ID, what)).then().statusCode(201);
    }

    @Test
    void everyOperationIsOpenToThoseItConcernsAndToNobodyElse() throws Exception {
        assertThat(new AccessWalk(base, "ASPS", ID).deviations(table())).isEmpty();
    }

    @Test
    void everyOperationKeepsTheConventionsOfTheApi() throws Exception {
        assertThat(new ConventionWalk(base).deviations(table())).isEmpty();
    }

    private AccessTable table() {
        var event = UUID.randomUUID();
        jdbi.useHandle(h -> h.execute(SampleWebhooks.sql(event, "PROVIDER:")));
        JsonPath feed = Api.board().post(Api.path(ID, "calendar-feeds")).jsonPath();
        return AccessTable.of(WHO_MAY)
                .with("contradiction", contradiction())
                .with("letter", letter())
                .with("hook", SampleWebhooks.NAME)
                .with("event", event.toString())
                .with("feed", feed.getString("id"))
                .with("secret", feed.getString("address").replaceAll(".*/|[.]ics$", ""));
    }

    /// The walk has started a rebuild. Until it is over it would take away what the tests that come
    /// next store without a topic.
    @AfterEach
    void theRebuildIsOver() {
        Api.awaitRebuilt();
    }

    private String contradiction() {
        return jdbi.withHandle(
                h ->
                        h.createQuery(
                                        """
                                        insert into merge_contradiction (diplomate_id, merged, kind, subject,
                                            merged_value, survivor_revision, found_at)
                                        values ('012345', '012351', 'TRACER', '3', 'CARPAL_TUNNEL', 0, now())
                                        returning id::text
                                        """)
                                .mapTo(String.class)
                                .one());
    }

    private String letter() {
        return jdbi.withHandle(
                h ->
                        h.createQuery(
                                        """
                                        insert into dead_letter
                                            (topic, partition, "offset", reason, received_at, tried_at)
                                        select 'credit.completions.v1', 0, 1000000000 + count(*), 'a test', now(), now()
                                        from dead_letter
                                        returning id::text
                                        """)
                                .mapTo(String.class)
                                .one());
    }
}
