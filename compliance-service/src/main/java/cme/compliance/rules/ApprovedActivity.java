package cme.compliance.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rule for `patient-safety-activity`: so many whole activities within the window that the
/// board had approved for a purpose on the day of completion; one that was approved before or after
/// but not on that day is listed as not approved. Credits play no part, and learning outside the
/// catalog has no approval and never serves.
///
/// Source: the board's resource page for special circumstances; the window of one year is this
/// project's choice (domain.md, sections 2 and 3.8).
public record ApprovedActivity(
        Id id,
        String title,
        Pathway pathway,
        List<Integer> dueYears,
        int lookBackYears,
        Activity.Purpose purpose,
        int activities)
        implements Requirement {

    public ApprovedActivity {
        dueYears = List.copyOf(dueYears);
        Requirement.check(id, dueYears, lookBackYears, activities);
    }

    @Override
    public Amount required() {
        return Amount.activities(activities);
    }

    Tally tally(WindowEvidence evidence) {
        Tally tally = new Tally(required(), evidence.term());
        for (WindowEvidence.Entry entry : evidence.inWindow()) {
            Candidate candidate = entry.candidate();
            Activity.Revision activity = candidate.activity();
            if (activity == null || !activity.everApprovedFor(purpose)) {
                continue;
            }
            if (entry.exclusion() != null) {
                tally.leaveOut(candidate, entry.exclusion());
            } else if (serves(activity, candidate.completedOn())) {
                tally.count(candidate, Amount.QUARTERS_IN_ONE);
            } else {
                tally.leaveOut(candidate, Exclusion.NOT_APPROVED);
            }
        }
        return tally;
    }

    boolean serves(Activity.@Nullable Revision activity, LocalDate date) {
        return activity != null && activity.approvedFor(purpose, date);
    }
}
