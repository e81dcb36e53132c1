package cme.compliance.rules;

import cme.compliance.rules.Activity.Purpose;
import java.util.List;

/// So many activities in the window that the board had approved for a purpose on the day they were
/// completed.
///
/// An activity outside the catalog has no approval and never serves.
public record ApprovedActivity(
        Requirement.Id id,
        String title,
        Pathway pathway,
        List<Integer> dueYears,
        int lookBackYears,
        Purpose purpose,
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

    Tally tally(WindowEvidence docket) {
        Tally tally = new Tally(required());
        for (WindowEvidence.Entry entry : docket.inWindow()) {
            Candidate candidate = entry.candidate();
            Activity.Revision activity = candidate.activity();
            if (activity == null || !activity.approvedFor(purpose, candidate.completedOn())) {
                continue;
            }
            if (entry.setAside() != null) {
                tally.leaveOut(candidate, entry.setAside());
            } else {
                tally.count(candidate, Amount.QUARTERS_IN_ONE);
            }
        }
        return tally;
    }
}
