package cme.compliance.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The limits on credits within one window: first the maximum of the activity, then the cap of its
/// group. Ask once for each completion, oldest first. Amounts are quarter credits.
final class CreditLimits {

    /// The part of a claim that counts, and the parts that each limit takes away.
    record Share(int counted, int overMaximum, int overCap) {}

    private final Maxima maxima;
    private final Caps caps;

    private CreditLimits(Maxima maxima, Caps caps) {
        this.maxima = maxima;
        this.caps = caps;
    }

    static CreditLimits of(WindowEvidence evidence) {
        return new CreditLimits(Maxima.of(evidence), new Caps());
    }

    CreditLimits copy() {
        return new CreditLimits(maxima.copy(), caps.copy());
    }

    /// @param cap of a group
    int free(Activity.Cap cap) {
        return caps.free(cap);
    }

    Share credits(
            Activity.@Nullable Code code,
            Activity.@Nullable Revision activity,
            LocalDate on,
            int claimed) {
        if (code == null || activity == null) {
            return new Share(claimed, 0, 0);
        }
        int underMaximum = maxima.takeCredits(code, activity, on, claimed);
        int counted = caps.take(activity.cap(), underMaximum);
        return new Share(counted, claimed - underMaximum, underMaximum - counted);
    }

    /// The limits hold for the credits, so a completion without a patient-safety part uses them up
    /// too; the part that counts is at most the credits that count.
    Share patientSafety(
            Activity.@Nullable Code code,
            Activity.@Nullable Revision activity,
            LocalDate on,
            int claimed,
            int part) {
        Share credits = credits(code, activity, on, claimed);
        if (code == null || activity == null) {
            return new Share(part, 0, 0);
        }
        int inside = Math.min(part, claimed - credits.overMaximum());
        int underMaximum = maxima.takePatientSafety(code, activity, on, inside);
        int counted = Math.min(underMaximum, credits.counted());
        return new Share(counted, part - underMaximum, underMaximum - counted);
    }
}
