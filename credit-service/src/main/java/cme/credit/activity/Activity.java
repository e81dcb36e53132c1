package cme.credit.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The part of the catalog's record of an activity that is needed to judge a completion, as it is
/// read from the catalog's events (contract: `catalog.activities.v1`) and kept here.
///
/// @param provider code of the provider
/// @param credits the most that one completion can bring; null when the catalog does not say
/// @param patientSafetyCredits the most of it that can be patient safety; null when the catalog
///   does not say
/// @param offeredFrom first day on which it can be completed; null when there is none
/// @param offeredUntil last day on which it can be completed; null when there is none
/// @param revision of the catalog's record
public record Activity(
        String code,
        String title,
        String provider,
        @Nullable BigDecimal credits,
        @Nullable BigDecimal patientSafetyCredits,
        @Nullable LocalDate offeredFrom,
        @Nullable LocalDate offeredUntil,
        Status status,
        long revision) {

    /// The state of an activity in the catalog; completions of a proposed one can be posted.
    public enum Status {
        PROPOSED,
        APPROVED,
        RETIRED
    }

    /// @throws IllegalArgumentException when an event lacks a field that every activity has
    public Activity {
        if (code == null || title == null || provider == null || status == null || revision < 1) {
            throw new IllegalArgumentException(
                    "code, title, provider, status and revision are needed");
        }
    }

    /// True when it could be completed on that day. A retired activity needs a last day for that.
    public boolean offeredOn(LocalDate day) {
        if (status == Status.RETIRED && offeredUntil == null) {
            return false;
        }
        return (offeredFrom == null || !day.isBefore(offeredFrom))
                && (offeredUntil == null || !day.isAfter(offeredUntil));
    }
}
