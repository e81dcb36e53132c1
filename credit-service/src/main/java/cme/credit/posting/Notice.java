package cme.credit.posting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Something that the sender should know about a posting that was taken.
@Schema(name = "Notice")
public record Notice(
        @Schema(
                        enumeration = {
                            "board-decided",
                            "charset",
                            "counts-once",
                            "fields-passed-over",
                            "number-differs",
                            "reinstated",
                            "same-as-row",
                            "split-needed",
                            "stays-withdrawn",
                            "unknown-focus",
                            "unknown-id-domain"
                        },
                        examples = "counts-once",
                        description =
                                "`board-decided`: the board has decided on it, and posting cannot undo that;"
                                        + " `charset`: the text was not read as UTF-8;"
                                        + " `counts-once`: the same thing of that day is recorded already, and one of"
                                        + " the two counts;"
                                        + " `fields-passed-over`: these columns or fields have no place here;"
                                        + " `number-differs`: it is recorded under another number than the one sent;"
                                        + " `reinstated`: it was withdrawn and is put back;"
                                        + " `same-as-row`: an earlier row of the same file says the same;"
                                        + " `split-needed`: how much of it is patient safety is not known;"
                                        + " `stays-withdrawn`: it was withdrawn and does not count;"
                                        + " `unknown-focus`: a credit focus that does not count as patient safety;"
                                        + " `unknown-id-domain`: a domain of a UniqueID that is not understood")
                String code,
        @Schema(
                        examples =
                                "ASPS-2026-0412-16 is the same thing on the same day: one of the two counts.")
                String detail) {

    private static final String SESSIONS =
            "one of the two counts. Were they different sessions, send each with its session.";

    /// @param other the sender's name of the other completion
    /// @param row of the other one, if it is in the same file
    static Notice countsOnce(String other, int row) {
        String place = row == KnownPosting.EARLIER ? "" : " (row %d)".formatted(row);
        return new Notice(
                "counts-once",
                "%s%s is the same thing on the same day for the same person: %s"
                        .formatted(other, place, SESSIONS));
    }

    /// Somebody else has posted the other one.
    static Notice countsOnce() {
        return new Notice(
                "counts-once",
                "Somebody else has posted this activity for the same person and day: " + SESSIONS);
    }

    static Notice sameAsRow(int row) {
        return new Notice("same-as-row", "Row %d of this file says the same.".formatted(row));
    }

    static Notice staysWithdrawn() {
        return new Notice(
                "stays-withdrawn",
                "It was withdrawn and does not count. Posting it again with ?reinstate=true puts it back.");
    }

    static Notice withdrawnByBoard() {
        return new Notice(
                "board-decided",
                "It does not count: the board has decided on it, and posting it again does not put it back. Propose the correction (correction-proposals), or ask the board office.");
    }

    /// @param earlier the sender's name of what it said before
    static Notice overruled(String earlier) {
        return new Notice(
                "board-decided",
                "It waits for the board, which has decided otherwise about the same under %s."
                        .formatted(earlier));
    }

    static Notice reinstated() {
        return new Notice("reinstated", "It was withdrawn, and this posting puts it back.");
    }

    /// @param recorded number of the diplomate that was found
    static Notice numberDiffers(String recorded) {
        return new Notice(
                "number-differs",
                "It is recorded under the number %s, not under the diplomateId that was sent: correct that in your records."
                        .formatted(recorded));
    }

    static Notice splitNeeded() {
        return new Notice(
                "split-needed",
                "Without patientSafetyCredits it is not known how much of it is patient safety, and nothing counts as that. Correct it with the part.");
    }

    public static Notice charset(String charset) {
        return new Notice("charset", "The text was read as %s.".formatted(charset));
    }

    /// The same for many rows of which the answer does not list each.
    public Notice inRows(int rows) {
        return new Notice(code, "In %,d rows. For example: %s".formatted(rows, detail));
    }
}
