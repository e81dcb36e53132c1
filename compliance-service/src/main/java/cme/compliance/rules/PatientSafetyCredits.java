package cme.compliance.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rule for `patient-safety`: so many patient-safety credits within the window. They are a part
/// of the credits of a completion, not on top of them. Amounts are quarter credits.
///
/// Source: the board's resource page, 20 credits in three years; that they lie inside the total is
/// from other public text (domain.md, sections 2 and 3.6).
public record PatientSafetyCredits(
        Id id,
        String title,
        Pathway pathway,
        List<Integer> dueYears,
        int lookBackYears,
        Credits credits)
        implements Requirement {

    private static final int UNKNOWN = -1;

    public PatientSafetyCredits {
        dueYears = List.copyOf(dueYears);
        Requirement.check(id, dueYears, lookBackYears, credits.quarters());
    }

    @Override
    public Amount required() {
        return Amount.of(credits);
    }

    Tally tally(WindowEvidence evidence) {
        Tally tally = new Tally(required(), evidence.term());
        CreditLimits limits = CreditLimits.of(evidence);
        for (WindowEvidence.Entry entry : evidence.inWindow()) {
            Candidate candidate = entry.candidate();
            int part = partOf(candidate);
            if (entry.exclusion() != null) {
                if (part != 0) {
                    tally.leaveOut(candidate, entry.exclusion());
                }
                continue;
            }
            CreditLimits.Share share = share(candidate, limits);
            if (part == UNKNOWN) {
                tally.leaveOut(candidate, Exclusion.SPLIT_NEEDED);
            } else {
                tally.count(candidate, share);
            }
        }
        return tally;
    }

    static CreditLimits.Share share(Candidate candidate, CreditLimits limits) {
        return limits.patientSafety(
                candidate.code(),
                candidate.activity(),
                candidate.completedOn(),
                candidate.credits(),
                Math.max(0, partOf(candidate)));
    }

    /// Step 6, in quarter credits. The part is what was posted. If none was posted, it follows from
    /// the activity, and a maximum that was raised after the day of completion takes nothing away
    /// from what was known then and adds nothing to it.
    private static int partOf(Candidate candidate) {
        Completion.Revision completion = candidate.state();
        if (completion.patientSafetyCredits() != null) {
            return completion.patientSafetyCredits().quarters();
        }
        return partNotPosted(completion.credits(), candidate.activity(), candidate.whenCompleted());
    }

    private static int partNotPosted(
            Credits claimed,
            Activity.@Nullable Revision activity,
            Activity.@Nullable Revision whenCompleted) {
        int now = partNotPosted(claimed, activity);
        int then = partNotPosted(claimed, whenCompleted);
        return now == UNKNOWN || then == UNKNOWN ? Math.max(now, then) : Math.min(now, then);
    }

    /// None of it where the activity's patient-safety maximum is 0, all of it where the activity is
    /// wholly patient safety, the maximum where its full credit was claimed. Otherwise the part is
    /// unknown: it is never guessed pro rata.
    private static int partNotPosted(Credits claimed, Activity.@Nullable Revision activity) {
        if (activity == null || activity.patientSafetyCredits() == null) {
            return UNKNOWN;
        }
        if (activity.patientSafetyCredits().equals(Credits.ZERO)) {
            return 0;
        }
        if (activity.credits() == null) {
            return UNKNOWN;
        }
        if (activity.patientSafetyCredits().equals(activity.credits())) {
            return claimed.quarters();
        }
        boolean fullClaim = claimed.compareTo(activity.credits()) >= 0;
        return fullClaim ? activity.patientSafetyCredits().quarters() : UNKNOWN;
    }

    /// Whether an activity whose credits are not confirmed may have a patient-safety part: the
    /// board has approved it for patient safety on that day, or it is said to have one.
    static boolean mayHaveAPart(Activity.Revision activity, LocalDate on) {
        Credits part = activity.patientSafetyCredits();
        return part == null
                ? activity.approvedFor(Activity.Purpose.PATIENT_SAFETY, on)
                : !part.equals(Credits.ZERO);
    }

    /// The patient-safety part of a full claim of an activity when no part is posted, in quarter
    /// credits; zero when it is unknown.
    static int partOfFullClaim(
            Activity.Revision activity, Activity.@Nullable Revision whenCompleted) {
        return activity.credits() == null
                ? 0
                : Math.max(0, partNotPosted(activity.credits(), activity, whenCompleted));
    }
}
