package cme.credit;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.demo.SampleWorkbook;
import cme.test.fuzz.FormFuzz;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rosters and identities in every form, spoilt.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class FormFuzzTest {
    private static final String WORKBOOK =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ROSTERS = "/v1/rosters?externalId=FORM-FUZZ";
    private static final String PARS = ROSTERS + "&form=pars&dryRun=true";
    private static final String IDENTITIES = "/v1/identities/imports?dryRun=true";
    private static final long MAX_MORE_ALIVE = 48L << 20;

    @Inject CatalogEvents catalog;
    @TestHTTPResource URI base;

    @BeforeEach
    void theSamplesAreKnown() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
    }

    @Test
    void whateverIsSentIsAnsweredInBoundsAndEveryRowIsAccountedFor() throws Exception {
        String roster = Callers.sample("roster.csv").replace("ASPS-2026-1", "FORM-FUZZ");
        String tabs = roster.replace(',', '\t');
        String pars = Callers.sample("pars.txt");
        String people = Callers.sample("identities.csv");
        var fuzz =
                new FormFuzz(base, TestTokens.board())
                        .with(ROSTERS, "text/csv", roster)
                        .with(
                                ROSTERS + "&dryRun=true",
                                "text/csv;charset=windows-1252",
                                roster.replace(',', ';'),
                                Charset.forName("windows-1252"))
                        .with(
                                ROSTERS + "&dryRun=true",
                                "text/tab-separated-values;charset=utf-16",
                                tabs,
                                StandardCharsets.UTF_16)
                        .with(ROSTERS + "&dryRun=true", WORKBOOK, SampleWorkbook.of(tabs))
                        .with(
                                "/v1/rosters?dryRun=true",
                                "application/json",
                                Callers.sample("roster.json"))
                        .with(ROSTERS, "application/x-ndjson", Callers.sample("roster.ndjson"))
                        .with(
                                "/v1/rosters?dryRun=true",
                                "application/xml",
                                Callers.sample("activity-report.xml"))
                        .with(PARS, "text/tab-separated-values", pars)
                        .with(PARS, WORKBOOK, SampleWorkbook.of(pars))
                        .with(PARS, "application/json", Callers.sample("pars.json"))
                        .with(IDENTITIES, "text/csv", people)
                        .with(IDENTITIES, WORKBOOK, SampleWorkbook.of(people.replace(',', '\t')))
                        .with(
                                IDENTITIES,
                                "application/json",
                                "[{\"diplomateId\":\"FUZZ-3\",\"npi\":null,\"familyName\":\"Ito\",\"birthMonthDay\":\"03-14\"}]");
        long before = alive();
        assertThat(fuzz.failures()).isEmpty();
        assertThat(alive() - before).isLessThan(MAX_MORE_ALIVE);
    }

    private static long alive() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
