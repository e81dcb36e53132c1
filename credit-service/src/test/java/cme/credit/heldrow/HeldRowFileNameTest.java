package cme.credit.heldrow;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.hamcrest.Matchers.startsWith;

import cme.credit.CatalogEvents;
import cme.credit.Ledger;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The days of this century begin with 2.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class HeldRowFileNameTest {
    @Inject CatalogEvents catalog;

    @BeforeEach
    void theCatalogIsKnown() {
        catalog.publishSamples();
    }

    @Test
    void aFileOfOneRowIsNamedByItsIdAndTheDay() {
        String name = UUID.randomUUID().toString();
        String held =
                Ledger.postTable(
                                name,
                                "externalId,diplomateId,familyName,title,completedOn,credits\n"
                                        + name
                                        + ",none,Nobody,Rounds,2026-10-12,1\n")
                        .statusCode(201)
                        .extract()
                        .path("results[0].heldRow");
        assertNamed(society("ASPS"), "/" + held, "held-row-" + held + "-2");
    }

    @Test
    void aFileOfManyRowsSaysWhoseTheyAreAndOfWhichDay() {
        assertNamed(society("ASPS"), "", "held-rows-ASPS-2");
        assertNamed(board(), "?provider=IHI", "held-rows-IHI-2");
        assertNamed(board(), "?reason=NEEDS_REVIEW", "held-rows-2");
    }

    private static void assertNamed(RequestSpecification caller, String path, String name) {
        caller.accept("text/csv")
                .get("/v1/held-rows" + path)
                .then()
                .statusCode(200)
                .header("Content-Disposition", startsWith("attachment; filename=\"" + name));
    }
}
