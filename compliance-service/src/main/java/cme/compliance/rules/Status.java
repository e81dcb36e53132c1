package cme.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The readiness of a diplomate on a day, as known at an instant. Only the board decides about a
/// certificate.
///
/// @param pathway the pathway on the as-of date
/// @param summary one sentence to act on, with the arithmetic
/// @param nextDeadline the earliest deadline of an open finding, on or after the as-of date
/// @param nextChangeOn the next date on which the state of a finding changes although nothing is
///   posted, or on which the next cycle begins
/// @param findings by due year, then as the rule set orders them
/// @param countedNowhere oldest first: every completion looked at that no finding counts
public record Status(
        DiplomateId diplomate,
        LocalDate asOf,
        Instant knownAt,
        RuleSet.Id ruleSet,
        int ruleSetVersion,
        CyclePosition cycle,
        Pathway pathway,
        Standing standing,
        String summary,
        @Nullable LocalDate nextDeadline,
        @Nullable LocalDate nextChangeOn,
        Basis basis,
        List<Finding> findings,
        List<Evidence.NotCounted> countedNowhere) {

    public Status {
        findings = List.copyOf(findings);
        countedNowhere = List.copyOf(countedNowhere);
    }

    /// @param year year of the cycle in which the as-of date lies; below 1 before it, beyond the
    ///   length after it
    public record CyclePosition(int startYear, int endYear, int year) {}

    /// @param completions completions known, withdrawn ones and those after the as-of date included
    /// @param latestRecordedAt when the latest known revision of a completion was recorded, null
    ///   when there is none
    public record Basis(int completions, @Nullable Instant latestRecordedAt) {}
}
