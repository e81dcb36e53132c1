package cme.chassis.json;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The elements of a body that is one long JSON array. They are read one at a time, so that only
/// one has to fit into memory. A malformed body ends in an [InvalidRequest].
public final class JsonElements implements Iterator<Fields> {

    private interface Reading<T> {
        @Nullable T read() throws IOException;
    }

    /// Accepts tokens after an element, because the rest of the array follows.
    private static final ObjectReader ELEMENTS =
            StrictJson.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonParser parser;
    private @Nullable JsonNode next;

    private JsonElements(JsonParser parser) {
        this.parser = parser;
    }

    /// @throws InvalidRequest when the body is not an array
    public static JsonElements open(InputStream body) {
        JsonElements elements =
                reading(() -> new JsonElements(ELEMENTS.getFactory().createParser(body)));
        if (reading(elements.parser::nextToken) != JsonToken.START_ARRAY) {
            throw new InvalidRequest("", "type", "An array of objects is expected.");
        }
        elements.advance();
        return elements;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Fields next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Fields element = Fields.of(next);
        advance();
        return element;
    }

    private void advance() {
        next =
                reading(
                        () -> {
                            if (parser.nextToken() != JsonToken.END_ARRAY) {
                                return ELEMENTS.readTree(parser);
                            }
                            if (parser.nextToken() != null) {
                                throw new InvalidRequest(
                                        Problem.unreadable("Something follows the JSON array."));
                            }
                            return null;
                        });
    }

    private static <T> @Nullable T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (JsonProcessingException broken) {
            throw new InvalidRequest(Problem.unreadable(StrictJson.describe(broken)));
        } catch (NumberFormatException tooLarge) {
            throw new InvalidRequest(StrictJson.exponentTooLarge());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
