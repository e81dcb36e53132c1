package cme.portal.compliance;

import cme.portal.services.Absent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How ready a diplomate is on a day, as known at an instant.
///
/// @param ruleSetVersion The version of the rule set
/// @param summary One sentence to act on
/// @param nextChangeOn Next date on which the answer changes with nothing posted
/// @param findings By due year, then as the rule set orders them
public record Status(
        String diplomateId,
        LocalDate asOf,
        Instant knownAt,
        String ruleSet,
        int ruleSetVersion,
        CyclePosition cycle,
        String pathway,
        String standing,
        String summary,
        @Nullable LocalDate nextDeadline,
        @Nullable LocalDate nextChangeOn,
        Basis basis,
        List<Finding> findings,
        List<Finding.NotCounted> countedNowhere) {
    public Status {
        findings = Absent.list(findings);
        countedNowhere = Absent.list(countedNowhere);
    }

    /// The cycle and the year of it.
    public record CyclePosition(int startYear, int endYear, int year) {}

    /// How many completions are known, and the newest of them.
    ///
    /// @param completions Completions known, withdrawn ones included
    public record Basis(int completions, @Nullable Instant latestRecordedAt) {}
}
