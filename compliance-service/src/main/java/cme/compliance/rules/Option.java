package cme.compliance.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An activity that could be completed on a day with its full credit.
///
/// @param whenCompleted the activity as it will have been known on that day
record Option(
        Activity.Code code,
        Activity.Revision activity,
        Activity.@Nullable Revision whenCompleted,
        Credits credits) {

    /// Null when the activity must not be recommended: not approved, not offered on that day, or
    /// its credits not set by the board.
    ///
    /// The board's approval must be in force that day for some purpose, unless the activity has no
    /// approvals at all.
    static @Nullable Option of(
            Activity.Code code,
            Activity.@Nullable Revision activity,
            Activity.@Nullable Revision whenCompleted,
            LocalDate on) {
        if (activity == null
                || activity.status() != Activity.Status.APPROVED
                || !activity.creditsConfirmed()
                || activity.credits() == null
                || activity.credits().equals(Credits.ZERO)) {
            return null;
        }
        boolean approved =
                activity.approvals().isEmpty()
                        || activity.approvals().stream().anyMatch(a -> a.inForceOn(on));
        return approved && activity.offeredOn(on)
                ? new Option(code, activity, whenCompleted, activity.credits())
                : null;
    }

    static List<Option> byCode(List<Option> options) {
        return options.stream().sorted(Comparator.comparing(Option::code)).toList();
    }
}
