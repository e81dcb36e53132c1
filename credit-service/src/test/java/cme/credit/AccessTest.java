package cme.credit;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;

import cme.test.access.AccessTable;
import cme.test.access.AccessWalk;
import cme.test.access.ConventionWalk;
import cme.test.access.SampleWebhooks;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every operation, tried by everybody: a society sees and changes what it posted, a diplomate sees
/// what the diplomate completed, the board all. A new operation goes into the table.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class AccessTest {

    private static final String WHO_MAY =
            """
            GET    /v1/identities                              board
            GET    /v1/identities/012345/revisions             board, own diplomate
            PUT    /v1/identities/012345                       board
            GET    /v1/identities/012345                       board, own diplomate
            POST   /v1/identities/{merged}/merge               board
            GET    /v1/identities/{merged}/merge               board
            POST   /v1/identities/{merged}/merge/withdrawal    board
            GET    /v1/identities/012345/personal-data         board, own diplomate
            POST   /v1/identities/{merged}/erasure             board
            POST   /v1/identities/imports                      board
            POST   /v1/identities/match                        board, society
            POST   /v1/completions                             board, society
            GET    /v1/completions                             board, society
            GET    /v1/completions/{completion}                board, own society, own diplomate
            PUT    /v1/completions/{completion}                board, own society
            GET    /v1/completions/{completion}/revisions      board, own society, own diplomate
            POST   /v1/completions/{completion}/withdrawal     board, own society
            POST   /v1/completions/{completion}/correction-proposals own society
            GET    /v1/correction-proposals                    board, society
            GET    /v1/correction-proposals/{proposal}         board, own society
            POST   /v1/correction-proposals/{proposal}/decision board
            POST   /v1/rosters                                 board, society
            GET    /v1/rosters                                 board, society
            GET    /v1/rosters/{roster}                        board, own society
            GET    /v1/rosters/{roster}/rows                   board, own society
            POST   /v1/rosters/{roster}/withdrawal             board, own society
            GET    /v1/held-rows                               board, society
            GET    /v1/held-rows/{held}                        board, own society
            POST   /v1/held-rows/{held}/resolution             board
            GET    /v1/transcripts/012345                      board, own diplomate
            GET    /v1/transcripts/verifications/{code}        everybody
            GET    /v1/reconciliations?provider=ASPS           board, own society
            GET    /v1/completion-changes                      board, society
            GET    /v1/completion-webhooks                     board, society
            GET    /v1/completion-webhooks/{hook}              board, society
            PUT    /v1/completion-webhooks/{hook}              board, society
            POST   /v1/completion-webhooks/{hook}/test         board, society
            POST   /v1/completion-webhooks/{hook}/secret       board, society
            GET    /v1/completion-webhooks/{hook}/deliveries   board, society
            POST   /v1/completion-webhooks/{hook}/deliveries/{event}/resend board, society
            DELETE /v1/completion-webhooks/{hook}              board, society
            GET    /v1/completions/{completion}/proof          board, own society, own diplomate
            GET    /v1/ledger/checkpoints                      any token
            POST   /v1/ledger/verification                     board, ops
            GET    /v1/ledger/verification                     board, ops
            POST   /v1/publications/replay                     board, ops
            GET    /v1/publications/replay                     board, ops
            POST   /v1/activity-copy/rebuild                   board, ops
            GET    /v1/activity-copy/rebuild                   board, ops
            GET    /v1/activity-copy/dead-letters              board
            GET    /v1/activity-copy/dead-letters/{letter}     board
            POST   /v1/activity-copy/dead-letters/{letter}/retry board
            POST   /v1/activity-copy/dead-letters/{letter}/discard board
            """;

    @Inject CatalogEvents catalog;
    @Inject Jdbi jdbi;

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    void theSamplesAreKnown() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
    }

    @Test
    void everyOperationIsOpenToThoseItConcernsAndToNobodyElse() throws Exception {
        assertThat(new AccessWalk(base, "ASPS", "012345").deviations(table())).isEmpty();
    }

    @Test
    void everyOperationKeepsTheConventionsOfTheApi() throws Exception {
        assertThat(new ConventionWalk(base).deviations(table())).isEmpty();
    }

    private AccessTable table() {
        String name = "ACCESS-" + UUID.randomUUID();
        var roster =
                Ledger.postTable(name, Callers.sample("roster.csv").replace("ASPS-2026", name));
        String completion = Ledger.postNew("1");
        String held = roster.extract().path("results.find { it.outcome == 'HELD' }.heldRow");
        return AccessTable.of(WHO_MAY)
                .with("completion", completion)
                .with("code", board().get("/v1/transcripts/012345").path("verification.code"))
                .with("proposal", proposal(completion))
                .with("roster", roster.extract().path("id"))
                .with("held", held)
                .with("letter", letter())
                .with("merged", merged())
                .with("hook", SampleWebhooks.NAME)
                .with("event", delivery());
    }

    private static String proposal(String completion) {
        return society("ASPS")
                .contentType("application/json")
                .body(
                        """
                        {"reason": "two days", "title": "Grand rounds", "completedOn": "2026-10-04", "credits": 2}
                        """)
                .post("/v1/completions/" + completion + "/correction-proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String merged() {
        String merged = People.add("Lopez").id();
        board().contentType("application/json")
                .body(
                        "{\"into\": \"%s\", \"reason\": \"one person\"}"
                                .formatted(People.add("Lopez").id()))
                .post("/v1/identities/" + merged + "/merge")
                .then()
                .statusCode(200);
        return merged;
    }

    private String delivery() {
        var event = UUID.randomUUID();
        jdbi.useHandle(h -> h.execute(SampleWebhooks.sql(event, "PROVIDER:")));
        return event.toString();
    }

    private String letter() {
        return jdbi.withHandle(
                h ->
                        h.createQuery(
                                        """
                                        insert into dead_letter
                                            (topic, partition, "offset", reason, received_at, tried_at)
                                        select 'catalog.activities.v1', 0, 1000000000 + count(*), 'a test', now(), now()
                                        from dead_letter
                                        returning id::text
                                        """)
                                .mapTo(String.class)
                                .one());
    }
}
