package cme.portal.credit;

import cme.portal.services.Absent;
import cme.portal.services.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The identity of a diplomate.
///
/// @param familyName Null when it was erased
/// @param mergedInto The diplomate who remains after a merge; everything of this number is theirs
/// @param insistence Why the board insisted, with this revision, that this is nobody else who looks
///   alike
/// @param erasedAt When the names, the day of birth and the NPI were erased; the number remains
public record Identity(
        String diplomateId,
        @Nullable String npi,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String birthMonthDay,
        @Nullable String mergedInto,
        @Nullable String insistence,
        int revision,
        Instant updatedAt,
        @Nullable Instant erasedAt) {
    /// The request to record or change who a diplomate is.
    ///
    /// @param birthMonthDay MM-DD
    public record Request(
            @Nullable String npi,
            @Nullable String givenName,
            String familyName,
            @Nullable String birthMonthDay) {}

    /// One recorded state of who a diplomate is.
    ///
    /// @param familyName Null when it was erased
    /// @param mergedInto The diplomate who remains after a merge; everything of this number is
    ///   theirs
    /// @param insistence Why the board insisted, with this revision, that this is nobody else who
    ///   looks alike
    /// @param erasedAt When the names, the day of birth and the NPI were erased; the number remains
    public record Revision(
            String diplomateId,
            @Nullable String npi,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String birthMonthDay,
            @Nullable String mergedInto,
            @Nullable String insistence,
            int revision,
            Instant updatedAt,
            @Nullable Instant erasedAt,
            String updatedBy) {}

    /// The outcome of a file of identities.
    ///
    /// @param dryRun True when nothing was recorded
    /// @param results Every row; of more than 1,000 rows only those that were rejected
    /// @param moreRejected Rejected rows that `results` leaves out: it has 1,000 violations
    public record Import(
            boolean dryRun,
            int rows,
            int added,
            int changed,
            int unchanged,
            int rejected,
            List<ImportedRow> results,
            int moreRejected) {
        public Import {
            results = Absent.list(results);
        }
    }

    /// The outcome of one row of a file of identities.
    public record ImportedRow(
            int row, @Nullable String diplomateId, String outcome, List<Violation> errors) {
        public ImportedRow {
            errors = Absent.list(errors);
        }
    }
}
