package cme.chassis.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads flat JSON objects off a stream, however large what surrounds them is.
public final class FlatJson {
    /// More fields than any row could have, with room for misspelt ones.
    private static final int MAX_FIELDS = 60;

    /// Values that are kept of an array or object, which no field here is.
    private static final int MAX_NESTED = 100;

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

        /// @param content the fields that could be told apart; null when it is no object
        /// @param text the value as it was sent, as far as it is kept
        record Broken(String code, String detail, @Nullable ObjectNode content, String text)
                implements Row {}
    }

    /// Reads the value at which the parser stands, to its end.
    public static Row read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return new Row.Broken("type", "A row is an object.", null, value(parser).toString());
        }
        ObjectNode content = NODES.objectNode();
        var repeated = new StringBuilder();
        int fields = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields++;
            if (fields > MAX_FIELDS) {
                parser.skipChildren();
            } else if (content.has(name)) {
                repeated.append(',').append(NODES.textNode(name)).append(':').append(value(parser));
            } else {
                content.set(name, value(parser));
            }
        }
        if (fields <= MAX_FIELDS && repeated.isEmpty()) {
            return new Row.Flat(content);
        }
        String first = content.toString();
        String more = fields > MAX_FIELDS ? ",..." : "";
        String text = first.substring(0, first.length() - 1) + repeated + more + "}";
        return fields > MAX_FIELDS
                ? new Row.Broken(
                        "too-many", "A row has at most " + MAX_FIELDS + " fields.", content, text)
                : new Row.Broken("repeated", "A field stands twice in this row.", content, text);
    }

    /// The value at which the parser stands; of a large array or object only the beginning.
    public static JsonNode value(JsonParser parser) throws IOException {
        return value(parser, new int[] {MAX_NESTED});
    }

    /// @param left how many values are still kept
    private static JsonNode value(JsonParser parser, int[] left) throws IOException {
        left[0]--;
        return switch (parser.currentToken()) {
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case START_OBJECT -> {
                ObjectNode object = NODES.objectNode();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    keep(parser, left, inner -> object.set(name, inner));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    keep(parser, left, array::add);
                }
                yield array;
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

    private static void keep(JsonParser parser, int[] left, Consumer<JsonNode> into)
            throws IOException {
        if (left[0] > 0) {
            into.accept(value(parser, left));
        } else {
            parser.skipChildren();
        }
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
