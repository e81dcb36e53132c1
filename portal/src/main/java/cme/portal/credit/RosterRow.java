package cme.portal.credit;

import cme.portal.services.Absent;
import cme.portal.services.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The outcome of a row of a roster; with its content only when rows are listed.
///
/// @param row From 1, a header not counted
/// @param completion Of a row that is recorded, a duplicate, withdrawn or in conflict
/// @param reason Why a row is held; of a row in conflict `external-id-taken`; of a withdrawn one
///   `withdrawn`, or `board-decided` when it cannot be put back
/// @param detail What a conflict is about, and what to do
/// @param differences In what a row in conflict differs from what is recorded under its
///   `externalId`
/// @param notices What to know about a row that was taken
/// @param errors Everything that is wrong with a rejected row
/// @param content The posted values by the names of their fields, of a row that was not recorded;
///   with the fields that its roster has at the top, and with columns that were passed over
/// @param line The text of a row that could not be read
/// @param contentErasedAt When what was posted was erased: with its diplomate, or a time after the
///   row was settled
public record RosterRow(
        int row,
        @Nullable String externalId,
        String outcome,
        @Nullable String completion,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable String heldRow,
        List<Difference> differences,
        List<Notice> notices,
        List<Violation> errors,
        @Nullable JsonNode content,
        @Nullable String line,
        @Nullable Instant contentErasedAt) {
    public RosterRow {
        differences = Absent.list(differences);
        notices = Absent.list(notices);
        errors = Absent.list(errors);
    }

    /// Something to know about a row, or a roster, that was taken.
    ///
    /// @param code `board-decided`: the board has decided on it, and posting cannot undo that;
    ///   `charset`: the text was not read as UTF-8; `counts-once`: the same thing of that day is
    ///   recorded already, and one of the two counts; `fields-passed-over`: these columns or fields
    ///   have no place here; `number-differs`: it is recorded under another number than the one
    ///   sent; `reinstated`: it was withdrawn and is put back; `same-as-row`: an earlier row of the
    ///   same file says the same; `split-needed`: how much of it is patient safety is not known;
    ///   `stays-withdrawn`: it was withdrawn and does not count; `unknown-focus`: a credit focus
    ///   that does not count as patient safety; `unknown-id-domain`: a domain of a UniqueID that is
    ///   not understood
    public record Notice(String code, String detail) {}

    /// A field in which a row differs from what is recorded.
    ///
    /// @param recorded As it is recorded; null when it is empty
    /// @param sent As it was sent now; null when it is empty
    public record Difference(String field, @Nullable String recorded, @Nullable String sent) {}
}
