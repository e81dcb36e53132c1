package cme.portal.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Two numbers that were merged say different things.
///
/// @param diplomateId The number that remains
/// @param merged The number that was merged into it
/// @param subject Due year of a tracer, first day of a pathway, requirement and due year of a
///   decision, or first and last year of a cycle
/// @param survivorValue The value of the number that remains, in words; null where the other one
///   has no place in its cycle or pathway
/// @param mergedValue The value of the number that was merged, in words
/// @param reason Why it was resolved
public record MergeContradiction(
        String id,
        String diplomateId,
        String merged,
        String kind,
        String subject,
        @Nullable String survivorValue,
        String mergedValue,
        Instant foundAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable String reason) {
    /// The reason why a contradiction is settled.
    public record Resolution(String reason) {}
}
