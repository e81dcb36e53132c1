package cme.compliance.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An activity that could be completed on a day with its full credit.
record Option(Activity.Code code, Activity.Revision activity, Credits credits) {

    /// Null when it must not be offered: not approved, not offered on that day, or its credits not
    /// set by the board.
    ///
    /// The board's approval must be in force that day for some purpose, unless the activity has
    /// none to lapse.
    static @Nullable Option of(
            Activity.Code code, Activity.@Nullable Revision activity, LocalDate on) {
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
        boolean offered =
                (activity.offeredFrom() == null || !on.isBefore(activity.offeredFrom()))
                        && (activity.offeredUntil() == null
                                || !on.isAfter(activity.offeredUntil()));
        return approved && offered ? new Option(code, activity, activity.credits()) : null;
    }
}
