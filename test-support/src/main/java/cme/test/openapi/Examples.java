package cme.test.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The examples of bodies in a document: every body has one, and keeps to its own schema.
final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Examples() {}

    /// One sentence for each body of an operation without an example, and for each wrong example.
    static Stream<String> flaws(OpenApiDocument document, Operation operation) {
        return document.contents(operation)
                .flatMap(content -> content.properties().stream())
                .flatMap(media -> flaws(document, operation, media));
    }

    private static Stream<String> flaws(
            OpenApiDocument document, Operation operation, Map.Entry<String, JsonNode> media) {
        String place = operation.id() + " " + media.getKey();
        JsonNode schema = media.getValue().path("schema");
        if (document.resolved(schema).path("format").asText().equals("binary")) {
            return Stream.empty();
        }
        List<JsonNode> examples = of(document, media.getValue());
        if (examples.isEmpty()) {
            return Stream.of(place + " has no example.");
        }
        return Answer.isJson(media.getKey()) && !schema.isMissingNode()
                ? examples.stream()
                        .flatMap(e -> document.violations(schema, parsed(e)).stream())
                        .map(violation -> place + " has an example that is wrong: " + violation)
                : Stream.empty();
    }

    /// The examples of a body, beside its schema or in it.
    static List<JsonNode> of(OpenApiDocument document, JsonNode media) {
        var examples = new ArrayList<JsonNode>();
        if (media.has("example")) {
            examples.add(media.get("example"));
        }
        media.path("examples").forEach(example -> examples.add(example.path("value")));
        JsonNode schema = document.resolved(media.path("schema"));
        schema.path("examples").forEach(examples::add);
        if (examples.isEmpty() && schema.has("items")) {
            document.resolved(schema.get("items"))
                    .path("examples")
                    .forEach(item -> examples.add(JSON.createArrayNode().add(item)));
        }
        return examples;
    }

    /// JSON may be given as text.
    static JsonNode parsed(JsonNode example) {
        try {
            return example.isTextual() ? JSON.readTree(example.textValue()) : example;
        } catch (IOException e) {
            return example;
        }
    }
}
