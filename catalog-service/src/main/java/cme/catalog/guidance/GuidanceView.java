package cme.catalog.guidance;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The answer with the guidance on one topic.
@Schema(name = "Guidance", description = "The board's guidance on one topic")
record GuidanceView(
        @Schema(examples = "examination-credits") String topic,
        @Schema(examples = "60 Category 1 credits for the examination") String title,
        @Schema(
                        examples =
                                "A diplomate who passed the examination applies to the AMA for direct credit.")
                String text,
        @Schema(description = "To be done in this order; empty where there are none")
                List<String> steps,
        List<GuidanceLink> links,
        @Schema(
                        examples = "[\"cme-total\"]",
                        description = "The requirements that it helps with, as rule sets name them")
                List<String> requirements,
        @Schema(description = "Where it comes from, and what is still open") String source,
        @Schema(examples = "1", description = "Also the ETag") int revision,
        Instant updatedAt) {

    GuidanceView {
        steps = List.copyOf(steps);
        links = List.copyOf(links);
        requirements = List.copyOf(requirements);
    }
}
