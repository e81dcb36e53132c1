package cme.portal.compliance;

import cme.portal.services.Absent;
import cme.portal.services.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The cycle of a diplomate.
///
/// @param cycleStartYear The calendar year that is Year 1
/// @param certifiedOn Nothing completed before counts
public record Cycle(
        String diplomateId,
        String ruleSet,
        int cycleStartYear,
        LocalDate certifiedOn,
        int revision,
        Instant recordedAt,
        String recordedBy) {
    /// The request to record or change a cycle.
    public record Request(String ruleSet, int cycleStartYear, LocalDate certifiedOn) {}

    /// One of the cycles of a diplomate.
    ///
    /// @param cycleStartYear The calendar year that is Year 1
    /// @param cycleEndYear The last calendar year of the cycle
    /// @param certifiedOn Nothing completed before counts
    public record InSequence(
            String ruleSet,
            int cycleStartYear,
            int cycleEndYear,
            LocalDate certifiedOn,
            int revision,
            Instant recordedAt,
            String recordedBy) {}

    /// The outcome of a file of cycles.
    ///
    /// @param dryRun True when nothing was recorded
    /// @param results All rows; if there are more than 1,000, only the rejected ones
    /// @param moreRejected Rejected rows that `results` leaves out: it has 1,000 violations
    public record Import(
            boolean dryRun,
            int rows,
            int created,
            int replaced,
            int unchanged,
            int rejected,
            List<ImportedRow> results,
            int moreRejected) {
        public Import {
            results = Absent.list(results);
        }
    }

    /// The outcome of one row of a file of cycles.
    ///
    /// @param row From 1; the header does not count
    public record ImportedRow(
            int row, @Nullable String diplomateId, String outcome, List<Violation> errors) {
        public ImportedRow {
            errors = Absent.list(errors);
        }
    }
}
