package cme.chassis.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Finds schemas in a document: those of bodies and parameters, and those that they consist of.
final class Schemas {

    static final String COMPONENTS = "#/components/schemas/";

    private final Map<String, Schema> components;
    private final List<Operation> operations;
    private final List<Parameter> parameters = new ArrayList<>();

    Schemas(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        components = schemas == null ? Map.of() : schemas;
        operations =
                api.getPaths() == null
                        ? List.of()
                        : api.getPaths().getPathItems().values().stream()
                                .flatMap(path -> path.getOperations().values().stream())
                                .toList();
        var shared = api.getComponents().getParameters();
        if (shared != null) {
            parameters.addAll(shared.values());
        }
        operations.stream()
                .map(Operation::getParameters)
                .filter(Objects::nonNull)
                .forEach(parameters::addAll);
    }

    /// The contents of everything that operations answer.
    Stream<Content> answers() {
        return operations.stream()
                .filter(operation -> operation.getResponses() != null)
                .flatMap(o -> o.getResponses().getAPIResponses().values().stream())
                .map(response -> response.getContent())
                .filter(Objects::nonNull);
    }

    /// The contents of everything that operations are sent.
    Stream<Content> requests() {
        return operations.stream()
                .map(Operation::getRequestBody)
                .filter(body -> body != null && body.getContent() != null)
                .map(body -> body.getContent());
    }

    /// The names of the schemas that the contents consist of, at any depth.
    Set<String> namesIn(Stream<Content> contents) {
        var names = new LinkedHashSet<String>();
        bodies(contents).forEach(body -> each(body, schema -> addName(schema.getRef(), names)));
        return names;
    }

    private void addName(@Nullable String ref, Set<String> names) {
        if (ref != null && ref.startsWith(COMPONENTS)) {
            String name = ref.substring(COMPONENTS.length());
            if (names.add(name) && components.containsKey(name)) {
                each(components.get(name), schema -> addName(schema.getRef(), names));
            }
        }
    }

    static Stream<Schema> bodies(Stream<Content> contents) {
        return contents.map(Content::getMediaTypes)
                .filter(Objects::nonNull)
                .flatMap(types -> types.values().stream())
                .map(MediaType::getSchema)
                .filter(Objects::nonNull);
    }

    /// Does something with every schema of the document.
    void each(Consumer<Schema> effect) {
        components.values().forEach(schema -> each(schema, effect));
        bodies(Stream.concat(answers(), requests())).forEach(schema -> each(schema, effect));
        parameters.forEach(parameter -> each(parameter.getSchema(), effect));
    }

    private static void each(@Nullable Schema schema, Consumer<Schema> effect) {
        if (schema == null) {
            return;
        }
        effect.accept(schema);
        each(schema.getItems(), effect);
        each(schema.getAdditionalPropertiesSchema(), effect);
        if (schema.getProperties() != null) {
            eachOf(schema.getProperties().values(), effect);
        }
        eachOf(schema.getAnyOf(), effect);
        eachOf(schema.getOneOf(), effect);
        eachOf(schema.getAllOf(), effect);
    }

    private static void eachOf(@Nullable Collection<Schema> schemas, Consumer<Schema> effect) {
        if (schemas != null) {
            schemas.forEach(schema -> each(schema, effect));
        }
    }
}
