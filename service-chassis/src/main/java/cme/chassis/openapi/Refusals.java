package cme.chassis.openapi;

import cme.chassis.problem.Problem;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Refusals that every operation can answer with. Each has the form of problem details, also those
/// that an operation names itself.
final class Refusals {

    private static final String SCHEMA = "Problem";

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "400", "Unreadable or invalid; `errors` names every violation",
                    "406", "None of the media types that the caller accepts is given here",
                    "503", "Temporarily unavailable; `Retry-After` says when to come back");

    private static final Map<String, String> WITH_TOKEN =
            Map.of(
                    "401", "No valid token",
                    "403", "The token does not allow this");

    private static final Map<String, String> WITH_BODY =
            Map.of(
                    "408", "The body did not arrive in time",
                    "413", "The body is too large",
                    "415", "The Content-Type is not read here");

    private static final Map<String, String> OF_ONE_RESOURCE =
            Map.of("404", "There is no such resource");

    private Refusals() {}

    static void addTo(Components components) {
        components.addSchema(SCHEMA, problem()).addSchema("Violation", violation());
    }

    static void addTo(Operation operation, String path) {
        add(operation, ALWAYS);
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            add(operation, WITH_TOKEN);
        }
        if (operation.getRequestBody() != null) {
            add(operation, WITH_BODY);
        }
        if (path.contains("{")) {
            add(operation, OF_ONE_RESOURCE);
        }
        operation
                .getResponses()
                .getAPIResponses()
                .forEach(
                        (status, response) -> {
                            if (status.startsWith("4") || status.startsWith("5")) {
                                response.setContent(content());
                            }
                        });
    }

    private static void add(Operation operation, Map<String, String> refusals) {
        var responses = operation.getResponses();
        refusals.keySet().stream()
                .sorted()
                .filter(status -> isUndescribed(responses.getAPIResponse(status)))
                .forEach(
                        status ->
                                responses.addAPIResponse(
                                        status,
                                        OASFactory.createAPIResponse()
                                                .description(refusals.get(status))));
    }

    /// Quarkus adds "Not Authorized" and "Not Allowed" by itself.
    private static boolean isUndescribed(@Nullable APIResponse response) {
        return response == null
                || response.getDescription() == null
                || List.of("Not Authorized", "Not Allowed").contains(response.getDescription());
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType().schema(OASFactory.createSchema().ref(SCHEMA)));
    }

    private static Schema problem() {
        return object("Problem details (RFC 9457)")
                .addProperty("type", text("Stable URI that ends in a slug; switch on it"))
                .addProperty("title", text("The same for every problem of this type"))
                .addProperty("status", of(Schema.SchemaType.INTEGER, "The HTTP status"))
                .addProperty("detail", text("What happened this time and what to do about it"))
                .addProperty(
                        "errors",
                        of(Schema.SchemaType.ARRAY, "Every violation of an invalid request")
                                .items(OASFactory.createSchema().ref("Violation")))
                .required(List.of("type", "title", "status"));
    }

    private static Schema violation() {
        return object("One thing that is wrong with a request")
                .addProperty("pointer", text("JSON Pointer (RFC 6901) into the request"))
                .addProperty("code", text("Stable and machine readable"))
                .addProperty("detail", text("A sentence for a person"))
                .required(List.of("pointer", "code", "detail"));
    }

    private static Schema object(String description) {
        return of(Schema.SchemaType.OBJECT, description);
    }

    private static Schema text(String description) {
        return of(Schema.SchemaType.STRING, description);
    }

    private static Schema of(Schema.SchemaType type, String description) {
        return OASFactory.createSchema().type(List.of(type)).description(description);
    }
}
