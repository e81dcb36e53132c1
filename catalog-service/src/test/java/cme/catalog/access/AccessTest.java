package cme.catalog.access;

import static org.assertj.core.api.Assertions.assertThat;

import cme.catalog.Api;
import cme.test.access.AccessTable;
import cme.test.access.AccessWalk;
import cme.test.access.ConventionWalk;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// Every operation, tried by everybody: reading is open, writing is for the board, and for
/// societies where they propose. A new operation goes into the table.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class AccessTest {

    private static final String WHO_MAY =
            """
            GET    /v1/providers                              everybody
            GET    /v1/providers/ASPS                         everybody
            PUT    /v1/providers/ASPS                         board
            GET    /v1/tracer-procedures                      everybody
            GET    /v1/tracer-procedures/CARPAL_TUNNEL        everybody
            GET    /v1/tracer-procedures/aligned-activities   everybody
            GET    /v1/guidance                               everybody
            GET    /v1/guidance/contact                       everybody
            PUT    /v1/guidance/contact                       board
            PUT    /v1/tracer-procedures/CARPAL_TUNNEL        board
            GET    /v1/cap-groups                             everybody
            GET    /v1/cap-groups/IHI-PATIENT-SAFETY          everybody
            PUT    /v1/cap-groups/IHI-PATIENT-SAFETY          board
            GET    /v1/activities                             everybody
            POST   /v1/activities/imports                     board
            GET    /v1/activities/{approved}                  everybody
            PUT    /v1/activities/{proposed}                  board, own society
            GET    /v1/activities/{approved}/revisions        everybody
            POST   /v1/activities/{approved}/approvals        board
            GET    /v1/activities/{approved}/approvals/{id}   everybody
            PUT    /v1/activities/{approved}/approvals/{id}   board
            DELETE /v1/activities/{approved}/approvals/{id}   board
            POST   /v1/activities/{approved}/retirement       board
            DELETE /v1/activities/{approved}/retirement       board
            GET    /v1/catalog-changes                        everybody
            GET    /v1/catalog-ledger/checkpoints              any token
            POST   /v1/catalog-ledger/verification             board, ops
            GET    /v1/catalog-ledger/verification             board, ops
            POST   /v1/catalog-publications/replay            board, ops
            GET    /v1/catalog-publications/replay            board, ops
            """;

    @TestHTTPResource("/")
    URI base;

    @Test
    void everyOperationIsOpenToThoseItConcernsAndToNobodyElse() throws Exception {
        assertThat(new AccessWalk(base, "ASPS", "012345").deviations(table())).isEmpty();
    }

    @Test
    void everyOperationKeepsTheConventionsOfTheApi() throws Exception {
        assertThat(new ConventionWalk(base).deviations(table())).isEmpty();
    }

    private AccessTable table() {
        var approved = Api.proposed();
        return AccessTable.of(WHO_MAY)
                .with("approved", approved)
                .with("id", Api.approved(approved, Api.SAFETY_2026))
                .with("proposed", Api.proposed())
                .body("PUT /v1/activities/{proposed}", Api.course("ASPS"));
    }
}
