package cme.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The files of the contract agree with each other.
class ContractTest {

    @ParameterizedTest
    @ValueSource(strings = {"proposed", "changed", "approved", "retired"})
    void anExampleIsWhatItsSchemaSays(String type) throws IOException {
        var example =
                Files.readString(Schemas.FOLDER.resolve("activity." + type + ".example.json"));

        assertThat(Schemas.read().violations(type, example)).isEmpty();
    }

    @Test
    void aSchemaRefusesWhatConsumersCouldNotUnderstand() throws IOException {
        var schemas = Schemas.read();
        var approved = Files.readString(Schemas.FOLDER.resolve("activity.approved.example.json"));

        assertThat(schemas.violations("proposed", approved)).isNotEmpty();
        assertThat(schemas.violations("approved", approved.replace("1.5", "1.3"))).isNotEmpty();
        assertThat(
                        schemas.violations(
                                "approved", approved.replace("\"revision\": 4", "\"revision\": 0")))
                .isNotEmpty();
        assertThat(schemas.violations("approved", approved.replace("2024-01-01", "1/1/2024")))
                .isNotEmpty();
    }

    @Test
    void everyEventOfTheAsyncApiHasItsSchema() throws IOException {
        var api =
                new ObjectMapper(new YAMLFactory())
                        .readTree(Path.of("contract/asyncapi.yaml").toFile());
        var messages = api.at("/components/messages");

        assertThat(messages.fieldNames()).toIterable().containsExactlyElementsOf(Schemas.TYPES);
        for (var message : messages) {
            assertThat(Path.of("contract").resolve(message.at("/payload/$ref").textValue()))
                    .exists();
        }
        assertThat(api.at("/channels/activities/address").textValue())
                .isEqualTo("catalog.activities.v1");
    }
}
