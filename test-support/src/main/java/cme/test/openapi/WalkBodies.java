package cme.test.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Makes bodies from the examples of a document: valid ones, and others in which one field is
/// missing, null, of another type, too long or out of range.
final class WalkBodies {

    private static final long SEED = 20_261_129;
    private static final int SOME = 8;

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Bodies that are no object at all, or not even JSON.
    private static final List<String> NO_OBJECTS =
            List.of(
                    "",
                    "null",
                    "[]",
                    "{}",
                    "1",
                    "\"x\"",
                    "{",
                    "[".repeat(100),
                    "{\"a\":1e999999999}");

    private static final List<JsonNode> ODD_VALUES =
            Stream.of(
                            "null",
                            "\"\"",
                            "\" \"",
                            "\"" + "x".repeat(3_000) + "\"",
                            "7",
                            "-1",
                            "0.1",
                            "1e30",
                            "true",
                            "[]",
                            "{}",
                            "[1]",
                            "[null]",
                            "[{}]",
                            "\"9999-12-31\"",
                            "\"\\u0000\"",
                            "\"\\ud800\"")
                    .map(WalkBodies::parsed)
                    .toList();

    private final UnaryOperator<String> replacement;
    private final Random random = new Random(SEED);

    WalkBodies(UnaryOperator<String> replacement) {
        this.replacement = replacement;
    }

    /// The first example of a body; empty when there is none.
    byte[] valid(OpenApiDocument document, Operation operation, String type) {
        return example(document, operation, type)
                .map(example -> bytes(type, example))
                .orElse(new byte[0]);
    }

    List<byte[]> of(OpenApiDocument document, Operation operation, String type) {
        var bodies = new ArrayList<byte[]>();
        NO_OBJECTS.forEach(text -> bodies.add(text.getBytes(StandardCharsets.UTF_8)));
        bodies.add(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 'a'});
        example(document, operation, type)
                .ifPresent(
                        example -> {
                            byte[] whole = bytes(type, example);
                            bodies.add(whole);
                            bodies.add(Arrays.copyOf(whole, whole.length / 2));
                            if (Answer.isJson(type)) {
                                addChanged(example, example, bodies);
                            }
                        });
        return bodies;
    }

    /// The valid body with the text in the place of one field of its schema, for every field that
    /// may be a text: by the name of the field, or of the list that it is an item of.
    List<Map.Entry<String, byte[]>> withText(
            OpenApiDocument document, Operation operation, String type, String text) {
        JsonNode schema =
                operation.node().path("requestBody").path("content").path(type).path("schema");
        var bodies = new ArrayList<Map.Entry<String, byte[]>>();
        example(document, operation, type)
                .ifPresent(
                        example ->
                                WalkTexts.fields(document, schema)
                                        .forEach(
                                                field ->
                                                        bodies.add(
                                                                Map.entry(
                                                                        field.name(),
                                                                        bytes(
                                                                                field.set(
                                                                                        example
                                                                                                .deepCopy(),
                                                                                        text))))));
        return bodies;
    }

    /// Changes every field once, at any depth; in a list those of the first item.
    private void addChanged(JsonNode root, JsonNode at, List<byte[]> bodies) {
        if (at instanceof ObjectNode object) {
            for (String name : object.properties().stream().map(Map.Entry::getKey).toList()) {
                JsonNode value = object.remove(name);
                bodies.add(bytes(root));
                for (JsonNode odd : oddValues()) {
                    object.set(name, odd);
                    bodies.add(bytes(root));
                }
                object.set(name, value);
                addChanged(root, value, bodies);
            }
            object.put("nonsense", 1);
            bodies.add(bytes(root));
            object.remove("nonsense");
        } else if (at instanceof ArrayNode array && !array.isEmpty()) {
            addChanged(root, array.get(0), bodies);
        }
    }

    /// Null, and some of the others: the same in every walk.
    private List<JsonNode> oddValues() {
        var shuffled = new ArrayList<>(ODD_VALUES.subList(1, ODD_VALUES.size()));
        Collections.shuffle(shuffled, random);
        var some = new ArrayList<>(shuffled.subList(0, SOME));
        some.add(ODD_VALUES.getFirst());
        return some;
    }

    private Optional<JsonNode> example(OpenApiDocument document, Operation operation, String type) {
        JsonNode media = operation.node().path("requestBody").path("content").path(type);
        return Examples.of(document, media).stream()
                .findFirst()
                .map(
                        example ->
                                Answer.isJson(type)
                                        ? parsed(
                                                replacement.apply(
                                                        Examples.parsed(example).toString()))
                                        : TextNode.valueOf(replacement.apply(example.asText())));
    }

    private static byte[] bytes(String type, JsonNode example) {
        if (Answer.isJson(type)) {
            return bytes(example);
        }
        return example.asText().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
