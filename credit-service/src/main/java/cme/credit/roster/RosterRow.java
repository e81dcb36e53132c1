package cme.credit.roster;

import cme.credit.posting.JudgedRow;
import cme.credit.posting.Reading;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

/// A row of a roster as it is kept.
///
/// @param posting the posting of the roster with which the row came, from 1
/// @param content the posted fields, to be handed back and mended; null of a recorded row and of
///   one whose fields could not be told apart
/// @param line the text of a row that could not be read
record RosterRow(
        int posting, RosterRowView view, @Nullable JsonNode content, @Nullable String line) {

    static RosterRow of(int posting, JudgedRow result) {
        RosterRowView view = RosterRowView.of(result, false);
        Reading reading = result.reading();
        boolean keep = view.outcome() != RowOutcome.RECORDED;
        return new RosterRow(posting, view, keep ? reading.json() : null, reading.line());
    }

    @Nullable String contentText() {
        return content == null ? null : content.toString();
    }
}
