package cme.credit.roster;

import cme.credit.posting.JudgedRow;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

/// A row of a roster as it is kept.
///
/// @param posting the posting of the roster with which the row came, from 1
/// @param content the posted JSON, to be handed back and mended; null of a recorded row and of one
///   that could not be read
record RosterRow(int posting, RosterRowView view, @Nullable String content) {

    static RosterRow of(int posting, JudgedRow result) {
        RosterRowView view = RosterRowView.of(result, false);
        JsonNode json = result.reading().json();
        boolean keep = view.outcome() != RowOutcome.RECORDED && json != null;
        return new RosterRow(posting, view, keep ? json.toString() : null);
    }
}
