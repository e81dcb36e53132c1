package cme.chassis.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;

/// Reads flat JSON objects off a stream, however large what surrounds them is.
public final class FlatJson {
    /// More fields than any row could have, with room for misspelt ones.
    private static final int MAX_FIELDS = 60;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// Parsers with bounds on everything that one token can be.
    public static final JsonFactory PARSERS =
            new JsonFactoryBuilder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(20)
                                    .maxNumberLength(40)
                                    .maxStringLength(20_000)
                                    .maxNameLength(200)
                                    .build())
                    .build();

    private FlatJson() {}

    /// An object that was read off, or why it was passed over.
    public sealed interface Row {
        record Flat(ObjectNode content) implements Row {}

        record Broken(String code, String detail) implements Row {}
    }

    /// Reads the value at which the parser stands, to its end.
    public static Row read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new Row.Broken("type", "A row is an object.");
        }
        ObjectNode content = NODES.objectNode();
        boolean repeated = false;
        int fields = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields++;
            repeated |= content.has(name);
            if (fields <= MAX_FIELDS) {
                content.set(name, value(parser));
            } else {
                parser.skipChildren();
            }
        }
        if (fields > MAX_FIELDS) {
            return new Row.Broken("too-many", "A row has at most " + MAX_FIELDS + " fields.");
        }
        return repeated
                ? new Row.Broken("repeated", "A field stands twice in this row.")
                : new Row.Flat(content);
    }

    /// The value at which the parser stands; of an array or object only that it is one.
    public static JsonNode value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case START_OBJECT -> {
                parser.skipChildren();
                yield NODES.objectNode();
            }
            case START_ARRAY -> {
                parser.skipChildren();
                yield NODES.arrayNode();
            }
            case VALUE_NULL,
                    VALUE_EMBEDDED_OBJECT,
                    FIELD_NAME,
                    END_ARRAY,
                    END_OBJECT,
                    NOT_AVAILABLE ->
                    NODES.nullNode();
        };
    }

    /// A number whose exponent nobody could write out is text here, and is refused as such where a
    /// number is wanted.
    private static JsonNode number(JsonParser parser) throws IOException {
        try {
            return NODES.numberNode(parser.getDecimalValue());
        } catch (NumberFormatException _) {
            return NODES.textNode(parser.getText());
        }
    }
}
