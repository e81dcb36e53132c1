package cme.credit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventContractTest {
    @ParameterizedTest
    @ValueSource(strings = {"recorded", "corrected", "withdrawn"})
    void theExamplesKeepToTheSchema(String what) {
        String example = ContractFiles.read("examples/cme.credit.completion." + what + ".json");
        assertThat(ContractFiles.violations(example)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoCompletion() {
        String example = ContractFiles.read("examples/cme.credit.completion.recorded.json");
        assertThat(ContractFiles.violations(example.replace("1.50", "1.30"))).isNotEmpty();
        assertThat(ContractFiles.violations(example.replace("\"reason\": null", "\"x\": null")))
                .isNotEmpty();
        assertThat(ContractFiles.violations(example.replace("2026-10-04", "2026-10-04T00:00")))
                .isNotEmpty();
    }
}
