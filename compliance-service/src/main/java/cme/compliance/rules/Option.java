package cme.compliance.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An activity that could be completed on a day with its full credit.
///
/// @param credits that count for certain; zero while the board has not confirmed them
/// @param patientSafety the part of them that is patient safety, in quarter credits
record Option(Activity.Code code, Activity.Revision activity, Credits credits, int patientSafety) {

    /// Null when the activity must not be recommended: an examination, or not approved or not
    /// offered on that day.
    ///
    /// @param whenCompleted the activity as it will have been known on that day
    static @Nullable Option of(
            Activity.Code code,
            Activity.@Nullable Revision activity,
            Activity.@Nullable Revision whenCompleted,
            LocalDate on) {
        if (activity == null
                || activity.status() != Activity.Status.APPROVED
                || activity.type() == Activity.Type.EXAMINATION) {
            return null;
        }
        Option option =
                isConfirmed(activity)
                        ? new Option(
                                code,
                                activity,
                                activity.credits(),
                                PatientSafetyCredits.partOfFullClaim(activity, whenCompleted))
                        : new Option(code, activity, Credits.ZERO, 0);
        return option.openOn(on) ? option : null;
    }

    /// Whether it is offered on a day, with an approval in force for some purpose, unless it has no
    /// approvals at all.
    boolean openOn(LocalDate date) {
        List<Activity.Approval> approvals = activity.approvals();
        return activity.offeredOn(date)
                && (approvals.isEmpty() || approvals.stream().anyMatch(a -> a.inForceOn(date)));
    }

    /// The same with a quarter of a credit, as if the board had confirmed that much.
    Option withAQuarter(LocalDate on) {
        int part = PatientSafetyCredits.mayHaveAPart(activity, on) ? 1 : 0;
        return new Option(code, activity, new Credits(1), part);
    }

    /// Whether the board has confirmed its credits.
    boolean confirmed() {
        return isConfirmed(activity);
    }

    private static boolean isConfirmed(Activity.Revision activity) {
        return activity.creditsConfirmed() && activity.credits() != null;
    }

    static List<Option> byCode(List<Option> options) {
        return options.stream().sorted(Comparator.comparing(Option::code)).toList();
    }
}
