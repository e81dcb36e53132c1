package cme.chassis.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import cme.chassis.http.PageRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// Parameters that many operations have: the page of a list, the version that a caller has seen,
/// and the variables of the path.
final class SharedParameters {

    private static final String COMPONENTS = "#/components/parameters/";
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)");

    private SharedParameters() {}

    /// Adds those of the shared parameters that operations refer to.
    static void addReferredTo(OpenAPI api) {
        Set<String> referredTo =
                api.getPaths().getPathItems().values().stream()
                        .flatMap(item -> item.getOperations().values().stream())
                        .filter(operation -> operation.getParameters() != null)
                        .flatMap(operation -> operation.getParameters().stream())
                        .map(parameter -> String.valueOf(parameter.getRef()))
                        .collect(Collectors.toSet());
        Stream.of(limit(), cursor(), ifMatch(), ifNoneMatch())
                .filter(parameter -> referredTo.contains(COMPONENTS + parameter.getName()))
                .forEach(p -> api.getComponents().addParameter(p.getName(), p));
    }

    /// A list has a page, an operation that answers 304 or 412 has the header that leads to it, and
    /// no variable of the path is left out.
    static void addTo(Operation operation, String path, Components components) {
        if (ApiConventions.isList(operation)) {
            addOnce(operation, "limit");
            addOnce(operation, "cursor");
        }
        if (answers(operation, "304")) {
            addOnce(operation, "If-None-Match");
        }
        if (answers(operation, "412") || answers(operation, "428")) {
            addOnce(operation, "If-Match");
        }
        var variables = VARIABLE.matcher(path);
        while (variables.find()) {
            addVariable(operation, variables.group(1), components);
        }
    }

    private static boolean answers(Operation operation, String status) {
        return operation.getResponses().getAPIResponse(status) != null;
    }

    private static void addOnce(Operation operation, String name) {
        if (!has(operation, name)) {
            operation.addParameter(createParameter().ref(name));
        }
    }

    private static void addVariable(Operation operation, String name, Components components) {
        if (has(operation, name)) {
            return;
        }
        if (components.getParameters() != null && components.getParameters().containsKey(name)) {
            var parameters = new ArrayList<Parameter>();
            parameters.add(createParameter().ref(name));
            if (operation.getParameters() != null) {
                parameters.addAll(operation.getParameters());
            }
            operation.setParameters(parameters);
        } else {
            throw new IllegalStateException(
                    operation.getOperationId() + " does not describe its path variable " + name);
        }
    }

    private static boolean has(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(
                                p ->
                                        name.equals(p.getName())
                                                || (COMPONENTS + name).equals(p.getRef()));
    }

    private static Parameter limit() {
        return createParameter()
                .name("limit")
                .in(Parameter.In.QUERY)
                .description("How many items the page holds at most")
                .schema(
                        createSchema()
                                .type(List.of(SchemaType.INTEGER))
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT))
                                .defaultValue(PageRequest.DEFAULT_LIMIT));
    }

    private static Parameter cursor() {
        return text("cursor", Parameter.In.QUERY, "`nextCursor` of the page before");
    }

    private static Parameter ifMatch() {
        return text(
                "If-Match",
                Parameter.In.HEADER,
                "ETag of the version that was read, such as `\"3\"`; `*` for any");
    }

    private static Parameter ifNoneMatch() {
        return text(
                "If-None-Match",
                Parameter.In.HEADER,
                "ETag of the version that the caller has, such as `\"3\"`");
    }

    private static Parameter text(String name, Parameter.In in, String description) {
        return createParameter()
                .name(name)
                .in(in)
                .description(description)
                .schema(createSchema().type(List.of(SchemaType.STRING)));
    }
}
