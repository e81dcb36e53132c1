package cme.portal.services;

import cme.test.openapi.OpenApiDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compares records with schemas of a document: those read must find what they need, those sent
/// must be allowed.
final class RecordContract {
    private final OpenApiDocument document;
    private final Set<String> differences = new TreeSet<>();
    private final Set<String> compared = new HashSet<>();

    /// Components that may be null and are not in a schema. A record that reads several answers
    /// needs each of them in one only.
    private final Map<String, Boolean> optional = new LinkedHashMap<>();

    RecordContract(OpenApiDocument document) {
        this.document = document;
    }

    List<String> differences() {
        List<String> all = new ArrayList<>(differences);
        optional.forEach(
                (component, isSomewhere) -> {
                    if (!isSomewhere) {
                        all.add(component + " is in no answer.");
                    }
                });
        return all;
    }

    void compareRead(Type type, JsonNode schema, String where) {
        if (!fits(type, schema)) {
            differences.add(where + " answers another type than " + type + ".");
        }
        walk(type, schema, Map.of(), true);
    }

    void compareSent(Class<?> type, JsonNode schema, String where) {
        if (!fits(type, schema)) {
            differences.add(where + " reads another type than " + type + ".");
        }
        walk(type, schema, Map.of(), false);
    }

    private void walk(Type type, JsonNode schema, Map<Type, Type> variables, boolean isRead) {
        JsonNode resolved = notNull(schema);
        Type actual = variables.getOrDefault(type, type);
        if (actual instanceof ParameterizedType list && list.getRawType().equals(List.class)) {
            walk(list.getActualTypeArguments()[0], resolved.path("items"), variables, isRead);
            return;
        }
        Class<?> raw = raw(actual);
        if (!raw.isRecord() || !compared.add(actual + " " + isRead + " " + resolved)) {
            return;
        }
        Map<Type, Type> bound = new HashMap<>();
        if (actual instanceof ParameterizedType generic) {
            TypeVariable<?>[] names = raw.getTypeParameters();
            for (int i = 0; i < names.length; i++) {
                bound.put(names[i], generic.getActualTypeArguments()[i]);
            }
        }
        for (RecordComponent component : raw.getRecordComponents()) {
            compare(raw, component, resolved, bound, isRead);
        }
        if (!isRead) {
            requiredAreSent(raw, resolved);
        }
    }

    private void compare(
            Class<?> owner,
            RecordComponent component,
            JsonNode schema,
            Map<Type, Type> bound,
            boolean isRead) {
        String name = owner.getName() + "." + component.getName();
        JsonNode property = schema.path("properties").path(component.getName());
        boolean mayBeNull = mayBeNull(component);
        if (mayBeNull && isRead) {
            optional.merge(name, !property.isMissingNode(), Boolean::logicalOr);
        }
        if (property.isMissingNode()) {
            if (!mayBeNull || !isRead) {
                differences.add(name + " is not in the schema.");
            }
            return;
        }
        Type type = bound.getOrDefault(component.getGenericType(), component.getGenericType());
        if (!fits(substituted(type, bound), property)) {
            differences.add(name + " has another type.");
        }
        boolean isList = raw(type).equals(List.class);
        if (isRead && isList && leftOut(owner, component) == null) {
            differences.add(name + " is not empty when it is left out.");
        }
        boolean schemaMayLack = !isRequired(schema, component.getName());
        boolean schemaMayBeNull = isNullable(property);
        if (isRead && !isList && mayBeNull != (schemaMayLack || schemaMayBeNull)) {
            differences.add(name + (mayBeNull ? " is never null." : " may be null."));
        }
        // All components are sent, those without a value as null.
        if (!isRead && mayBeNull && !schemaMayBeNull) {
            differences.add(name + " must not be null.");
        }
        walk(substituted(type, bound), property, bound, isRead);
    }

    /// The value of a component in a record that is read from an empty object.
    private static @Nullable Object leftOut(Class<?> owner, RecordComponent component) {
        Object[] nothing =
                Arrays.stream(owner.getRecordComponents())
                        .map(one -> Array.get(Array.newInstance(one.getType(), 1), 0))
                        .toArray();
        try {
            Constructor<?> constructor = owner.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(constructor.newInstance(nothing));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void requiredAreSent(Class<?> owner, JsonNode schema) {
        Set<String> sent = new HashSet<>();
        for (RecordComponent component : owner.getRecordComponents()) {
            sent.add(component.getName());
        }
        schema.path("required")
                .forEach(
                        one -> {
                            if (!sent.contains(one.asText())) {
                                differences.add(owner.getName() + " lacks " + one.asText() + ".");
                            }
                        });
    }

    /// Whether a value of the schema can be read as the type, null aside.
    boolean fits(Type type, JsonNode schema) {
        JsonNode described = notNull(schema);
        Class<?> raw = raw(type);
        if (raw.equals(JsonNode.class)) {
            return true;
        }
        String format = described.path("format").asText();
        return switch (jsonType(described)) {
            case "string" ->
                    switch (format) {
                        case "date" -> raw.equals(LocalDate.class);
                        case "date-time" -> raw.equals(Instant.class);
                        default -> raw.equals(String.class);
                    };
            case "integer" ->
                    format.equals("int64")
                            ? Set.of(long.class, Long.class).contains(raw)
                            : Set.of(int.class, Integer.class).contains(raw);
            case "number" -> raw.equals(BigDecimal.class);
            case "boolean" -> Set.of(boolean.class, Boolean.class).contains(raw);
            case "array" -> raw.equals(List.class) && fitsElements(type, described.path("items"));
            case "object" -> raw.isRecord() || raw.equals(Map.class) && fitsMap(type, described);
            default -> false;
        };
    }

    private boolean fitsElements(Type list, JsonNode items) {
        Type element = ((ParameterizedType) list).getActualTypeArguments()[0];
        return element instanceof TypeVariable<?> || fits(element, items);
    }

    private boolean fitsMap(Type map, JsonNode described) {
        return fits(
                ((ParameterizedType) map).getActualTypeArguments()[1],
                described.path("additionalProperties"));
    }

    private static Type substituted(Type type, Map<Type, Type> bound) {
        return bound.getOrDefault(type, type);
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> one -> one;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> Object.class;
        };
    }

    private static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isRequired(JsonNode schema, String property) {
        for (JsonNode one : schema.path("required")) {
            if (one.asText().equals(property)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNullable(JsonNode property) {
        for (JsonNode one : property.path("anyOf")) {
            if (jsonType(document.resolved(one)).equals("null")) {
                return true;
            }
        }
        for (JsonNode one : document.resolved(property).path("type")) {
            if (one.asText().equals("null")) {
                return true;
            }
        }
        // A schema that says nothing allows everything.
        return !property.has("$ref") && !property.has("type") && !property.has("anyOf");
    }

    /// The schema itself, or what it allows beside null.
    private JsonNode notNull(JsonNode schema) {
        JsonNode resolved = document.resolved(schema);
        for (JsonNode one : resolved.path("anyOf")) {
            JsonNode choice = document.resolved(one);
            if (!jsonType(choice).equals("null")) {
                return choice;
            }
        }
        return resolved;
    }

    private static String jsonType(JsonNode schema) {
        JsonNode type = schema.path("type");
        for (JsonNode one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return type.asText();
    }
}
