package cme.chassis.json;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one object strictly and collects all violations: fields that are missing, of
/// the wrong type, too long or unknown. A getter returns null when there is no usable value, and
/// has added a violation if that is a mistake. The caller calls [#complete()] last.
public final class Fields {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,20})?");
    private static final int MAX_URL = 2_000;

    private final JsonNode object;
    private final String prefix;
    private final boolean textual;
    private final List<Violation> violations;
    private final Set<String> read = new HashSet<>();

    private Fields(JsonNode object, String prefix, boolean textual, List<Violation> violations) {
        this.object = object;
        this.prefix = prefix;
        this.textual = textual;
        this.violations = violations;
        if (!object.isObject()) {
            violations.add(new Violation(prefix, "type", "An object is expected here."));
        }
    }

    /// The fields of a JSON value, which should be an object.
    public static Fields of(JsonNode value) {
        return new Fields(value, "", false, new ArrayList<>());
    }

    /// The parameters of a query. A parameter that is not read is refused, so that a misspelt
    /// filter does not silently select everything.
    public static Fields ofQuery(MultivaluedMap<String, String> query) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        var fields = new Fields(node, "", true, new ArrayList<>());
        query.forEach(
                (name, values) -> {
                    node.put(name, values.getFirst());
                    if (values.size() > 1) {
                        fields.violation(name, "repeated", "Send this parameter once.");
                    }
                });
        return fields;
    }

    /// One row of a table in which every cell is text, such as CSV. Empty cells are absent.
    public static Fields ofRow(ObjectNode row) {
        return new Fields(row, "", true, new ArrayList<>());
    }

    /// A text of 1 to `maxLength` characters without control characters, trimmed; null when absent.
    public @Nullable String text(String name, int maxLength) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            return wrongType(name, "a text");
        }
        String text = value.textValue().strip();
        if (text.isEmpty()) {
            return textual ? null : refuse(name, "empty", "Leave it out or send a text.");
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

    /// A web address of at most 2,000 characters that begins with `https://` or `http://`.
    public @Nullable String url(String name) {
        String text = text(name, MAX_URL);
        return text == null || PlainText.isWebAddress(text)
                ? text
                : refuse(name, "url.form", "An address that begins with https:// or http://.");
    }

    /// A date `YYYY-MM-DD`, without a time of day or zone.
    public @Nullable LocalDate date(String name) {
        String text = text(name, 40);
        try {
            // Ten characters allow only years of four digits, which can be stored.
            return text == null ? null : LocalDate.parse(text.length() == 10 ? text : "");
        } catch (DateTimeParseException e) {
            return refuse(
                    name, "date.format", "A date is written YYYY-MM-DD, without a time of day.");
        }
    }

    /// An instant, RFC 3339 in UTC such as `2026-11-23T15:04:05Z`.
    public @Nullable Instant instant(String name) {
        String text = text(name, 40);
        try {
            return text == null ? null : Instant.parse(text.matches("[0-9]{4}-.*Z") ? text : "");
        } catch (DateTimeParseException e) {
            return refuse(name, "instant.format", "An instant is written 2026-11-23T15:04:05Z.");
        }
    }

    /// An exact decimal number; in a table also as text. A decimal comma is an error.
    public @Nullable BigDecimal decimal(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        String text = textual ? text(name, 30) : null;
        if (text == null) {
            return textual ? null : wrongType(name, "a number");
        }
        if (!DECIMAL.matcher(text).matches()) {
            return refuse(name, "number.format", "A number is written 1.25, with a point.");
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
        return switch (value.isBoolean() || textual ? value.asText() : "") {
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
        return items(
                name,
                maxItems,
                (value, at) -> {
                    if (!value.isTextual() || value.textValue().isBlank()) {
                        violations.add(new Violation(at, "type", "This must be a text."));
                    } else if (value.textValue().length() > maxLength) {
                        violations.add(new Violation(at, "too-long", "Too long."));
                    } else if (!PlainText.is(value.textValue())) {
                        violations.add(new Violation(at, "control-character", PlainText.EXPECTED));
                    }
                    return value.asText();
                });
    }

    private interface ItemReader<T> {
        T read(JsonNode value, String pointer);
    }

    private <T> List<T> items(String name, int maxItems, ItemReader<T> reader) {
        JsonNode list = value(name);
        if (list == null) {
            return List.of();
        }
        if (!list.isArray()) {
            wrongType(name, "a list");
            return List.of();
        }
        if (list.size() > maxItems) {
            refuse(name, "too-many", "At most %d items.".formatted(maxItems));
            return List.of();
        }
        var items = new ArrayList<T>();
        for (int i = 0; i < list.size(); i++) {
            items.add(reader.read(list.get(i), prefix + "/" + name + "/" + i));
        }
        return items;
    }

    private <T> T nested(JsonNode value, String pointer, Function<Fields, T> reader) {
        var inner = new Fields(value, pointer, false, violations);
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
        if (!all.isEmpty()) {
            throw new InvalidRequest(all);
        }
    }

    private void reportUnknown() {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (read.add(field.getKey())) {
                String name = PlainText.pointerPart(field.getKey());
                violation(name, "unknown-field", "There is no such field.");
            }
        }
    }

    private @Nullable JsonNode value(String name) {
        read.add(name);
        JsonNode value = object.get(name);
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
