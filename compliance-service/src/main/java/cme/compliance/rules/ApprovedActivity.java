package cme.compliance.rules;

import java.util.List;

/// The rule for `patient-safety-activity`: so many whole activities within the window that the
/// board had approved for a purpose on the day of completion. Credits play no part, and learning
/// outside the catalog has no approval and never serves.
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
        Tally tally = new Tally(required());
        for (WindowEvidence.Entry entry : evidence.inWindow()) {
            Candidate candidate = entry.candidate();
            Activity.Revision activity = candidate.activity();
            if (activity == null || !activity.approvedFor(purpose, candidate.completedOn())) {
                continue;
            }
            if (entry.exclusion() != null) {
                tally.leaveOut(candidate, entry.exclusion());
            } else {
                tally.count(candidate, Amount.QUARTERS_IN_ONE);
            }
        }
        return tally;
    }
}
