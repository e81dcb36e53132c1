package cme.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.access.AccessTable;
import cme.test.access.AccessWalk;
import cme.test.access.SampleWebhooks;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Tests that the access walk of the services finds deviations.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class AccessWalkTest {

    private static final String OWNED = "GET  /v1/parcels/owned/x    board, society\n";

    private static final String PARCELS =
            """
            GET  /v1/parcels            everybody
            POST /v1/parcels            everybody
            POST /v1/parcels/owned      board
            POST /v1/parcels/stream     everybody
            GET  /v1/parcels/versioned  everybody
            GET  /v1/parcels/superseded everybody
            PUT  /v1/parcels/versioned  everybody
            """
                    + OWNED;

    private static final String OTHERS =
            """
            POST /v1/notes/a  everybody
            GET  /v1/test-webhooks  society, board
            GET  /v1/test-webhooks/{hook}  society, board
            PUT  /v1/test-webhooks/{hook}  society, board
            POST /v1/test-webhooks/{hook}/test  society, board
            POST /v1/test-webhooks/{hook}/secret  society, board
            GET  /v1/test-webhooks/{hook}/deliveries  society, board
            POST /v1/test-webhooks/{hook}/deliveries/{event}/resend  society, board
            DELETE /v1/test-webhooks/{hook}  society, board
            GET  /v1/test-changes  society, board
            POST /v1/test-publications/replay  board, ops
            GET  /v1/test-publications/replay  board, ops
            POST /v1/test-projection/rebuild  board, ops
            GET  /v1/test-projection/rebuild  board, ops
            GET  /v1/test-projection/dead-letters  board
            GET  /v1/test-projection/dead-letters/{letter}  board
            POST /v1/test-projection/dead-letters/{letter}/retry  board
            POST /v1/test-projection/dead-letters/{letter}/discard  board
            """;

    @Inject Jdbi jdbi;

    @TestHTTPResource("/")
    URI base;

    private List<String> deviations(String table) throws Exception {
        var event = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute(SampleWebhooks.sql(event, "")));
        return new AccessWalk(base, "ASPS", "012345")
                .deviations(
                        AccessTable.of(table)
                                .with("letter", letter())
                                .with("hook", SampleWebhooks.NAME)
                                .with("event", event.toString()));
    }

    /// Of these operations alone, because a walk over all takes its time.
    private List<String> deviationsOfParcels(String table) throws Exception {
        return deviations(table).stream()
                .filter(
                        deviation ->
                                deviation.contains("/v1/parcels")
                                        || !deviation.contains(" is not in the table"))
                .toList();
    }

    private String letter() {
        return jdbi.withHandle(
                h ->
                        h.createQuery(
                                        """
                                        insert into dead_letter
                                            (topic, partition, "offset", reason, received_at, tried_at)
                                        select 'test.incoming.v1', 0, 1000000000 + count(*), 'a test',
                                            now(), now()
                                        from dead_letter
                                        returning id::text
                                        """)
                                .mapTo(String.class)
                                .one());
    }

    @Test
    void nothingDeviatesFromATableThatIsRight() throws Exception {
        assertThat(deviations(PARCELS + OTHERS)).isEmpty();
    }

    @Test
    void anOperationThatIsNotInTheTableIsNamed() throws Exception {
        assertThat(deviationsOfParcels(PARCELS.replace(OWNED, "")))
                .containsExactly(
                        "GET /v1/parcels/owned/{claim} is not in the table: add a line with its roles.");
    }

    @Test
    void aLineWithoutAnOperationIsNamed() throws Exception {
        assertThat(deviationsOfParcels(PARCELS + "DELETE /v1/parcels board"))
                .containsExactly(
                        "DELETE /v1/parcels is in the table and not in the OpenAPI document.");
    }

    @Test
    void aCallerThatIsWronglyAllowedIsNamed() throws Exception {
        assertThat(deviationsOfParcels(PARCELS.replace("board, society", "board")))
                .isNotEmpty()
                .allMatch(deviation -> deviation.contains("society"))
                .allMatch(deviation -> deviation.contains("should get 403, got 200"));
    }

    @Test
    void aCallerThatIsWronglyRefusedIsNamed() throws Exception {
        assertThat(deviationsOfParcels(PARCELS.replace("board, society", "board, society, ops")))
                .hasSize(2)
                .allMatch(deviation -> deviation.contains("as ops"))
                .allMatch(deviation -> deviation.contains("should be let in, got 403"));
    }

    @Test
    void anOperationThatIsWronglyOpenIsNamed() throws Exception {
        assertThat(
                        deviationsOfParcels(
                                PARCELS.replace("versioned  everybody", "versioned  any token")))
                .contains(
                        "GET /v1/parcels/versioned describes its security differently from the table.")
                .anyMatch(deviation -> deviation.contains("as nobody should get 401, got 200"))
                .anyMatch(deviation -> deviation.contains("as an expired token should get 401"));
    }
}
