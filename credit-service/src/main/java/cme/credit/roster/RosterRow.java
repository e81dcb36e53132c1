package cme.credit.roster;

import cme.credit.posting.JudgedRow;
import cme.credit.posting.Reading;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of a roster as it is kept.
///
/// @param posting the posting of the roster with which the row came, from 1
/// @param content the posted fields, to be handed back and mended; null of a recorded row, of a
///   duplicate, which says the same as the first one, and of one whose fields could not be told
///   apart
/// @param line the text of a row that could not be read
/// @param contentErasedAt when the posted fields and the text were erased; null when they were not
record RosterRow(
        int posting,
        RosterRowView view,
        @Nullable JsonNode content,
        @Nullable String line,
        @Nullable Instant contentErasedAt) {

    static RosterRow of(int posting, JudgedRow result) {
        RosterRowView view = RosterRowView.of(result, false);
        Reading reading = result.reading();
        boolean keep =
                view.outcome() != RowOutcome.RECORDED && view.outcome() != RowOutcome.DUPLICATE;
        return new RosterRow(posting, view, keep ? reading.json() : null, reading.line(), null);
    }

    /// Everything that there is to say about the row, as one text; empty when it is nothing.
    String explanation() {
        String why = view.explanation();
        return contentErasedAt == null
                ? why
                : (why
                                + " What was posted was erased on %s; it is in your own records only."
                                        .formatted(contentErasedAt))
                        .strip();
    }

    @Nullable String contentText() {
        return content == null ? null : content.toString();
    }
}
