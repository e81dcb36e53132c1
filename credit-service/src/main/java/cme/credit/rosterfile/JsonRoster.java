package cme.credit.rosterfile;

import cme.chassis.json.BodySpool;
import cme.chassis.json.Fields;
import cme.chassis.json.FlatJson;
import cme.chassis.json.JsonCharset;
import cme.chassis.json.StrictJson;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import cme.credit.posting.Reading;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A roster as one JSON object. It is read twice, because fields that apply to all rows may come
/// after the rows.
final class JsonRoster implements RosterDocument {
    private static final int MAX_TOP_FIELDS = 60;

    private final BodySpool spool;
    private final Charset charset;
    private final @Nullable String externalId;
    private final RosterDefaults defaults;

    private JsonRoster(
            BodySpool spool,
            Charset charset,
            @Nullable String externalId,
            RosterDefaults defaults) {
        this.spool = spool;
        this.charset = charset;
        this.externalId = externalId;
        this.defaults = defaults;
    }

    static JsonRoster open(BodySpool spool, Charset charset) throws IOException {
        ObjectNode top;
        try (JsonParser parser =
                FlatJson.PARSERS.createParser(JsonCharset.utf8(spool.open(), charset))) {
            top = top(parser);
        } catch (JsonProcessingException broken) {
            throw unreadable(broken);
        }
        List<Violation> violations = new ArrayList<>();
        if (!top.path("rows").isArray()) {
            violations.add(new Violation("/rows", "required", "rows is a list of completions."));
        }
        top.remove("rows");
        ObjectNode values = top.objectNode();
        for (String field : RosterDefaults.FIELDS) {
            if (top.has(field)) {
                values.set(field, top.remove(field));
            }
        }
        Fields fields = Fields.of(top);
        String externalId = fields.text("externalId", MAX_EXTERNAL_ID);
        violations.addAll(fields.violations());
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        return new JsonRoster(spool, charset, externalId, new RosterDefaults(values));
    }

    /// Reads the top level and skips the rows; malformed JSON is found here, wherever it is.
    private static ObjectNode top(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new InvalidRequest("", "type", "A roster is an object with rows.");
        }
        ObjectNode top = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (top.has(name)) {
                throw new InvalidRequest("/" + name, "repeated", "This field is there twice.");
            }
            if (top.size() == MAX_TOP_FIELDS) {
                throw new InvalidRequest("", "too-many", "There are too many fields.");
            }
            top.set(name, FlatJson.value(parser));
        }
        if (parser.nextToken() != null) {
            throw new InvalidRequest(Problem.unreadable("There is more after the roster."));
        }
        return top;
    }

    @Override
    public @Nullable String externalId() {
        return externalId;
    }

    @Override
    public RowReader rows() throws IOException {
        JsonParser parser = FlatJson.PARSERS.createParser(JsonCharset.utf8(spool.open(), charset));
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean rows = "rows".equals(parser.currentName());
            parser.nextToken();
            if (rows) {
                return new Rows(parser, defaults);
            }
            parser.skipChildren();
        }
        throw new IllegalStateException("The rows are missing on the second reading");
    }

    private static InvalidRequest unreadable(JsonProcessingException broken) {
        return new InvalidRequest(Problem.unreadable(StrictJson.describe(broken)));
    }

    private static final class Rows implements RowReader {
        private final JsonParser parser;
        private final RosterDefaults defaults;
        private boolean over;
        private int row;

        Rows(JsonParser parser, RosterDefaults defaults) {
            this.parser = parser;
            this.defaults = defaults;
        }

        @Override
        public @Nullable Reading next() throws IOException {
            over = over || parser.nextToken() == JsonToken.END_ARRAY;
            if (over) {
                return null;
            }
            row++;
            return JsonRow.read(parser, row, defaults);
        }
    }
}
