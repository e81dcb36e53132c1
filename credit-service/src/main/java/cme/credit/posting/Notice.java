package cme.credit.posting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Something that the sender should know about a posting that was taken.
@Schema(name = "Notice")
public record Notice(
        @Schema(
                        examples = "counts-once",
                        description =
                                "`counts-once`: the same sender has recorded the same thing of that day under another"
                                        + " name; `stays-withdrawn`: it was withdrawn and does not count;"
                                        + " of a roster as a whole: `fields.passed-over`, `credit-focus.unknown`,"
                                        + " `unique-id.unknown`")
                String code,
        @Schema(examples = "ASPS-2026-0412-16 is the same thing of that day: the two count once.")
                String detail) {

    /// @param other the sender's name of the other completion
    static Notice countsOnce(String other) {
        return new Notice(
                "counts-once", other + " is the same thing of that day: the two count once.");
    }

    static Notice staysWithdrawn() {
        return new Notice(
                "stays-withdrawn",
                "It was withdrawn and does not count. A correction makes it count again.");
    }
}
