package cme.compliance.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// So many patient-safety credits in the window. They are a part of the credits of a completion,
/// not on top of them.
public record PatientSafetyPart(
        Requirement.Id id,
        String title,
        Pathway pathway,
        List<Integer> dueYears,
        int lookBackYears,
        Credits credits)
        implements Requirement {

    private static final int UNKNOWN = -1;

    public PatientSafetyPart {
        dueYears = List.copyOf(dueYears);
        Requirement.check(id, dueYears, lookBackYears, credits.quarters());
    }

    @Override
    public Amount required() {
        return Amount.of(credits);
    }

    /// Caps run on the credits, so a completion without a patient-safety part still uses up the cap
    /// of its group; the part counted is at most the credits counted.
    Tally tally(WindowEvidence docket) {
        Tally tally = new Tally(required());
        Caps caps = new Caps();
        for (WindowEvidence.Entry entry : docket.inWindow()) {
            Candidate candidate = entry.candidate();
            int part = partOf(candidate.state(), candidate.activity());
            if (entry.setAside() != null) {
                if (part != 0) {
                    tally.leaveOut(candidate, entry.setAside());
                }
                continue;
            }
            int creditsCounted = caps.take(candidate);
            if (part == UNKNOWN) {
                tally.leaveOut(candidate, Exclusion.SPLIT_NEEDED);
            } else if (part > 0) {
                int counted = Math.min(part, creditsCounted);
                tally.count(candidate, counted);
                tally.overCap(candidate, part - counted);
            }
        }
        return tally;
    }

    /// Step 6, in quarter credits: as posted; all of it when the activity is wholly patient safety;
    /// the activity's patient-safety maximum when its full credit was claimed; otherwise unknown,
    /// never guessed pro rata.
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

    /// What a full claim of an activity brings when no part is posted, in quarter credits; zero
    /// when it is unknown.
    static int partOfFullClaim(Activity.Revision activity) {
        return activity.credits() == null
                ? 0
                : Math.max(0, partNotPosted(activity.credits(), activity));
    }
}
