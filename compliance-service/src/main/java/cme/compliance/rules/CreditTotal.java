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
        Tally tally = new Tally(required(), evidence.term());
        CreditLimits limits = CreditLimits.of(evidence);
        for (WindowEvidence.Entry entry : evidence.inWindow()) {
            Candidate candidate = entry.candidate();
            if (entry.exclusion() != null) {
                tally.leaveOut(candidate, entry.exclusion());
                continue;
            }
            tally.count(candidate, share(candidate, limits));
        }
        return tally;
    }

    static CreditLimits.Share share(Candidate candidate, CreditLimits limits) {
        return limits.credits(
                candidate.code(),
                candidate.activity(),
                candidate.completedOn(),
                candidate.credits());
    }
}
