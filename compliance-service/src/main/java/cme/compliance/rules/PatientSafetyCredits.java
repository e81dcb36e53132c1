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

    /// Caps apply to the credits, so a completion without a patient-safety part still uses up the
    /// cap of its group; the part counted is at most the credits counted.
    Tally tally(WindowEvidence evidence) {
        Tally tally = new Tally(required());
        Caps caps = new Caps();
        for (WindowEvidence.Entry entry : evidence.inWindow()) {
            Candidate candidate = entry.candidate();
            int part = partOf(candidate.state(), candidate.activity());
            if (entry.exclusion() != null) {
                if (part != 0) {
                    tally.leaveOut(candidate, entry.exclusion());
                }
                continue;
            }
            int creditsCounted = caps.take(candidate);
            if (part == UNKNOWN) {
                tally.leaveOut(candidate, Exclusion.SPLIT_NEEDED);
            } else {
                int counted = Math.min(part, creditsCounted);
                tally.count(candidate, counted);
                tally.overCap(candidate, part - counted);
            }
        }
        return tally;
    }

    /// Step 6, in quarter credits. The part is what was posted. If none was posted, it is all of
    /// the credits where the activity is wholly patient safety, and the activity's patient-safety
    /// maximum where its full credit was claimed. Otherwise it is unknown: it is never guessed pro
    /// rata.
    private static int partOf(
            Completion.Revision completion, Activity.@Nullable Revision activity) {
        return completion.patientSafetyCredits() != null
                ? completion.patientSafetyCredits().quarters()
                : partNotPosted(completion.credits(), activity);
    }

    private static int partNotPosted(Credits claimed, Activity.@Nullable Revision activity) {
        if (activity == null
                || activity.credits() == null
                || activity.patientSafetyCredits() == null) {
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
    static int partOfFullClaim(Activity.Revision activity) {
        return activity.credits() == null
                ? 0
                : Math.max(0, partNotPosted(activity.credits(), activity));
    }
}
