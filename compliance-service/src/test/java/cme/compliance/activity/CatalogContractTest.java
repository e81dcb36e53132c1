package cme.compliance.activity;

import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every example in the catalog's contract can be read, also with fields that a later version may
/// add.
class CatalogContractTest {

    private static final Path EXAMPLES = Path.of("../catalog-service/contract/events");
    private static final String SUFFIX = ".example.json";

    @TestFactory
    Stream<DynamicTest> everyExampleIsUnderstood() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            var examples = files.filter(CatalogContractTest::isOfActivity).sorted().toList();
            assertThat(examples).isNotEmpty();
            return examples.stream()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> read(file)));
        }
    }

    private static boolean isOfActivity(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("activity.") && name.endsWith(SUFFIX);
    }

    private static void read(Path example) throws IOException, UnreadableEvent {
        var type = "cme.catalog." + example.getFileName().toString().replace(SUFFIX, "");
        var json = Files.readString(example);
        read(type, json);
        read(type, json.replace("{", "{\"later\": {\"a\": [1]},"));
    }

    private static void read(String type, String json) throws UnreadableEvent {
        var received =
                new ReceivedEvent(
                        ActivityProjection.TOPIC,
                        0,
                        0,
                        "CODE",
                        Map.of("ce_type", type),
                        json.getBytes(StandardCharsets.UTF_8));
        assertThat(ActivityProjection.reading(received).forRules().title()).isNotBlank();
    }
}
