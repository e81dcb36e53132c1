package cme.compliance.rules;

import cme.compliance.rules.Activity.CreditsPer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The maxima of steps 3 and 5: several sessions of one activity and date bring together at most
/// the credits of the activity, and so do all dates of a meeting within one window. The same holds
/// for its patient-safety credits. Amounts are quarter credits.
///
/// One session alone counts as it was posted: it was at most the maximum of that day.
///
/// Source: the AMA's rule to claim only the credit commensurate with participation (domain.md,
/// sections 3.3 and 3.5).
final class Maxima {

    /// The attendances that share a maximum.
    ///
    /// @param on null for all dates of the window
    private record Attendance(Activity.Code code, @Nullable LocalDate on) {}

    private static final class Used {
        private int credits;
        private int patientSafety;
    }

    private final Set<Attendance> daysOfSeveral;
    private final Map<Attendance, Used> used = new HashMap<>(4);

    private Maxima(Set<Attendance> daysOfSeveral) {
        this.daysOfSeveral = daysOfSeveral;
    }

    static Maxima of(WindowEvidence evidence) {
        Set<Attendance> once = new HashSet<>(4);
        Set<Attendance> several = new HashSet<>(4);
        for (WindowEvidence.Entry entry : evidence.inWindow()) {
            Candidate candidate = entry.candidate();
            Activity.Code code = candidate.code();
            if (entry.exclusion() == null && code != null && candidate.state().session() != null) {
                Attendance day = new Attendance(code, candidate.completedOn());
                if (!once.add(day)) {
                    several.add(day);
                }
            }
        }
        return new Maxima(several);
    }

    /// The credits that the maximum leaves of those claimed. Ask once for each completion, oldest
    /// first.
    int takeCredits(Activity.Code code, Activity.Revision activity, LocalDate on, int claimed) {
        Used shared = activity.credits() == null ? null : shared(code, activity, on);
        if (shared == null) {
            return claimed;
        }
        int left = Math.max(0, activity.credits().quarters() - shared.credits);
        int taken = Math.min(claimed, left);
        shared.credits += taken;
        return taken;
    }

    /// The same for the patient-safety part.
    int takePatientSafety(Activity.Code code, Activity.Revision activity, LocalDate on, int part) {
        Used shared = activity.patientSafetyCredits() == null ? null : shared(code, activity, on);
        if (shared == null) {
            return part;
        }
        int left = Math.max(0, activity.patientSafetyCredits().quarters() - shared.patientSafety);
        int taken = Math.min(part, left);
        shared.patientSafety += taken;
        return taken;
    }

    Maxima copy() {
        Maxima copy = new Maxima(daysOfSeveral);
        used.forEach(
                (attendance, before) -> {
                    Used same = new Used();
                    same.credits = before.credits;
                    same.patientSafety = before.patientSafety;
                    copy.used.put(attendance, same);
                });
        return copy;
    }

    /// Null where a completion stands alone, so that nothing is shared.
    private @Nullable Used shared(Activity.Code code, Activity.Revision activity, LocalDate on) {
        Attendance attendance =
                new Attendance(code, activity.creditsPer() == CreditsPer.ACTIVITY ? null : on);
        return attendance.on() == null || daysOfSeveral.contains(attendance)
                ? used.computeIfAbsent(attendance, _ -> new Used())
                : null;
    }
}
