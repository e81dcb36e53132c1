package cme.credit.rosterfile;

import cme.credit.posting.CompletionForm;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/// Fields that a roster gives once for all its rows; the field of a row takes precedence.
record RosterDefaults(ObjectNode values) {
    /// Fields of a row that a roster may have at its top.
    static final List<String> FIELDS = CompletionForm.CONTENT_FIELDS;

    /// Adds the fields that the row lacks. A row with an activity gets no title, and vice versa.
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
