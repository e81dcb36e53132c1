package cme.compliance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.fuzz.FormFuzz;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// Cycles in every form, spoilt.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CycleFormFuzzTest {
    private static final String IMPORTS = "/v1/diplomates/imports?dryRun=true";
    private static final String CYCLES =
            """
            diplomateId,ruleSet,cycleStartYear,certifiedOn
            F12345,abps-cc-10y,2021,2020-11-14
            F12346,abps-cc-10y,2024,14-Nov-2023
            F12347,abps-cc-10y-overview,2019,2018-11-10
            """;

    @TestHTTPResource URI base;

    @Test
    void whateverIsSentIsAnsweredInBoundsAndEveryRowIsAccountedFor() throws Exception {
        var fuzz =
                new FormFuzz(base, TestTokens.board())
                        .withTable(IMPORTS, CYCLES)
                        .with(
                                IMPORTS,
                                "application/json",
                                "[{\"diplomateId\":\"F12345\",\"ruleSet\":\"abps-cc-10y\",\"cycleStartYear\":2021,\"certifiedOn\":\"2020-11-14\"}]");
        assertThat(fuzz.failures()).isEmpty();
    }
}
