package cme.portal.compliance;

import cme.portal.services.Absent;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Numbers of diplomates and of findings on a day.
///
/// @param diplomates The diplomates with a cycle
/// @param standings The number of diplomates of each standing
/// @param deadlines By deadline and state, the earliest deadline first
/// @param pending Diplomates who wait for a reassessment; their counts may be out of date
public record Summary(
        LocalDate asOf,
        long diplomates,
        Map<String, Long> standings,
        List<FindingCount> findings,
        List<DeadlineCount> deadlines,
        long pending) {
    public Summary {
        standings = Absent.map(standings);
        findings = Absent.list(findings);
        deadlines = Absent.list(deadlines);
    }

    /// How many findings of a requirement and due year are in a state.
    public record FindingCount(String requirement, int dueYear, String state, long count) {}

    /// How many findings of a deadline are in a state.
    ///
    /// @param count The number of findings
    /// @param diplomates The number of diplomates who have them
    public record DeadlineCount(LocalDate deadline, String state, long count, long diplomates) {}
}
