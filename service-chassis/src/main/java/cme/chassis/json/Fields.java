package cme.chassis.json;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one object strictly and collects all violations: fields that are missing, of
/// the wrong type, too long or unknown. A getter returns null when there is no usable value, and
/// has added a violation if that is a mistake. The caller calls [#complete()] last.
public final class Fields {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)");

    private final JsonNode object;
    private final String prefix;
    private final Source source;
    private final List<Violation> violations;
    private final Items items;
    private String selection = "";
    private final Set<String> read = new HashSet<>();

    private enum Source {
        JSON,
        ROW,
        QUERY
    }

    private Fields(JsonNode object, String prefix, Source source, List<Violation> violations) {
        this.object = object;
        this.prefix = prefix;
        this.source = source;
        this.violations = violations;
        this.items = new Items(violations);
        if (!object.isObject()) {
            violations.add(new Violation(prefix, "type", "An object is expected here."));
        }
    }

    /// The fields of a JSON value, which should be an object.
    public static Fields of(JsonNode value) {
        return new Fields(value, "", Source.JSON, new ArrayList<>());
    }

    /// The parameters of a query. One that is not read or has no value is refused, so that a
    /// misspelt filter does not silently select everything.
    public static Fields ofQuery(UriInfo uri) {
        ObjectNode query = QueryText.of(uri.getRequestUri().getRawQuery());
        var fields = new Fields(query, "", Source.QUERY, new ArrayList<>());
        fields.selection = QueryText.selection(uri.getPath(), query);
        return fields;
    }

    /// One row of a table in which every cell is text, such as CSV. Empty cells are absent.
    public static Fields ofRow(ObjectNode row) {
        return new Fields(row, "", Source.ROW, new ArrayList<>());
    }

    /// A text of 1 to `maxLength` characters that are all seen, without spaces around it; null when
    /// absent.
    public @Nullable String text(String name, int maxLength) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            return wrongType(name, "a text");
        }
        String text = PlainText.meant(value.textValue());
        if (text.isEmpty()) {
            return isTextual() ? null : refuse(name, "empty", "Leave it out or send a text.");
        }
        if (text.length() > maxLength) {
            return refuse(name, "too-long", "At most %d characters.".formatted(maxLength));
        }
        if (!PlainText.is(text)) {
            return refuse(name, "control-character", PlainText.EXPECTED);
        }
        return text;
    }

    /// Like [#text], with a violation when it is absent.
    public @Nullable String requiredText(String name, int maxLength) {
        return required(name, text(name, maxLength));
    }

    /// An `https://` or `http://` address of a public host, at most 2,000 characters.
    public @Nullable String url(String name) {
        return Urls.read(this, name, false);
    }

    /// As [#url], but the host may be of this machine or network.
    public @Nullable String urlOfAnyHost(String name) {
        return Urls.read(this, name, true);
    }

    /// A date `YYYY-MM-DD`, without a time of day or zone.
    public @Nullable LocalDate date(String name) {
        String text = text(name, 40);
        LocalDate date = text == null ? null : Days.date(text);
        return text != null && date == null
                ? refuse(
                        name, "date.format", "A date is written YYYY-MM-DD, without a time of day.")
                : date;
    }

    /// An instant, RFC 3339 in UTC such as `2026-11-23T15:04:05Z`.
    public @Nullable Instant instant(String name) {
        String text = text(name, 40);
        Instant instant = text == null ? null : Days.instant(text);
        return text != null && instant == null
                ? refuse(name, "instant.format", "An instant is written 2026-11-23T15:04:05Z.")
                : instant;
    }

    /// The id of a record.
    ///
    /// @param of what it should be the id of, such as `a roster`
    public @Nullable UUID id(String name, String of) {
        String text = text(name, 36);
        UUID id = text == null ? null : Ids.find(text).orElse(null);
        return text != null && id == null
                ? refuse(name, "unknown-value", "This is no id of %s.".formatted(of))
                : id;
    }

    /// An exact decimal number; in a table also as text, such as `12.`, `.5` and `+4`. A decimal
    /// comma is an error.
    public @Nullable BigDecimal decimal(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        String text = isTextual() ? text(name, 30) : null;
        if (text == null) {
            return isTextual() ? null : wrongType(name, "a number");
        }
        if (!DECIMAL.matcher(text).matches()) {
            return refuse(
                    name,
                    "number.format",
                    "A number is written 1.25, with a point and nothing else; this is \"%s\"."
                            .formatted(text));
        }
        return new BigDecimal(text);
    }

    /// A whole number from `min` to `max`.
    public @Nullable Integer integer(String name, int min, int max) {
        BigDecimal number = decimal(name);
        if (number == null) {
            return null;
        }
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (!whole
                || number.compareTo(BigDecimal.valueOf(min)) < 0
                || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            return refuse(name, "range", "A whole number from %d to %d.".formatted(min, max));
        }
        return number.intValueExact();
    }

    public @Nullable Boolean flag(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        return switch (value.isBoolean() || isTextual() ? value.asText() : "") {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> wrongType(name, "true or false");
        };
    }

    public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        String text = text(name, 100);
        if (text == null) {
            return null;
        }
        List<E> constants = List.of(type.getEnumConstants());
        return constants.stream()
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseGet(() -> refuse(name, "unknown-value", "One of " + constants + "."));
    }

    /// A nested object; null when absent.
    public <T> @Nullable T object(String name, Function<Fields, T> reader) {
        JsonNode value = value(name);
        return value == null ? null : nested(value, prefix + "/" + name, reader);
    }

    /// A list of objects of at most `maxItems`; empty when absent.
    public <T> List<T> objects(String name, int maxItems, Function<Fields, T> reader) {
        return items(name, maxItems, (value, at) -> nested(value, at, reader));
    }

    /// A list of texts; empty when absent.
    public List<String> texts(String name, int maxItems, int maxLength) {
        return items(name, maxItems, (value, at) -> items.text(value, at, maxLength));
    }

    private <T> List<T> items(String name, int maxItems, Items.Reader<T> reader) {
        JsonNode list = value(name);
        return list == null ? List.of() : items.read(list, prefix + "/" + name, maxItems, reader);
    }

    /// The values of a parameter that may be repeated; empty when absent.
    public List<String> values(String name) {
        read.add(name);
        return QueryText.values(object.path(name));
    }

    private <T> T nested(JsonNode value, String pointer, Function<Fields, T> reader) {
        var inner = new Fields(value, pointer, Source.JSON, violations);
        T result = reader.apply(inner);
        inner.reportUnknown();
        return result;
    }

    /// Adds a violation that the caller has found.
    ///
    /// @param name the field; empty for the object as a whole
    public void violation(String name, String code, String detail) {
        String pointer = name.isEmpty() ? prefix : prefix + "/" + name;
        violations.add(new Violation(pointer, code, detail));
    }

    /// Returns the value, with a violation when it is absent and has no violation yet.
    public <T> @Nullable T required(String name, @Nullable T value) {
        if (value == null
                && violations.stream().noneMatch(v -> v.pointer().equals(prefix + "/" + name))) {
            violation(name, "required", name + " is missing.");
        }
        return value;
    }

    /// All violations, including those of unknown fields.
    public List<Violation> violations() {
        reportUnknown();
        return List.copyOf(violations);
    }

    /// @throws InvalidRequest with all violations when there are any
    public void complete() {
        List<Violation> all = violations();
        if (QueryText.isOfUnknownParameter(all)) {
            throw new InvalidRequest(Problem.unknownParameter(all));
        }
        if (!all.isEmpty()) {
            throw new InvalidRequest(all);
        }
    }

    /// Names the rows that a query selects: its path and its filters. It is the same for every page
    /// of one list and for no other list.
    public String selection() {
        return selection;
    }

    private void reportUnknown() {
        Set<String> known = Set.copyOf(read);
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            boolean isNew = read.add(field.getKey());
            if (source == Source.QUERY) {
                QueryText.violation(field, known).ifPresent(violations::add);
            } else if (isNew) {
                String name = PlainText.pointerPart(field.getKey());
                violation(name, "unknown-field", "There is no such field.");
            }
        }
    }

    private boolean isTextual() {
        return source != Source.JSON;
    }

    private @Nullable JsonNode value(String name) {
        read.add(name);
        JsonNode value = object.get(name);
        if (value != null && value.isArray() && source == Source.QUERY) {
            return refuse(name, "repeated", "Send this parameter once.");
        }
        return value == null || value.isNull() ? null : value;
    }

    private <T> @Nullable T wrongType(String name, String expected) {
        return refuse(name, "type", "This must be " + expected + ".");
    }

    private <T> @Nullable T refuse(String name, String code, String detail) {
        violation(name, code, detail);
        return null;
    }
}
