package cme.compliance.evidence;

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

/// Every example of a completion in the ledger's contract can be read, also with fields that a
/// later version may add.
class CreditContractTest {

    private static final Path EXAMPLES = Path.of("../credit-service/contract/examples");

    @TestFactory
    Stream<DynamicTest> everyExampleIsUnderstood() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            var examples =
                    files.filter(f -> f.getFileName().toString().contains(".completion."))
                            .sorted()
                            .toList();
            assertThat(examples).isNotEmpty();
            return examples.stream()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> read(file)));
        }
    }

    private static void read(Path example) throws IOException, UnreadableEvent {
        var type = example.getFileName().toString().replace(".json", "");
        var json = Files.readString(example);
        read(type, json);
        read(type, json.replace("{", "{\"later\": {\"a\": [1]},"));
    }

    private static void read(String type, String json) throws UnreadableEvent {
        var received =
                new ReceivedEvent(
                        CompletionProjection.TOPIC,
                        0,
                        0,
                        "012345",
                        Map.of("ce_type", type),
                        json.getBytes(StandardCharsets.UTF_8));
        var event = CompletionProjection.reading(received).event();
        assertThat(event.diplomateId()).isNotBlank();
        assertThat(event.revision()).isPositive();
    }
}
