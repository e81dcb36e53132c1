package cme.chassis.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import cme.chassis.http.PageRequest;
import cme.chassis.table.TableColumns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
/// usual filters, and the variables of the path.
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
        Map<String, Parameter> own = api.getComponents().getParameters();
        all().filter(parameter -> referredTo.contains(COMPONENTS + parameter.getName()))
                .filter(parameter -> own == null || !own.containsKey(parameter.getName()))
                .forEach(p -> api.getComponents().addParameter(p.getName(), p));
    }

    /// A list has a page, an operation that answers 304 or 412 has the header that leads to it, and
    /// no variable of the path is left out.
    static void addTo(Operation operation, String path, Components components) {
        referToShared(operation);
        boolean whole = WholeList.takeMark(operation);
        if (ApiConventions.isList(operation) && !whole) {
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

    /// A parameter of which an operation says no more than the name is the shared one.
    private static void referToShared(Operation operation) {
        if (operation.getParameters() != null) {
            Set<String> names = all().map(Parameter::getName).collect(Collectors.toSet());
            operation.setParameters(
                    operation.getParameters().stream()
                            .map(
                                    p ->
                                            isOnlyNamed(p, names)
                                                    ? createParameter().ref(p.getName())
                                                    : p)
                            .collect(Collectors.toCollection(ArrayList::new)));
        }
    }

    private static boolean isOnlyNamed(Parameter parameter, Set<String> names) {
        return parameter.getIn() == Parameter.In.QUERY
                && parameter.getDescription() == null
                && parameter.getSchema() == null
                && names.contains(String.valueOf(parameter.getName()));
    }

    private static boolean answers(Operation operation, String status) {
        return operation.getResponses().getAPIResponse(status) != null;
    }

    private static void addOnce(Operation operation, String name) {
        if (!has(operation, name)) {
            operation.addParameter(createParameter().ref(name));
        }
    }

    /// A variable that the service describes once is referred to.
    private static void addVariable(Operation operation, String name, Components components) {
        boolean shared =
                components.getParameters() != null && components.getParameters().containsKey(name);
        if (!shared && !has(operation, name)) {
            throw new IllegalStateException(
                    operation.getOperationId() + " does not describe its path variable " + name);
        }
        if (shared) {
            var parameters = new ArrayList<Parameter>();
            parameters.add(createParameter().ref(name));
            if (operation.getParameters() != null) {
                operation.getParameters().stream()
                        .filter(parameter -> !isNamed(parameter, name))
                        .forEach(parameters::add);
            }
            operation.setParameters(parameters);
        }
    }

    private static boolean has(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> isNamed(p, name));
    }

    private static boolean isNamed(Parameter parameter, String name) {
        return name.equals(parameter.getName()) || (COMPONENTS + name).equals(parameter.getRef());
    }

    /// A resource that has one of them says `@Parameter(name = "provider", in = QUERY)`.
    private static Stream<Parameter> all() {
        return Stream.of(
                limit(),
                cursor(),
                ifMatch(),
                ifNoneMatch(),
                dryRun(),
                ignoreColumns(),
                text("diplomate", Parameter.In.QUERY, "Number of a diplomate").example("012345"),
                text("activity", Parameter.In.QUERY, "Code of an activity")
                        .example("ASPS-VTE-PREVENTION"),
                text("provider", Parameter.In.QUERY, "Code of a provider").example("ASPS"),
                time("from", "date", "The first day").example("2026-01-01"),
                time("to", "date", "The last day").example("2026-12-31"),
                time(
                                "asOf",
                                "date",
                                "The day for which is asked; when left out, today in the zone of the"
                                        + " diplomate's rule set. It may lie ahead")
                        .example("2026-11-23"),
                time(
                                "knownAt",
                                "date-time",
                                "Only what was recorded by then is used; now when left out")
                        .example("2026-11-23T15:04:05Z"));
    }

    private static Parameter dryRun() {
        return createParameter()
                .name("dryRun")
                .in(Parameter.In.QUERY)
                .description("`true` gives the same answer and changes nothing")
                .schema(createSchema().type(List.of(SchemaType.BOOLEAN)).defaultValue(false));
    }

    private static Parameter ignoreColumns() {
        Parameter parameter =
                text(
                        "ignoreColumns",
                        Parameter.In.QUERY,
                        "Columns of a table that are passed over, separated by commas");
        parameter.getSchema().setMaxLength(TableColumns.MAX_IGNORED);
        return parameter;
    }

    private static Parameter time(String name, String format, String description) {
        Parameter parameter = text(name, Parameter.In.QUERY, description);
        parameter.getSchema().setFormat(format);
        return parameter;
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
