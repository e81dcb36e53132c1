package cme.test.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/// The fields of a body that may be texts, as its schema names them, at any depth.
final class WalkTexts {

    private static final int MAX_DEPTH = 5;

    private WalkTexts() {}

    /// @param steps the names that lead to it; empty for the first item of a list
    record Field(List<String> steps) {

        Field {
            steps = List.copyOf(steps);
        }

        /// Its own name, or that of the list.
        String name() {
            return steps.stream().filter(step -> !step.isEmpty()).reduce("", (_, last) -> last);
        }

        /// The body with the text there. Objects and lists on the way are added. At the top it may
        /// be the default of rows, which then have none of their own.
        JsonNode set(JsonNode body, String text) {
            JsonNode at = body;
            for (int i = 0; i < steps.size() - 1; i++) {
                at = step(at, steps.get(i), steps.get(i + 1).isEmpty());
            }
            String last = steps.getLast();
            if (at == body) {
                body.forEach(rows -> rows.forEach(row -> removed(row, last)));
            }
            if (at instanceof ObjectNode object) {
                object.put(last, text);
            } else if (at instanceof ArrayNode list) {
                list.removeAll().add(text);
            }
            return body;
        }

        private static void removed(JsonNode row, String name) {
            if (row instanceof ObjectNode object) {
                object.remove(name);
            }
        }

        private static JsonNode step(JsonNode at, String name, boolean toList) {
            JsonNode next = name.isEmpty() ? at.path(0) : at.path(name);
            if (toList ? next.isArray() : next.isObject()) {
                return next;
            }
            if (at instanceof ObjectNode object) {
                return toList ? object.putArray(name) : object.putObject(name);
            }
            ArrayNode list = ((ArrayNode) at).removeAll();
            return toList ? list.addArray() : list.addObject();
        }
    }

    static List<Field> fields(OpenApiDocument document, JsonNode schema) {
        var fields = new ArrayList<Field>();
        add(document, schema, List.of(), fields);
        return fields;
    }

    private static void add(
            OpenApiDocument document, JsonNode reference, List<String> steps, List<Field> fields) {
        if (steps.size() > MAX_DEPTH) {
            return;
        }
        JsonNode schema = document.resolved(reference);
        for (String alternatives : List.of("allOf", "oneOf", "anyOf")) {
            schema.path(alternatives).forEach(one -> add(document, one, steps, fields));
        }
        if (isOf(schema, "string") && !steps.isEmpty()) {
            fields.add(new Field(steps));
        }
        schema.path("properties")
                .properties()
                .forEach(one -> add(document, one.getValue(), then(steps, one.getKey()), fields));
        if (schema.has("items")) {
            add(document, schema.get("items"), then(steps, ""), fields);
        }
    }

    private static boolean isOf(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        return types.asText().equals(type)
                || StreamSupport.stream(types.spliterator(), false)
                        .anyMatch(one -> one.asText().equals(type));
    }

    private static List<String> then(List<String> steps, String step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }
}
