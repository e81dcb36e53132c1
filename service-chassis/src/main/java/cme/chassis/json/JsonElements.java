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

/// The elements of a body that is one long JSON array, read one at a time: never all of it is in
/// memory. Where it stops being JSON it ends in an [InvalidRequest].
public final class JsonElements implements Iterator<Fields> {

    private interface Reading<T> {
        @Nullable T read() throws IOException;
    }

    /// After an element of an array something always follows.
    private static final ObjectReader ELEMENTS =
            StrictJson.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonParser parser;
    private @Nullable JsonNode next;

    private JsonElements(JsonParser parser) {
        this.parser = parser;
    }

    /// @throws InvalidRequest when it is no array
    public static JsonElements open(InputStream body) {
        var elements = reading(() -> new JsonElements(ELEMENTS.getFactory().createParser(body)));
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
        var element = Fields.of(next);
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
        } catch (NumberFormatException outOfAllBounds) {
            throw new InvalidRequest(StrictJson.exponentBeyondReason());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
