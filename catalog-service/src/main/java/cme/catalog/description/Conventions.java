package cme.catalog.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// Adds to every operation what holds for all: the refusals that any can answer with, the page that
/// a list is asked for, and the headers about what the client has seen. An operation names only
/// what is its own.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class Conventions implements OASFilter {

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "400", "Unreadable or invalid; `errors` names every violation",
                    "503", "Temporarily unavailable; `Retry-After` says when to come back");

    private static final Map<String, String> WITH_TOKEN =
            Map.of("401", "No valid token", "403", "The token does not allow this");

    private static final Map<String, String> WITH_BODY =
            Map.of("413", "The body is too large", "415", "The Content-Type is not read here");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        SharedParts.addTo(api);
        if (api.getPaths() != null) {
            for (var path : api.getPaths().getPathItems().values()) {
                path.getOperations().forEach(Conventions::describe);
            }
        }
    }

    private static void describe(PathItem.HttpMethod method, Operation operation) {
        add(operation, ALWAYS);
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            add(operation, WITH_TOKEN);
        }
        if (operation.getRequestBody() != null) {
            add(operation, WITH_BODY);
        }
        if (isList(operation)) {
            parameter(operation, "limit");
            parameter(operation, "cursor");
        }
        if (method == PathItem.HttpMethod.GET) {
            parameter(operation, "If-None-Match");
            add(operation, Map.of("304", "The client has it already"));
        }
        var responses = operation.getResponses().getAPIResponses();
        if (responses.containsKey("412")) {
            parameter(operation, "If-Match");
        }
        responses.forEach(
                (status, response) -> {
                    if (status.startsWith("4") || status.startsWith("5")) {
                        response.setContent(SharedParts.problemContent());
                    }
                });
    }

    private static void parameter(Operation operation, String name) {
        operation.addParameter(OASFactory.createParameter().ref(name));
    }

    private static boolean isList(Operation operation) {
        var ok = operation.getResponses().getAPIResponse("200");
        var content = ok == null ? null : ok.getContent();
        return content != null
                && content.getMediaTypes().values().stream()
                        .map(media -> media.getSchema())
                        .anyMatch(s -> s != null && String.valueOf(s.getRef()).contains("/Page"));
    }

    private static void add(Operation operation, Map<String, String> answers) {
        var responses = operation.getResponses();
        answers.keySet().stream()
                .sorted()
                .filter(status -> isUndescribed(responses.getAPIResponse(status)))
                .forEach(
                        status ->
                                responses.addAPIResponse(
                                        status,
                                        OASFactory.createAPIResponse()
                                                .description(answers.get(status))));
    }

    /// Quarkus adds "Not Authorized" and "Not Allowed" by itself.
    private static boolean isUndescribed(@Nullable APIResponse response) {
        return response == null
                || response.getDescription() == null
                || List.of("Not Authorized", "Not Allowed").contains(response.getDescription());
    }
}
