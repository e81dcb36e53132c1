package cme.credit.rosterfile;

import cme.chassis.json.BodySpool;
import cme.chassis.json.FlatJson;
import cme.chassis.json.JsonCharset;
import cme.chassis.json.StrictJson;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.credit.posting.Notice;
import cme.credit.posting.Reading;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A roster as the JSON of learner reports that PARS takes: an Activity Report whose elements and
/// attributes are properties of the same names. The report of one learner is read at a time.
final class JsonReport implements RosterDocument {
    private static final String REPORT = "ActivityReport";
    private static final int MAX_TEXT_CHARS = 20_000;

    /// Names that a property with the text of an element has beside its attributes.
    private static final List<String> TEXT = List.of("value", "#text", "$", "_");

    private static final ObjectMapper JSON = new ObjectMapper(FlatJson.PARSERS);

    /// The order that the standard has and JSON has not: what is said of an element comes before
    /// what is in it.
    private static final Comparator<Map.Entry<String, JsonNode>> ORDER =
            Comparator.comparingInt(property -> rank(property.getKey(), property.getValue()));

    private final JsonParser parser;
    private final BoundedBytes bytes;
    private final ActivityReport report;
    private String field = "";
    private boolean isFirst = true;

    private JsonReport(JsonParser parser, BoundedBytes bytes, ActivityReport report) {
        this.parser = parser;
        this.bytes = bytes;
        this.report = report;
        report.start("ACCMELearnerReports", _ -> null);
    }

    static JsonReport open(BodySpool spool, RosterOptions options) throws IOException {
        BoundedBytes bytes = new BoundedBytes(JsonCharset.utf8(spool.open(), options.type()));
        return new JsonReport(FlatJson.PARSERS.createParser(bytes), bytes, options.report());
    }

    @Override
    public List<Notice> notices() {
        return report.notices();
    }

    @Override
    public RowReader rows() {
        return this::nextRow;
    }

    private @Nullable Reading nextRow() throws IOException {
        try {
            Reading row = report.poll();
            while (row == null && step()) {
                row = report.poll();
            }
            return row;
        } catch (JsonProcessingException broken) {
            throw new InvalidRequest(Problem.unreadable(StrictJson.describe(broken)));
        } catch (BoundedBytes.PieceTooLong _) {
            throw new InvalidRequest(
                    Problem.tooLarge("The report of one learner has at most 512 KiB."));
        }
    }

    /// Reads on to the next report of a learner, and reads that; false at the end.
    private boolean step() throws IOException {
        bytes.restart();
        JsonToken token = parser.nextToken();
        if (token == null) {
            return false;
        }
        if (isFirst) {
            isFirst = false;
            // A list at the top can only be one of reports.
            field = token == JsonToken.START_ARRAY ? REPORT : "";
        } else if (token == JsonToken.FIELD_NAME) {
            field = ReportElements.named(parser.currentName());
        } else if (token == JsonToken.START_OBJECT && field.equals(REPORT)) {
            JsonNode learner = JSON.readTree(parser);
            tell(REPORT, learner);
        }
        return true;
    }

    private void tell(String name, JsonNode node) {
        if (node.isArray()) {
            node.forEach(each -> tell(name, each));
            return;
        }
        report.start(name, attribute -> text(node, attribute));
        if (node.isObject()) {
            node.properties().stream()
                    .sorted(ORDER)
                    .filter(property -> !TEXT.contains(property.getKey()))
                    .forEach(property -> tell(plain(property.getKey()), property.getValue()));
            TEXT.stream()
                    .map(key -> node.path(key).asText(""))
                    .forEach(value -> report.text(value, MAX_TEXT_CHARS));
        } else if (!node.isNull()) {
            report.text(node.asText(), MAX_TEXT_CHARS);
        }
        report.end();
    }

    private static @Nullable String text(JsonNode node, String attribute) {
        return node.properties().stream()
                .filter(
                        property ->
                                ReportElements.named(plain(property.getKey())).equals(attribute))
                .filter(property -> property.getValue().isValueNode())
                .map(property -> property.getValue().asText())
                .findFirst()
                .orElse(null);
    }

    /// The name of an attribute, which some converters mark.
    private static String plain(String key) {
        return key.startsWith("@") ? key.substring(1) : key;
    }

    private static int rank(String name, JsonNode value) {
        if (value.isValueNode()) {
            return 0;
        }
        return switch (ReportElements.named(name)) {
            case "Member" -> 1;
            case "Activity", "Module" -> 3;
            default -> 2;
        };
    }
}
