package cme.credit.activity;

import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every example in the catalog's contract can be read, also with fields that a later version may
/// add.
class CatalogContractTest {

    private static final Path EXAMPLES = Path.of("../catalog-service/contract/events");

    @ParameterizedTest
    @ValueSource(strings = {"proposed", "changed", "approved", "retired"})
    void anExampleIsUnderstood(String change) throws IOException, UnreadableEvent {
        String json = Files.readString(EXAMPLES.resolve("activity." + change + ".example.json"));
        Activity read = read(change, json);
        assertThat(read.title()).isNotBlank();
        assertThat(read(change, json.replace("{", "{\"later\": {\"a\": [1]},"))).isEqualTo(read);
    }

    private static Activity read(String change, String json) throws UnreadableEvent {
        var projection = new ActivityProjection(new Activities());
        return projection.read(
                new ReceivedEvent(
                        projection.topic(),
                        0,
                        0,
                        "CODE",
                        Map.of("ce_type", "cme.catalog.activity." + change),
                        json.getBytes(StandardCharsets.UTF_8)));
    }
}
