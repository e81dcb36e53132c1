package cme.credit.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What judging a completion needs to know of an activity.
///
/// @param provider code of who gives it
/// @param credits most that one completion can bring; null when the catalog does not say
/// @param patientSafetyCredits most of it that can be patient safety; null when the catalog does
///   not say
/// @param offeredFrom first day it can be completed; null for no such day
/// @param offeredUntil last day it can be completed; null for no such day
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

    /// Where an activity is in the catalog's life cycle; a proposed one can be posted against.
    public enum Status {
        PROPOSED,
        APPROVED,
        RETIRED
    }

    /// Whether it could be completed on that day. A retired one could until the day it names.
    public boolean offeredOn(LocalDate day) {
        if (status == Status.RETIRED && offeredUntil == null) {
            return false;
        }
        return (offeredFrom == null || !day.isBefore(offeredFrom))
                && (offeredUntil == null || !day.isAfter(offeredUntil));
    }
}
