package cme.compliance.rules;

import java.util.List;

/// The rule for `cme-total`: so many CME credits of any kind within the window. Learning outside
/// the catalog counts too. Amounts are quarter credits.
///
/// Source: the board's resource page, 150 credits in three years (domain.md, section 2).
public record CreditTotal(
        Id id,
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

    Tally tally(WindowEvidence evidence) {
        Tally tally = new Tally(required());
        Caps caps = new Caps();
        for (WindowEvidence.Entry entry : evidence.inWindow()) {
            Candidate candidate = entry.candidate();
            if (entry.exclusion() != null) {
                tally.leaveOut(candidate, entry.exclusion());
                continue;
            }
            int counted = caps.take(candidate);
            tally.count(candidate, counted);
            tally.overCap(candidate, candidate.credits() - counted);
        }
        return tally;
    }
}
