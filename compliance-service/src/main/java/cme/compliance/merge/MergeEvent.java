package cme.compliance.merge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One revision of a number from the register of people. Fields that this service does not need are
/// ignored.
///
/// @param mergedInto null when the number is somebody's own
/// @param erased null in every revision but one by which names were erased
@JsonIgnoreProperties(ignoreUnknown = true)
record MergeEvent(
        String diplomateId,
        @Nullable String mergedInto,
        int revision,
        Instant recordedAt,
        String recordedBy,
        @Nullable Boolean erased) {

    /// True when the revision only tells that names were erased. This service keeps none, so there
    /// is nothing to do.
    boolean isErasure() {
        return Boolean.TRUE.equals(erased);
    }

    MergeEvent {
        Objects.requireNonNull(diplomateId, "diplomateId is missing");
        Objects.requireNonNull(recordedAt, "recordedAt is missing");
        Objects.requireNonNull(recordedBy, "recordedBy is missing");
        check(!diplomateId.isBlank(), "diplomateId is blank");
        check(mergedInto == null || !mergedInto.isBlank(), "mergedInto is blank");
        check(!diplomateId.equals(mergedInto), "the number is merged into itself");
        check(revision > 0, "revision is below 1");
    }

    private static void check(boolean right, String error) {
        if (!right) {
            throw new IllegalArgumentException(error);
        }
    }
}
