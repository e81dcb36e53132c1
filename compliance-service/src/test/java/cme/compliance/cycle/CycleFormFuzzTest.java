package cme.compliance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.demo.SampleWorkbook;
import cme.test.fuzz.FormFuzz;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
        String tabs = CYCLES.replace(',', '\t');
        var fuzz =
                new FormFuzz(base, TestTokens.board())
                        .with(IMPORTS, "text/csv", CYCLES)
                        .with(IMPORTS, "text/csv", CYCLES.replace(',', ';'))
                        .with(
                                IMPORTS,
                                "text/tab-separated-values;charset=utf-16",
                                tabs,
                                StandardCharsets.UTF_16)
                        .with(
                                IMPORTS,
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                SampleWorkbook.of(tabs))
                        .with(
                                IMPORTS,
                                "application/json",
                                "[{\"diplomateId\":\"F12345\",\"ruleSet\":\"abps-cc-10y\",\"cycleStartYear\":2021,\"certifiedOn\":\"2020-11-14\"}]");
        assertThat(fuzz.failures()).isEmpty();
    }
}
