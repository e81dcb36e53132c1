package cme.credit.activity;

import cme.credit.activity.Activity.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What this service reads of the catalog's events (contract: `catalog.activities.v1`); it ignores
/// the rest.
record ActivityEvent(
        String code,
        String title,
        String provider,
        @Nullable BigDecimal credits,
        @Nullable BigDecimal patientSafetyCredits,
        @Nullable LocalDate offeredFrom,
        @Nullable LocalDate offeredUntil,
        Status status,
        long revision) {

    /// @throws IllegalArgumentException when something needed is missing
    @SuppressWarnings(
            "ConstantValue") // The values come from outside, whatever their types promise.
    ActivityEvent {
        if (code == null || title == null || provider == null || status == null || revision < 1) {
            throw new IllegalArgumentException(
                    "code, title, provider, status and revision are needed");
        }
    }

    Activity activity() {
        return new Activity(
                code,
                title,
                provider,
                credits,
                patientSafetyCredits,
                offeredFrom,
                offeredUntil,
                status,
                revision);
    }
}
