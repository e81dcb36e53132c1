package cme.compliance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.contract.ContractFiles;
import org.junit.jupiter.api.Test;

class EventContractTest {

    private static final String SCHEMA = "compliance.readiness.schema.json";
    private static final String EXAMPLE = "examples/cme.compliance.readiness.changed.json";

    @Test
    void theExampleKeepsToTheSchema() {
        assertThat(ContractFiles.violations(SCHEMA, ContractFiles.read(EXAMPLE))).isEmpty();
    }

    @Test
    void anEventAndItsFindingsMayGainFields() {
        var later = ContractFiles.read(EXAMPLE).replace("{", "{\"later\": 1,");
        assertThat(ContractFiles.violations(SCHEMA, later)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoReadiness() {
        var example = ContractFiles.read(EXAMPLE);
        assertThat(ContractFiles.violations(SCHEMA, example.replace("DUE_SOON", "FINE")))
                .isNotEmpty();
        assertThat(ContractFiles.violations(SCHEMA, example.replace("\"asOf\"", "\"asof\"")))
                .isNotEmpty();
        assertThat(ContractFiles.violations(SCHEMA, example.replace("2026-11-23T", "23.11.2026T")))
                .isNotEmpty();
    }

    @Test
    void theExampleOfACheckpointKeepsToItsSchema() {
        String schema = "compliance.checkpoint.schema.json";
        String example = ContractFiles.read("examples/cme.compliance.checkpoint.signed.json");
        assertThat(ContractFiles.violations(schema, example)).isEmpty();
        assertThat(ContractFiles.violations(schema, example.replace("note", "text"))).isNotEmpty();
    }
}
