package cme.chassis.json;

import cme.chassis.problem.Violation;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// Reads the items of a list for [Fields].
///
/// @param violations gets those that are found
record Items(List<Violation> violations) {

    interface Reader<T> {
        T read(JsonNode value, String pointer);
    }

    <T> List<T> read(JsonNode list, String pointer, int maxItems, Reader<T> reader) {
        if (!list.isArray()) {
            violations.add(new Violation(pointer, "type", "This must be a list."));
            return List.of();
        }
        if (list.size() > maxItems) {
            violations.add(
                    new Violation(pointer, "too-many", "At most %d items.".formatted(maxItems)));
            return List.of();
        }
        var items = new ArrayList<T>();
        for (int i = 0; i < list.size(); i++) {
            items.add(reader.read(list.get(i), pointer + "/" + i));
        }
        return items;
    }

    String text(JsonNode value, String pointer, int maxLength) {
        String text = PlainText.meant(value.asText());
        if (!value.isTextual() || text.isEmpty()) {
            violations.add(new Violation(pointer, "type", "This must be a text."));
        } else if (text.length() > maxLength) {
            violations.add(new Violation(pointer, "too-long", "Too long."));
        } else if (!PlainText.is(text)) {
            violations.add(new Violation(pointer, "control-character", PlainText.EXPECTED));
        }
        return text;
    }
}
