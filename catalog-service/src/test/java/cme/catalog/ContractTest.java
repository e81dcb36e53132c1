package cme.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.contract.ContractFiles;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The files of the contract agree with each other.
class ContractTest {

    private static final List<String> TYPES = List.of("proposed", "changed", "approved", "retired");

    private static List<Error> violations(String type, String json) {
        return ContractFiles.violations("events/activity." + type + ".schema.json", json);
    }

    private static String example(String type) {
        return ContractFiles.read("events/activity." + type + ".example.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposed", "changed", "approved", "retired"})
    void anExampleIsWhatItsSchemaSays(String type) {
        assertThat(violations(type, example(type))).isEmpty();
    }

    @Test
    void theExampleOfAProviderIsWhatItsSchemaSays() {
        var example = ContractFiles.read("events/provider.example.json");

        assertThat(ContractFiles.violations("events/provider.schema.json", example)).isEmpty();
        assertThat(
                        ContractFiles.violations(
                                "events/provider.schema.json", example.replace("ASPS", "asps")))
                .isNotEmpty();
    }

    @Test
    void theExampleOfACheckpointIsWhatItsSchemaSays() {
        String schema = "events/checkpoint.signed.schema.json";
        String example = ContractFiles.read("events/checkpoint.signed.example.json");
        assertThat(ContractFiles.violations(schema, example)).isEmpty();
        assertThat(ContractFiles.violations(schema, example.replace("note", "text"))).isNotEmpty();
    }

    @Test
    void aSchemaRefusesWhatConsumersCouldNotUnderstand() {
        var approved = example("approved");

        assertThat(violations("proposed", approved)).isNotEmpty();
        assertThat(violations("approved", approved.replace("1.5", "1.3"))).isNotEmpty();
        assertThat(violations("approved", approved.replace("\"revision\": 4", "\"revision\": 0")))
                .isNotEmpty();
        assertThat(violations("approved", approved.replace("2024-01-01", "1/1/2024"))).isNotEmpty();
    }

    @Test
    void anEventMayGainFields() {
        assertThat(violations("approved", example("approved").replace("{", "{\"later\": 1,")))
                .isEmpty();
    }

    @Test
    void everyEventOfTheAsyncApiHasItsSchema() throws IOException {
        var api =
                new ObjectMapper(new YAMLFactory())
                        .readTree(Path.of("contract/asyncapi.yaml").toFile());
        var messages = api.at("/components/messages");

        assertThat(messages.fieldNames())
                .toIterable()
                .contains("provider", "checkpointSigned")
                .containsAll(TYPES)
                .hasSize(TYPES.size() + 2);
        for (var message : messages) {
            assertThat(Path.of("contract").resolve(message.at("/payload/$ref").textValue()))
                    .exists();
        }
        assertThat(api.at("/channels/activities/address").textValue())
                .isEqualTo("catalog.activities.v1");
    }
}
