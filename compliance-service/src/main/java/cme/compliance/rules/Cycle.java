package cme.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;

/// The certification cycle of a diplomate: its rule set, its first year, and the day of
/// certification.
///
/// @param startYear the calendar year that is Year 1
/// @param certifiedOn nothing completed before this date counts
public record Cycle(RuleSet.Id ruleSet, int startYear, LocalDate certifiedOn, Instant recordedAt) {

    /// The first day of Year 1.
    public LocalDate begins() {
        return LocalDate.of(startYear, 1, 1);
    }

    public int calendarYear(int year) {
        return startYear + year - 1;
    }
}
