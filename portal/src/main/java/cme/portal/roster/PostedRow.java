package cme.portal.roster;

import cme.portal.credit.RosterRow;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A row with the values that somebody posted or typed, by the names of their fields.
///
/// @param key tells the rows of a roster apart: numbers begin again with every posting
/// @param values every field of [#FIELDS]; empty where nothing stands
record PostedRow(String key, Map<String, String> values) {

    /// The columns of a roster, in the order of its form.
    static final List<String> FIELDS =
            List.of(
                    "externalId",
                    "diplomateId",
                    "npi",
                    "familyName",
                    "birthMonthDay",
                    "activity",
                    "title",
                    "completedOn",
                    "session",
                    "credits",
                    "patientSafetyCredits",
                    "category",
                    "provider");

    /// As it was posted.
    static PostedRow of(RosterRow row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : FIELDS) {
            JsonNode value = row.content() == null ? null : row.content().get(field);
            values.put(field, value == null || value.isNull() ? "" : value.asText().strip());
        }
        if (Objects.requireNonNull(values.get("externalId")).isEmpty()) {
            values.put("externalId", Objects.requireNonNullElse(row.externalId(), ""));
        }
        return new PostedRow(
                row.row() + " " + Objects.requireNonNullElse(row.externalId(), ""), values);
    }

    String value(String field) {
        return Objects.requireNonNullElse(values.get(field), "");
    }

    boolean isEmpty() {
        return values.values().stream().allMatch(String::isEmpty);
    }
}
