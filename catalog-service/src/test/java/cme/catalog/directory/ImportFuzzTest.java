package cme.catalog.directory;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.fuzz.FormFuzz;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// Activities in every form, spoilt.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ImportFuzzTest {
    private static final String IMPORTS = "/v1/activities/imports?dryRun=true";
    private static final String ACTIVITIES =
            """
            code,title,provider,type,credits,patientSafetyCredits,creditsConfirmed,oncePer,offeredUntil,approvals
            FUZZ-HAND,Hand day,ASPS,COURSE,4,0,TRUE,DATE,2027-12-31,ABPS:Patient Safety 2025-01-01..2027-12-31
            FUZZ-FACE,Face day,ASPS,COURSE,4,1,FALSE,DATE,31-Dec-2027,
            """;

    @TestHTTPResource URI base;

    @Test
    void whateverIsSentIsAnsweredInBoundsAndEveryRowIsAccountedFor() throws Exception {
        var fuzz =
                new FormFuzz(base, TestTokens.board())
                        .withTable(IMPORTS, ACTIVITIES)
                        .with(
                                IMPORTS,
                                "application/json",
                                "[{\"code\":\"FUZZ-HAND\",\"title\":\"Hand day\",\"provider\":\"ASPS\",\"type\":\"COURSE\",\"credits\":4}]");
        assertThat(fuzz.failures()).isEmpty();
    }
}
