package cme.chassis.json;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A JSON array of flat objects, read one at a time.
public final class JsonArray implements Supplier<@Nullable Fields> {
    private final JsonParser parser;
    private boolean over;

    private JsonArray(JsonParser parser) {
        this.parser = parser;
    }

    /// @throws InvalidRequest when it is no array
    public static JsonArray open(InputStream json) {
        try {
            JsonParser parser = FlatJson.PARSERS.createParser(json);
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new InvalidRequest("", "type", "A list of objects is expected.");
            }
            return new JsonArray(parser);
        } catch (JsonProcessingException broken) {
            throw unreadable(broken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The fields of the next object; null after the last.
    ///
    /// @throws InvalidRequest where it stops being JSON
    @Override
    public @Nullable Fields get() {
        try {
            over = over || parser.nextToken() == JsonToken.END_ARRAY;
            return over ? null : fields(FlatJson.read(parser));
        } catch (JsonProcessingException broken) {
            throw unreadable(broken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fields fields(FlatJson.Row row) {
        return switch (row) {
            case FlatJson.Row.Flat(var content) -> Fields.of(content);
            case FlatJson.Row.Broken(String code, String detail, _, _) -> {
                Fields none = Fields.of(JsonNodeFactory.instance.objectNode());
                none.violation("", code, detail);
                yield none;
            }
        };
    }

    private static InvalidRequest unreadable(JsonProcessingException broken) {
        return new InvalidRequest(Problem.unreadable(StrictJson.describe(broken)));
    }
}
