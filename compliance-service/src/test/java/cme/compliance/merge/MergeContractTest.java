package cme.compliance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The examples of merges in the ledger's contract can be read, also with fields that a later
/// version may add.
class MergeContractTest {

    private static final Path EXAMPLES = Path.of("../credit-service/contract/examples");

    @Test
    void aMergeIsUnderstood() throws IOException, UnreadableEvent {
        MergeEvent event = read("cme.credit.identity.merged");
        assertThat(event.diplomateId()).isNotBlank();
        assertThat(event.mergedInto()).isNotBlank();
    }

    @Test
    void aSeparationIsUnderstood() throws IOException, UnreadableEvent {
        MergeEvent event = read("cme.credit.identity.separated");
        assertThat(event.diplomateId()).isNotBlank();
        assertThat(event.mergedInto()).isNull();
    }

    @Test
    void anErasureIsPassedOver() throws IOException, UnreadableEvent {
        MergeEvent erased = read("cme.credit.identity.erased");
        MergeEvent merged = read("cme.credit.identity.merged");
        assertThat(MergeProjection.withoutErasures(List.of(erased, merged)))
                .containsExactly(merged);
    }

    private static MergeEvent read(String type) throws IOException, UnreadableEvent {
        String json = Files.readString(EXAMPLES.resolve(type + ".json"));
        String later = json.replaceFirst("\\{", "{\"later\": {\"a\": [1]},");
        byte[] value = later.getBytes(StandardCharsets.UTF_8);
        return MergeProjection.reading(
                new ReceivedEvent(
                        MergeProjection.TOPIC, 0, 0, "012345", Map.of("ce_type", type), value));
    }
}
