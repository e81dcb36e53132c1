package cme.credit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.contract.ContractFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventContractTest {
    private static final String SCHEMA = "credit.completion.schema.json";

    @ParameterizedTest
    @ValueSource(strings = {"recorded", "corrected", "withdrawn"})
    void theExamplesKeepToTheSchema(String what) {
        String example = ContractFiles.read("examples/cme.credit.completion." + what + ".json");
        assertThat(ContractFiles.violations(SCHEMA, example)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"merged", "separated", "erased"})
    void theExamplesOfMergesKeepToTheirSchema(String what) {
        String example = ContractFiles.read("examples/cme.credit.identity." + what + ".json");
        assertThat(ContractFiles.violations("credit.identity.schema.json", example)).isEmpty();
        assertThat(
                        ContractFiles.violations(
                                "credit.identity.schema.json", example.replace("revision", "r")))
                .isNotEmpty();
    }

    @Test
    void anEventMayGainFields() {
        String example = ContractFiles.read("examples/cme.credit.completion.recorded.json");
        assertThat(ContractFiles.violations(SCHEMA, example.replace("{", "{\"later\": 1,")))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoCompletion() {
        String example = ContractFiles.read("examples/cme.credit.completion.recorded.json");
        assertThat(ContractFiles.violations(SCHEMA, example.replace("1.50", "1.30"))).isNotEmpty();
        assertThat(
                        ContractFiles.violations(
                                SCHEMA, example.replace("\"reason\": null", "\"x\": null")))
                .isNotEmpty();
        assertThat(
                        ContractFiles.violations(
                                SCHEMA, example.replace("2026-10-04", "2026-10-04T00:00")))
                .isNotEmpty();
    }

    @Test
    void theExampleOfACheckpointKeepsToItsSchema() {
        String schema = "credit.checkpoint.schema.json";
        String example = ContractFiles.read("examples/cme.credit.checkpoint.signed.json");
        assertThat(ContractFiles.violations(schema, example)).isEmpty();
        assertThat(ContractFiles.violations(schema, example.replace("note", "text"))).isNotEmpty();
    }
}
