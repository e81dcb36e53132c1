package cme.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;

/// The certification cycle of a diplomate: which rules, from which year, and since when the
/// diplomate is certified.
///
/// @param startYear the calendar year that is Year 1
/// @param certifiedOn nothing completed before this date counts
public record Cycle(RuleSet.Id ruleSet, int startYear, LocalDate certifiedOn, Instant recordedAt) {

    public int calendarYear(int year) {
        return startYear + year - 1;
    }
}
