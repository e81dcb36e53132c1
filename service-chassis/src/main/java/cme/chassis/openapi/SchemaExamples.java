package cme.chassis.openapi;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/// Gives every JSON body an example, which consists of the examples of its properties. A property
/// without one of its own has that of [ExampleValues] or of its type.
final class SchemaExamples {

    private static final Map<String, Object> BY_FORMAT =
            Map.of(
                    "date", "2026-10-04",
                    "date-time", "2026-10-05T14:30:00Z",
                    "uuid", "019a0f3e-8d57-7c43-9a51-3f6b2c1d4e58");

    private final Map<String, Schema> components;
    private final Set<String> answers;
    private final Deque<String> path = new ArrayDeque<>();

    private SchemaExamples(Map<String, Schema> components, Set<String> answers) {
        this.components = components;
        this.answers = answers;
    }

    static void addTo(OpenAPI api) {
        Map<String, Schema> components = api.getComponents().getSchemas();
        if (components == null) {
            return;
        }
        var schemas = new Schemas(api);
        var examples = new SchemaExamples(components, schemas.namesIn(schemas.answers()));
        schemas.each(SchemaExamples::addKnownValues);
        var bodies = new LinkedHashSet<String>();
        Schemas.bodies(Stream.concat(schemas.answers(), schemas.requests()))
                .map(body -> body.getItems() == null ? body : body.getItems())
                .map(Schema::getRef)
                .filter(ref -> ref != null && ref.startsWith(Schemas.COMPONENTS))
                .forEach(ref -> bodies.add(ref.substring(Schemas.COMPONENTS.length())));
        bodies.stream()
                .filter(components::containsKey)
                .forEach(
                        name -> {
                            Schema schema = components.get(name);
                            if (schema.getExamples() == null && schema.getProperties() != null) {
                                schema.addExample(examples.named(name).orElseThrow());
                            }
                        });
    }

    private static void addKnownValues(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties()
                    .forEach(
                            (name, property) -> {
                                Object known = ExampleValues.of(name);
                                if (known != null
                                        && property.getExamples() == null
                                        && isText(property)) {
                                    property.addExample(known);
                                }
                            });
        }
    }

    private static boolean isText(Schema schema) {
        return schema.getType() != null
                && schema.getType().contains(SchemaType.STRING)
                && schema.getFormat() == null
                && schema.getEnumeration() == null;
    }

    /// The example of a component; empty inside itself.
    private Optional<Object> named(String name) {
        Schema schema = components.get(name);
        if (schema == null || path.contains(name)) {
            return Optional.empty();
        }
        path.push(name);
        try {
            return of(schema, answers.contains(name));
        } finally {
            path.pop();
        }
    }

    private Optional<Object> of(Schema schema, boolean isAnswer) {
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return Optional.ofNullable(schema.getExamples().getFirst());
        }
        if (schema.getRef() != null) {
            return named(schema.getRef().substring(Schemas.COMPONENTS.length()));
        }
        if (schema.getDefaultValue() != null) {
            return Optional.of(schema.getDefaultValue());
        }
        if (schema.getEnumeration() != null) {
            return Optional.of(schema.getEnumeration().getFirst());
        }
        if (schema.getProperties() != null) {
            return Optional.of(object(schema, isAnswer));
        }
        return simple(schema, isAnswer);
    }

    private Optional<Object> simple(Schema schema, boolean isAnswer) {
        List<SchemaType> types = schema.getType() == null ? List.of() : schema.getType();
        if (types.contains(SchemaType.NULL) || schema.getAnyOf() != null || types.isEmpty()) {
            return Optional.empty();
        }
        return switch (types.getFirst()) {
            case ARRAY -> Optional.of(list(schema.getItems(), isAnswer));
            case BOOLEAN -> Optional.of(false);
            case INTEGER -> Optional.of(1);
            case NUMBER -> Optional.of(new BigDecimal("1.5"));
            case STRING -> Optional.ofNullable(BY_FORMAT.get(String.valueOf(schema.getFormat())));
            case OBJECT -> Optional.of(Map.of());
            default -> Optional.empty();
        };
    }

    private List<Object> list(@Nullable Schema items, boolean isAnswer) {
        return items == null ? List.of() : of(items, isAnswer).stream().toList();
    }

    /// Has every property that must be there, and the others as far as they have examples.
    private Map<String, Object> object(Schema schema, boolean isAnswer) {
        var object = new LinkedHashMap<String, Object>();
        schema.getProperties()
                .forEach(
                        (name, property) -> {
                            boolean needed =
                                    schema.getRequired() != null
                                            && schema.getRequired().contains(name);
                            Optional<Object> example =
                                    needed || hasOwn(property)
                                            ? of(property, isAnswer)
                                            : Optional.empty();
                            if (needed && example.isEmpty() && isPlainText(property)) {
                                object.put(name, ExampleValues.ofRequired(name));
                            } else if (needed || example.isPresent()) {
                                object.put(name, example.orElse(null));
                            }
                        });
        return object;
    }

    private static boolean isPlainText(Schema property) {
        return isText(property) && !property.getType().contains(SchemaType.NULL);
    }

    private static boolean hasOwn(Schema property) {
        return property.getExamples() != null && !property.getExamples().isEmpty();
    }
}
