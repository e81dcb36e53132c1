package cme.compliance.diplomate;

import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.harness.Api;
import cme.compliance.harness.Slate;
import cme.stack.test.LocalStackResource;
import cme.stack.test.access.AccessTable;
import cme.stack.test.access.AccessWalk;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;

/// Every operation, tried by everybody: the board records and reads everything, a diplomate reads
/// what concerns the diplomate alone. A new operation goes into the table.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class AccessTest {

    private static final String ID = "012345";

    private static final String WHO_MAY =
            """
            POST   /v1/diplomates/imports                          board
            GET    /v1/diplomates/012345/cycle                     board
            PUT    /v1/diplomates/012345/cycle                     board
            GET    /v1/diplomates/012345/tracers                   board
            GET    /v1/diplomates/012345/tracers/6                 board
            PUT    /v1/diplomates/012345/tracers/6                 board
            DELETE /v1/diplomates/012345/tracers/6                 board
            GET    /v1/diplomates/012345/pathways                  board
            POST   /v1/diplomates/012345/pathways                  board
            DELETE /v1/diplomates/012345/pathways/2025-01-01       board
            GET    /v1/diplomates/012345/decisions                 board
            POST   /v1/diplomates/012345/decisions                 board
            DELETE /v1/diplomates/012345/decisions/cme-total/6     board
            GET    /v1/diplomates/012345/status                    board, own diplomate
            POST   /v1/diplomates/012345/status/what-if            board, own diplomate
            GET    /v1/diplomates/012345/recommendations           board, own diplomate
            GET    /v1/diplomates/012345/calendar.ics              board, own diplomate
            GET    /v1/statuses                                    board
            GET    /v1/statuses/summary                            board
            GET    /v1/rule-sets                                   any token
            GET    /v1/rule-sets/abps-cc-10y                       any token
            """;

    @Inject Slate slate;

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    void recordWhatIsAskedFor() {
        slate.wipe();
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
                {"requirement":"cme-total","dueYear":6,"decision":"WAIVED","reason":"r"}""");
    }

    private static void record(String what, String json) {
        Api.board().body(json).post(Api.path(ID, what)).then().statusCode(201);
    }

    @Test
    void everyOperationIsOpenToThoseItConcernsAndToNobodyElse() throws Exception {
        assertThat(new AccessWalk(base, "ASPS", ID).deviations(AccessTable.of(WHO_MAY))).isEmpty();
    }
}
