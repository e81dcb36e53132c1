package cme.compliance.record;

import cme.compliance.rules.Pathway;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A pathway span as it was recorded.
///
/// @param revision from 1, for each first day
/// @param span null when it was taken back
public record PathwayRevision(
        int revision,
        LocalDate from,
        Pathway.@Nullable Span span,
        @Nullable String reason,
        Instant recordedAt,
        String recordedBy) {

    public static PathwayRevision of(
            int revision, Pathway.Span span, @Nullable String reason, String recordedBy) {
        return new PathwayRevision(
                revision, span.from(), span, reason, span.recordedAt(), recordedBy);
    }
}
