package cme.compliance.merge;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A contradiction between the records of two merged numbers, as HTTP carries it.
@Schema(
        name = "MergeContradiction",
        description = "Something that the records of two merged numbers say differently")
record MergeContradictionView(
        UUID id,
        @Schema(examples = "090501", description = "The number that remains") String diplomateId,
        @Schema(examples = "012351", description = "The number that was merged into it")
                String merged,
        RecordKind kind,
        @Schema(
                        examples = "cme-total/6",
                        description =
                                "Due year of a tracer, first day of a pathway, requirement and due"
                                        + " year of a decision, or first and last year of a cycle")
                String subject,
        @Schema(
                        nullable = true,
                        examples = "WAIVED",
                        description =
                                "The value of the number that remains, in words; null where the other"
                                        + " one has no place in its cycle or pathway")
                @Nullable String survivorValue,
        @Schema(
                        examples = "EXTENDED until 2026-12-31",
                        description = "The value of the number that was merged, in words")
                String mergedValue,
        Instant foundAt,
        @Schema(nullable = true) @Nullable Instant resolvedAt,
        @Schema(nullable = true) @Nullable String resolvedBy,
        @Schema(nullable = true, description = "Why it was resolved") @Nullable String reason) {}
