package cme.credit.rosterfile;

import cme.credit.posting.CompletionForm;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/// What a roster says once for all its rows; a row that says otherwise has the last word.
record RosterDefaults(ObjectNode values) {
    /// Fields of a row that may stand at the top of a roster.
    static final List<String> FIELDS = CompletionForm.CONTENT_FIELDS;

    /// Puts what the row lacks. A row with an activity gets no title, and the other way round.
    void fill(ObjectNode row) {
        boolean named = row.hasNonNull("activity") || row.hasNonNull("title");
        for (String field : FIELDS) {
            boolean name = field.equals("activity") || field.equals("title");
            if (!row.hasNonNull(field) && values.hasNonNull(field) && !(name && named)) {
                row.set(field, values.get(field));
            }
        }
    }
}
