package cme.compliance.rules;

import java.util.List;

/// So many credits of any kind in the window. Activities outside the catalog count too.
public record CreditTotal(
        Requirement.Id id,
        String title,
        Pathway pathway,
        List<Integer> dueYears,
        int lookBackYears,
        Credits credits)
        implements Requirement {

    public CreditTotal {
        dueYears = List.copyOf(dueYears);
        Requirement.check(id, dueYears, lookBackYears, credits.quarters());
    }

    @Override
    public Amount required() {
        return Amount.of(credits);
    }

    Tally tally(WindowEvidence docket) {
        Tally tally = new Tally(required());
        Caps caps = new Caps();
        for (WindowEvidence.Entry entry : docket.inWindow()) {
            Candidate candidate = entry.candidate();
            if (entry.setAside() != null) {
                tally.leaveOut(candidate, entry.setAside());
                continue;
            }
            int claimed = candidate.credits();
            int counted = caps.take(candidate);
            tally.count(candidate, counted);
            tally.overCap(candidate, claimed - counted);
        }
        return tally;
    }
}
