package cme.credit.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An erasure.
@Schema(name = "Erasure")
record ErasureView(
        @Schema(examples = "012345") String diplomateId,
        @Schema(
                        examples = "[\"012345\",\"012346\"]",
                        description = "Every number of the person, which are all erased")
                List<String> numbers,
        @Schema(description = "Nothing was changed") boolean dryRun,
        Instant erasedAt,
        @Schema(
                        examples = "{\"identity-revision\": 1, \"held-row\": 2}",
                        description = "How many records have lost something, by their kind")
                Map<String, Integer> erased) {

    ErasureView {
        numbers = List.copyOf(numbers);
        erased = Map.copyOf(erased);
    }
}
