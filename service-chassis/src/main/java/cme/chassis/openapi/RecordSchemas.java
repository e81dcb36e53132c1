package cme.chassis.openapi;

import static java.util.Comparator.comparing;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/// Says of every property whether it is always there and whether it may be null, as the records say
/// it that are written and read. An answer has all its components, and null where a component is
/// `@Nullable`; `@JsonInclude` leaves out what is null or empty. A request needs the components
/// that are neither `@Nullable` nor lists; the others may be null or left out.
final class RecordSchemas {

    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName NULLABLE =
            DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName UNWRAPPED =
            DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");
    private static final DotName INCLUDE =
            DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final String JSON = "com.fasterxml.jackson.databind.JsonNode";
    private static final Set<String> LISTS =
            Set.of("java.util.List", "java.util.Set", "java.util.Map", "java.util.Collection");

    /// A property of a record in JSON.
    ///
    /// @param type the name of its class
    /// @param inclusion the rule of `@JsonInclude`
    /// @param optional it belongs to a part that an answer may lack as a whole
    private record Property(
            String name, boolean nullable, String type, String inclusion, boolean optional) {

        Property ofOptionalPart() {
            return new Property(name, nullable, type, inclusion, true);
        }

        boolean list() {
            return LISTS.contains(type);
        }

        boolean alwaysAnswered() {
            return !optional
                    && switch (inclusion) {
                        case "ALWAYS" -> true;
                        case "NON_EMPTY" -> !nullable && !list();
                        default -> !nullable;
                    };
        }

        boolean answeredAsNull() {
            return nullable && inclusion.equals("ALWAYS");
        }

        boolean neededInRequest() {
            return !nullable && !list();
        }
    }

    private final IndexView index;
    private final Map<String, List<ClassInfo>> records;

    RecordSchemas(IndexView index) {
        this.index = index;
        this.records =
                index.getKnownClasses().stream()
                        .filter(ClassInfo::isRecord)
                        .collect(Collectors.groupingBy(RecordSchemas::name));
    }

    private static String name(ClassInfo record) {
        AnnotationInstance schema = record.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? record.simpleName()
                : schema.value("name").asString();
    }

    void complete(OpenAPI api) {
        Map<String, Schema> components = api.getComponents().getSchemas();
        if (components == null) {
            return;
        }
        var schemas = new Schemas(api);
        Set<String> answers = schemas.namesIn(schemas.answers());
        Set<String> requests = schemas.namesIn(schemas.requests());
        components.forEach(
                (name, schema) -> {
                    List<Property> properties = properties(name, schema);
                    properties.forEach(p -> allowAnything(schema, p));
                    if (answers.contains(name)) {
                        properties.forEach(p -> completeAnswer(schema, p));
                    } else if (requests.contains(name)) {
                        properties.forEach(p -> completeRequest(schema, p));
                    }
                });
    }

    /// A tree of JSON may be any value.
    private static void allowAnything(Schema owner, Property property) {
        Schema schema = owner.getProperties().get(property.name());
        if (property.type().equals(JSON) && isTree(schema.getRef())) {
            owner.addProperty(property.name(), createSchema().description(schema.getDescription()));
        }
    }

    private static boolean isTree(@Nullable String ref) {
        return ref != null && ref.endsWith("/JsonNode");
    }

    private void completeAnswer(Schema schema, Property property) {
        Schema own = schema.getProperties().get(property.name());
        if (own.getProperties() != null) {
            ofInline(own).forEach(inner -> completeAnswer(own, inner));
        }
        if (property.alwaysAnswered()) {
            require(schema, property.name());
        }
        if (property.answeredAsNull()) {
            allowNull(schema, property.name());
        }
    }

    private static void completeRequest(Schema schema, Property property) {
        if (property.neededInRequest()) {
            require(schema, property.name());
        }
        if (schema.getRequired() == null || !schema.getRequired().contains(property.name())) {
            allowNull(schema, property.name());
        }
    }

    private static void require(Schema schema, String name) {
        if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
            schema.addRequired(name);
        }
    }

    private static void allowNull(Schema owner, String name) {
        Schema schema = owner.getProperties().get(name);
        Schema orNull = createSchema().type(List.of(SchemaType.NULL));
        if (schema.getRef() != null) {
            var either =
                    createSchema()
                            .description(schema.getDescription())
                            .examples(schema.getExamples())
                            .anyOf(List.of(createSchema().ref(schema.getRef()), orNull));
            owner.addProperty(name, either);
        } else if (schema.getAnyOf() == null
                && schema.getType() != null
                && !schema.getType().contains(SchemaType.NULL)) {
            var types = new ArrayList<>(schema.getType());
            types.add(SchemaType.NULL);
            schema.setType(types);
        }
    }

    /// The properties of the record that the schema describes, in the order of the record, which
    /// becomes that of the schema; empty when the schema describes no record.
    private List<Property> properties(String name, Schema schema) {
        Map<String, Schema> described = schema.getProperties();
        if (described == null) {
            return List.of();
        }
        return candidates(name)
                .map(record -> flat(record).toList())
                .filter(properties -> names(properties).equals(described.keySet()))
                .findFirst()
                .map(
                        properties -> {
                            var ordered = new LinkedHashMap<String, Schema>();
                            properties.forEach(p -> ordered.put(p.name(), described.get(p.name())));
                            schema.setProperties(ordered);
                            return properties;
                        })
                .orElse(List.of());
    }

    /// The properties of a schema without a name, which `@Schema(implementation)` makes.
    private List<Property> ofInline(Schema schema) {
        return records.keySet().stream()
                .map(name -> properties(name, schema))
                .filter(properties -> !properties.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Set<String> names(List<Property> properties) {
        return properties.stream().map(Property::name).collect(Collectors.toSet());
    }

    /// Records that are made to be described come first. The name of a generic record has the names
    /// of its arguments after it.
    private Stream<ClassInfo> candidates(String name) {
        List<ClassInfo> named = records.get(name);
        return named != null
                ? named.stream().sorted(comparing(record -> !record.hasDeclaredAnnotation(SCHEMA)))
                : records.entrySet().stream()
                        .filter(entry -> name.startsWith(entry.getKey()))
                        .flatMap(entry -> entry.getValue().stream())
                        .filter(record -> !record.typeParameters().isEmpty());
    }

    private Stream<Property> flat(ClassInfo record) {
        String ofClass = inclusion(record.declaredAnnotation(INCLUDE), "ALWAYS");
        return record.recordComponentsInDeclarationOrder().stream()
                .map(component -> record.field(component.name()))
                .flatMap(
                        field ->
                                field.hasAnnotation(UNWRAPPED)
                                        ? unwrapped(field)
                                        : Stream.of(property(field, ofClass)));
    }

    private Stream<Property> unwrapped(FieldInfo field) {
        ClassInfo record = index.getClassByName(field.type().name());
        if (record == null) {
            return Stream.empty();
        }
        return field.type().hasAnnotation(NULLABLE)
                ? flat(record).map(Property::ofOptionalPart)
                : flat(record);
    }

    private static Property property(FieldInfo field, String ofClass) {
        return new Property(
                field.name(),
                field.type().hasAnnotation(NULLABLE),
                field.type().name().toString(),
                inclusion(field.annotation(INCLUDE), ofClass),
                false);
    }

    private static String inclusion(@Nullable AnnotationInstance include, String otherwise) {
        return include == null || include.value() == null ? otherwise : include.value().asEnum();
    }
}
